import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let blockedWithoutReason = Rule(
    "SM303", "blocked-without-reason", .warning,
    Documentation(
      "blocked, and no dependency or blocker is named",
      why: "Nobody can unblock a task that does not say what it waits for.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED (2025-11-02) | None | App Guild | Build. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED (2025-11-02) | Needs the licence server | App Guild | Build. |
        """,
      remedy: "Name the task, or say in a few words what is waited for: `Needs the licence server`."),
    .sprint { context, report in
      // A tracker without a field for dependencies gives its reasons in prose, which cannot be judged.
      let hasField = context.sprint.tasks.contains { $0.dependencyText != nil }
      // An id may be declared, and logged, many times.
      var isLogged = [Bool?](repeating: nil, count: context.sprint.tasks.count)
      for row in context.rows where context.state(of: row) == .blocked {
        let task = context.task(row)
        guard hasField, !isExplained(task), !logExplains(row, context, &isLogged) else { continue }
        report.add(
          "\(context.name(of: row)) \(row.verb) blocked, and nothing says by what", at: task.status.text.range,
          in: context.index,
          task: task, help: "name the task that it waits for, or say in a few words what is missing")
      }
    })

  private static func isExplained(_ task: TrackerTask) -> Bool {
    let isNone = task.dependencies.allSatisfy { $0.kind == .none }
    // Words that are not understood may well be the reason.
    let saysSomething = task.dependencyText.map { text in
      !task.dependencies.contains { $0.kind == .none }
        // A number may be that of an issue.
        && (text.value.utf8.contains(where: \.isDigit)
          || text.value.unicodeScalars.contains(where: \.properties.isAlphabetic))
    }
    return !isNone || task.status.note != nil || task.notes != nil || (saysSomething ?? false)
  }

  /// `X marked BLOCKED: waits for …` in the log is a reason too.
  private static func logExplains(_ row: TaskRow, _ context: SprintContext, _ isLogged: inout [Bool?]) -> Bool {
    row.tasks.contains { place in
      isLogged.value(at: context.log.first(like: place)) { task in
        context.log.mentions(of: task).contains { context.sprint.log[$0.entry].event == .blocked }
      }
    }
  }
}
