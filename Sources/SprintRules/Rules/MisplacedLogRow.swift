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
      let misplaced = context.sprint.irregularities.compactMap { irregularity in
        if case .misplacedLogRow(let section, let entry) = irregularity.kind {
          (range: irregularity.range, section: section, entry: entry)
        } else {
          nil
        }
      }
      guard !misplaced.isEmpty else { return }
      let log = LogPlaces(context.sprint.log)
      for (range, section, entry) in misplaced {
        let twin = log.twins[LogPlaces.Words(entry)]
        let place = section.map { " under \"\($0)\"" } ?? ""
        let notes = twin.map {
          [Diagnostic.Note("the log has the same row", at: context.workspace.location($0, in: context.index))]
        }
        report.add(
          "a row of the execution log stands\(place)", at: range, in: context.index,
          key: entry.key, notes: notes ?? [],
          help: twin == nil ? "move it into the Execution Log" : "delete it",
          fixes: fix(of: range, entry, hasTwin: twin != nil, log, context).map { [$0] } ?? [])
      }
    })

  private static func fix(
    of row: ByteRange, _ entry: LogEntry, hasTwin: Bool, _ log: LogPlaces, _ context: SprintContext
  ) -> Fix? {
    guard let line = context.file.lines.range(ofLine: context.file.lines.line(at: row.lower)) else { return nil }
    let removal = TextEdit(line, "")
    if hasTwin { return Fix("delete the row", .unsafe, [removal]) }
    let text = context.file.slice(row).string
    // The template's log has the newest row first: the row goes before the first that is not newer.
    let next = entry.date.flatMap(log.firstNotNewer)
    if let next {
      return Fix("move the row into the log", .unsafe, [TextEdit(.empty(at: next.lower), text + "\n"), removal])
    }
    guard let last = context.sprint.log.last else { return nil }
    return Fix("move the row into the log", .unsafe, [TextEdit(.empty(at: last.range.upper), "\n" + text), removal])
  }
}

/// Where rows of the log stand, by what is asked of them for each row that stands elsewhere.
private struct LogPlaces {
  struct Words: Hashable {
    let date: String
    let update: String

    init(_ entry: LogEntry) {
      date = entry.dateText.value
      update = entry.update.value
    }
  }

  /// By what it says, the first row.
  let twins: [Words: ByteRange]
  /// The rows with a date that is older than those of all rows above them, in their order.
  private let falling: [(date: CalendarDate, range: ByteRange)]

  init(_ log: [LogEntry]) {
    twins = Dictionary(log.map { (Words($0), $0.range) }) { first, _ in first }
    var falling: [(date: CalendarDate, range: ByteRange)] = []
    for entry in log {
      guard let date = entry.date, falling.last.map({ date < $0.date }) ?? true else { continue }
      falling.append((date, entry.range))
    }
    self.falling = falling
  }

  /// The first row that is not newer than a day.
  func firstNotNewer(than date: CalendarDate) -> ByteRange? {
    let place = falling.partitionPoint { $0.date > date }
    return place < falling.count ? falling[place].range : nil
  }
}
