import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let misplacedLogRow = Rule(
    "SM104", "misplaced-log-row", .error,
    Documentation(
      "a row of the execution log stands in another section",
      why: """
        A row that was pasted below the wrong heading is part of no table: it is shown as text, and the log
        misses it.
        """,
      firing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |

        ## Decisions & Risks
        - The build machine is slow.
        | 2025-11-04 | APP-10-002 completed: tests run. | App |
        """,
      passing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-04 | APP-10-002 completed: tests run. | App |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |

        ## Decisions & Risks
        - The build machine is slow.
        """,
      remedy: """
        Move the row into the log, or delete it when it stands there too. `--unsafe-fixes` does the one or the other.
        """, fix: .unsafe),
    .sprint { context, report in
      for irregularity in context.sprint.irregularities {
        guard case .misplacedLogRow(let section, let entry) = irregularity.kind else { continue }
        let twin = context.sprint.log.first {
          $0.dateText.value == entry.dateText.value && $0.update.value == entry.update.value
        }
        let place = section.map { " under \"\($0)\"" } ?? ""
        let notes = twin.map {
          [Diagnostic.Note("the log has the same row", at: context.workspace.location($0.range, in: context.index))]
        }
        report.add(
          "a row of the execution log stands\(place)", at: irregularity.range, in: context.index,
          key: entry.key, notes: notes ?? [],
          help: twin == nil ? "move it into the Execution Log" : "delete it",
          fixes: fix(of: irregularity.range, entry, hasTwin: twin != nil, context).map { [$0] } ?? [])
      }
    })

  private static func fix(of row: ByteRange, _ entry: LogEntry, hasTwin: Bool, _ context: SprintContext) -> Fix? {
    guard let line = context.file.lines.range(ofLine: context.file.lines.line(at: row.lower)) else { return nil }
    let removal = TextEdit(line, "")
    if hasTwin { return Fix("delete the row", .unsafe, [removal]) }
    let text = context.file.slice(row).string
    // The template's log has the newest row first: the row goes before the first that is not newer.
    let next = context.sprint.log.first { other in
      if let date = entry.date, let theirs = other.date { theirs <= date } else { false }
    }
    if let next {
      return Fix("move the row into the log", .unsafe, [TextEdit(.empty(at: next.range.lower), text + "\n"), removal])
    }
    guard let last = context.sprint.log.last else { return nil }
    return Fix("move the row into the log", .unsafe, [TextEdit(.empty(at: last.range.upper), "\n" + text), removal])
  }
}
