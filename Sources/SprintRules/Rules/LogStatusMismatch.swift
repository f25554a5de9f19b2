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
      // By node: an id may be declared, and logged, many times.
      var known: [Int: LogEntry?] = [:]
      for row in context.rows {
        let state = context.state(of: row)
        guard !state.isClosed, state != .unknown else { continue }
        // Of a row with several tasks all must be completed before the row is wrong.
        let entries = row.tasks.map { task in
          known.value(for: context.node(of: task)) { lastWord(on: $0, context) }
        }
        guard let entry = entries.first, let entry, entries.allSatisfy({ $0?.event == .completed }) else { continue }
        let task = context.task(row)
        if let stated = task.status.date?.value, let logged = entry.date, stated > logged { continue }
        report.add(
          "\(row.name) \(row.verb) \(task.state.word), but the log says that \(row.isPlural ? "they were" : "it was") completed",
          at: task.status.text.range, in: context.index, task: task,
          notes: [
            Diagnostic.Note(
              "completed on \(entry.dateText.value): \"\(Words.excerpt(entry.update.value))\"",
              at: context.workspace.location(entry.range, in: context.index))
          ],
          help: "correct the status, or say in the log what has happened since")
      }
    })

  /// The entry of the log that names a task last, if it is the only one of its day and is about the task.
  private static func lastWord(on node: Int, _ context: SprintContext) -> LogEntry? {
    let mentions = context.log.mentions(of: node)
    guard !mentions.isEmpty else { return nil }
    let dated = mentions.compactMap { mention in
      context.sprint.log[mention.entry].date.map { (date: $0, mention: mention) }
    }
    guard dated.count == mentions.count, let latest = dated.map(\.date).max() else { return nil }
    let last = dated.filter { $0.date == latest }.map(\.mention)
    guard last.allSatisfy({ $0.isSubject && context.sprint.log[$0.entry].event == .completed }) else { return nil }
    return last.first.map { context.sprint.log[$0.entry] }
  }
}
