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
        let task = context.task(row)
        guard task.state == .blocked, task.status.note == nil else { continue }
        let dependencies = context.dependencies(of: row)
        // Anything that is not a task known to be closed may be what blocks it.
        guard
          dependencies.allSatisfy({ reference, resolution in
            reference.kind == .none
              || (reference.kind == .task && resolution.isResolved && resolution.nodes.allSatisfy(context.all.isClosed))
          }), let first = dependencies.first(where: { $0.reference.kind == .task })?.reference,
          !wasBlockedSince(dependencies.flatMap(\.resolution.nodes), row, context)
        else { continue }
        report.add(
          "\(row.name) \(row.verb) blocked, but all that \(row.isPlural ? "they depend" : "it depends") on is done",
          at: task.status.text.range.isEmpty ? first.text.range : task.status.text.range, in: context.index, task: task,
          notes: dependencies.flatMap { reference, resolution in
            resolution.nodes.map { context.all.evidence($0, note: resolution.explanation(of: reference)) }
          },
          help: "set \(row.isPlural ? "them" : "it") to TODO or DOING, or name what still blocks \(row.isPlural ? "them" : "it")")
      }
    })

  /// Whether the log says that the task was blocked after its dependencies were done: then by something else.
  private static func wasBlockedSince(_ nodes: [Int], _ row: TaskRow, _ context: SprintContext) -> Bool {
    let done = nodes.compactMap { node in
      context.workspace.declaration(node).flatMap { context.workspace.task($0).status.date?.value }
    }.max()
    return row.tasks.contains { place in
      let node = context.workspace.symbols.node(context.sprint.tasks[place].uid)
      return context.log.mentions(of: node).contains { mention in
        let entry = context.sprint.log[mention.entry]
        guard mention.isSubject, entry.event == .blocked, let date = entry.date, let done else { return false }
        return date > done
      }
    }
  }
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
