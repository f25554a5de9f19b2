import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let todoBehindBlock = Rule(
    "SM307", "todo-behind-block", .information,
    Documentation(
      "to do, and a dependency is blocked",
      why: "A task behind a blocked one cannot be begun either; a list of what is ready would offer it.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED | Needs the licence server | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED | Needs the licence server | App Guild | Build. |
        | 2 | APP-10-002 | BLOCKED | Depends on APP-10-001 | App Guild | Test. |
        """,
      remedy: "Say BLOCKED, or leave it: the rule only informs."),
    .sprint { context, report in
      for row in context.rows where context.state(of: row) == .todo {
        for (place, resolution) in context.resolutions(of: row).enumerated() where resolution.isResolved {
          guard let node = resolution.nodes.first(where: { context.all.isBlocked($0) }) else { continue }
          let name = context.workspace.symbols.uids[node]
          let (task, reference) = (context.task(row), context.reference(place, of: row))
          report.add(
            "\(context.name(of: row)) \(row.verb) to do, but \(name) is BLOCKED", at: task.status.text.range,
            in: context.index,
            task: task,
            key: name, notes: [context.all.evidence(node, note: resolution.explanation(of: reference))],
            help: "should \(row.isPlural ? "they" : "it") say BLOCKED?")
          break
        }
      }
    })
}
