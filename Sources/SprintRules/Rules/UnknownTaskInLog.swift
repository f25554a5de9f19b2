import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unknownTaskInLog = Rule(
    "SM506", "unknown-task-in-log", .warning,
    Documentation(
      "the log names a task that nobody declares",
      why: """
        What the log says of a misspelt id is said of no task: the completion of the one that was meant is not
        on record. The rule knows ids that are a slip away from one of the sprint, and ids of the same series
        that an entry completes, begins or blocks.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | APP-10-0001 started: first build runs. | App |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | APP-10-001 opened; hashes are SHA-256, as OPS-7-004 wants it. | App |
        """,
      remedy: "Correct the id in the log, or declare the task."),
    .sprint { context, report in
      let own = context.sprint.tasks.lazy.map(\.id.value).filter(\.isGlobal)
      let stems = Set(own.map(\.stem))
      let isArchived = context.speaksOfArchive
      var seen: Set<String> = []
      for (place, entry) in context.sprint.log.enumerated() {
        let mentions = zip(entry.mentions, context.workspace.mentions(sprint: context.index, entry: place))
        for (mention, resolution) in mentions where resolution.method == .unresolved && mention.reference.form == .single {
          let id = TaskID(mention.reference.text.value)
          guard id.isGlobal, !entry.isAboutMoving, own.contains(where: { $0.segments[0] == id.segments[0] }) else { continue }
          let slips = Nearest.matches(for: id.text, among: own.map(\.text), limit: 2).filter { id.isSlip(of: TaskID($0)) }
          let isOfSeries = mention.isSubject && stems.contains(id.stem) && !isArchived
          guard !slips.isEmpty || isOfSeries, seen.insert(id.text).inserted else { continue }
          let nearest = slips.isEmpty ? Nearest.matches(for: id.text, among: own.map(\.text), limit: 2) : slips
          report.add(
            "the log names \(id.text), which no known tracker declares", at: mention.reference.text.range, in: context.index,
            key: id.text,
            help: "correct the id, or declare the task" + (nearest.isEmpty ? "" : " (the nearest known: \(nearest.joined(separator: ", ")))"))
        }
      }
    })
}

extension TaskID {
  /// All but the last segment: what the tasks of a series share.
  fileprivate var stem: String { segments.dropLast().joined(separator: "-") }

  /// Whether this is no other id of the series but the same one, misspelt: its numbers agree, or have not
  /// the same number of digits.
  fileprivate func isSlip(of other: TaskID) -> Bool {
    let (mine, theirs) = (segments, other.segments)
    guard mine.count == theirs.count else { return text.utf8.filter(\.isWord) == other.text.utf8.filter(\.isWord) }
    return zip(mine, theirs).allSatisfy { one, another in
      guard one != another, one.utf8.allSatisfy(\.isDigit), another.utf8.allSatisfy(\.isDigit) else { return true }
      return Int(one) == Int(another)
    }
  }
}

extension LogEntry {
  /// Whether an entry tells that tasks came from elsewhere or went there, or speaks of another sprint.
  fileprivate var isAboutMoving: Bool {
    let words = Vocabulary.normalized(Array(update.value.utf8)[...]).split(separator: " ")
    return words.contains { word in Self.moving.contains { word.hasPrefix($0) } }
  }

  private static let moving = [
    "archiv", "moved", "move", "removed", "remove", "renam", "split", "merged", "replac", "supersed", "transfer", "renumber",
    "sprint", "deleted", "dropped", "retired", "obsolete", "former", "added", "legacy",
  ]
}

extension SprintContext {
  /// Whether tasks may have left this tracker for an archive.
  fileprivate var speaksOfArchive: Bool {
    ["rchive", "RCHIVE", "elsewhere"].contains { file.text[...].firstRange(of: Array($0.utf8)[...], from: 0) != nil }
  }
}
