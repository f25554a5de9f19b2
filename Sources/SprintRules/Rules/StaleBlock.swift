import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let staleBlock = Rule(
    "SM304", "stale-block", .error,
    Documentation(
      "blocked, and all that it depends on is done",
      why: "Work that could go on stands still because nobody went back to the tracker.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        | 2 | APP-10-002 | BLOCKED (2025-11-01) | Depends on 10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        | 2 | APP-10-002 | BLOCKED (2025-11-01) | Depends on 10-001 and the licence server | App Guild | Test. |
        """,
      remedy: "Set it to TODO or DOING, or name what still blocks it."),
    .sprint { context, report in
      for row in context.rows {
        guard context.workspace.staleDependencies(of: row, in: context.index, log: context.log) != nil else { continue }
        let task = context.task(row)
        let dependencies = context.dependencies(of: row)
        let first = task.dependencies.first { $0.kind == .task }?.text.range ?? task.range
        report.add(
          "\(context.name(of: row)) \(row.verb) blocked, but all that \(row.isPlural ? "they depend" : "it depends") on is done",
          at: task.status.text.range.isEmpty ? first : task.status.text.range, in: context.index, task: task,
          notes: dependencies.flatMap { reference, resolution in
            resolution.nodes.map { context.all.evidence($0, note: resolution.explanation(of: reference)) }
          },
          help:
            "set \(row.isPlural ? "them" : "it") to TODO or DOING, or name what still blocks \(row.isPlural ? "them" : "it")"
        )
      }
    })
}

extension Resolution {
  /// How a reference that is not the id itself was read, in brackets.
  func explanation(of reference: Reference) -> String {
    switch method {
    case .shorthand, .list, .range, .prefix: " (written `\(reference.text.value)`, resolved by \(method.rawValue))"
    case .exact, .ambiguous, .unresolved: ""
    }
  }
}
