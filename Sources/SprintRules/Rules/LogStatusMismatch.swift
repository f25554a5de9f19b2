import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let logStatusMismatch = Rule(
    "SM504", "log-status-mismatch", .error,
    Documentation(
      "the log says that a task was completed, and its row does not",
      why: """
        The row was forgotten, and all that depends on the task goes on waiting. The rule looks at the last
        row of the log that names the task, and only where it says plainly that it was completed, and where
        the status bears no later date.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DOING | None | App Guild | Build. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DOING | None | App Guild | Build. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-04 | APP-10-001 opened again: build broke. | App |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |
        """,
      remedy: "Correct the status, or say in the log what has happened since."),
    .sprint { context, report in
      // An id may be declared, and logged, many times.
      var known = [Int??](repeating: nil, count: context.sprint.tasks.count)
      for row in context.rows {
        let state = context.state(of: row)
        guard !state.isClosed, state != .unknown else { continue }
        // Of a row with several tasks all must be completed before the row is wrong.
        func completion(of task: Int) -> Int? {
          known.value(at: context.log.first(like: task)) { lastCompletion(of: $0, context) }
        }
        guard let place = completion(of: row.tasks.lowerBound), row.tasks.allSatisfy({ completion(of: $0) != nil })
        else { continue }
        let entry = context.sprint.log[place]
        let task = context.task(row)
        if let stated = task.status.date?.value, let logged = entry.date, stated > logged { continue }
        report.add(
          "\(context.name(of: row)) \(row.verb) \(task.state.word), but the log says that \(row.isPlural ? "they were" : "it was") completed",
          at: task.status.text.range, in: context.index, task: task,
          notes: [
            Diagnostic.Note(
              "completed on \(entry.dateText.value): \"\(Words.excerpt(entry.update.value))\"",
              at: context.workspace.location(entry.range, in: context.index))
          ],
          help: "correct the status, or say in the log what has happened since")
      }
    })

  /// The place of the entry of the log that names a task last, if all of its day say of the task that it is completed.
  private static func lastCompletion(of task: Int, _ context: SprintContext) -> Int? {
    let log = context.sprint.log
    var last: (date: CalendarDate, entry: Int, isCompleted: Bool)?
    for mention in context.log.mentions(of: task) {
      guard let date = log[mention.entry].date else { return nil }
      let completes = mention.isSubject && log[mention.entry].event == .completed
      if let found = last, date <= found.date {
        if date == found.date, !completes { last?.isCompleted = false }
      } else {
        last = (date, mention.entry, completes)
      }
    }
    return last.flatMap { $0.isCompleted ? $0.entry : nil }
  }
}
