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
      // A file that was not read may declare it.
      guard !context.workspace.hasRefused else { return }
      let unknown = unknownMentions(context)
      guard !unknown.isEmpty else { return }
      let known = KnownIDs(context.sprint.tasks.lazy.map(\.id.value).filter(\.isGlobal))
      let isArchived = context.speaksOfArchive
      var seen: Set<String> = []
      for mention in unknown {
        let id = TaskID(mention.reference.text.bytes)
        guard known.firstSegments.contains(id.segments[0]) else { continue }
        let slips = known.slips(of: id)
        guard !slips.isEmpty || (mention.isSubject && known.stems.contains(id.stem) && !isArchived),
          seen.insert(id.text).inserted
        else { continue }
        report.add(
          "the log names \(id.text), which no known tracker declares", at: mention.reference.text.range,
          in: context.index,
          key: id.text,
          help: "correct the id, or declare the task"
            + (slips.isEmpty ? "" : " (the nearest known: \(slips.joined(separator: ", ")))"))
      }
    })

  /// The full ids in the log that lead nowhere.
  private static func unknownMentions(_ context: SprintContext) -> [LogEntry.Mention] {
    var unknown: [LogEntry.Mention] = []
    for place in context.sprint.log.indices {
      let resolutions = context.workspace.mentions(sprint: context.index, entry: place)
      guard resolutions.contains(where: { $0.method == .unresolved }) else { continue }
      let entry = context.sprint.log[place]
      let mentions = zip(entry.mentions, resolutions).filter { mention, resolution in
        resolution.method == .unresolved && mention.reference.form == .single
          && TaskID(mention.reference.text.bytes).isGlobal
      }
      if !mentions.isEmpty, !entry.isAboutMoving { unknown += mentions.map(\.0) }
    }
    return unknown
  }
}

/// The ids of a sprint, by what a slip of the pen leaves of them.
private struct KnownIDs {
  private(set) var firstSegments: Set<Substring> = []
  private(set) var stems: Set<String> = []
  /// By letters and digits alone, and by numbers alone: a lost hyphen or zero leaves the one, a wrong letter the other.
  private var byWords: [String: [String]] = [:]
  private var byNumbers: [[Int]: [String]] = [:]

  init(_ ids: some Sequence<TaskID>) {
    for id in ids {
      firstSegments.insert(id.segments[0])
      stems.insert(id.stem)
      byWords[id.words, default: []].append(id.text)
      byNumbers[id.numbers, default: []].append(id.text)
    }
  }

  /// The ids that were meant, and not others of their series: numbers agree but for zeros before them.
  func slips(of id: TaskID) -> [String] {
    let near = (byNumbers[id.numbers] ?? []).prefix(64)
    return (byWords[id.words] ?? []) + Nearest.matches(for: id.text, among: near, limit: 2)
  }
}

extension TaskID {
  /// All but the last segment: what the tasks of a series share.
  fileprivate var stem: String { segments.dropLast().joined(separator: "-") }

  fileprivate var words: String { String(decoding: bytes.filter(\.isWord), as: UTF8.self) }

  /// The values of the segments that are numbers; -1 for the others.
  fileprivate var numbers: [Int] { segments.map { $0.utf8.allSatisfy(\.isDigit) ? Int($0) ?? -1 : -1 } }
}

extension LogEntry {
  /// Whether an entry tells that tasks came from elsewhere or went there, or speaks of another sprint.
  fileprivate var isAboutMoving: Bool {
    let words = Vocabulary.words(of: update.bytes)
    return words.contains { word in Self.moving.contains { word.hasPrefix($0) } }
  }

  private static let moving = [
    "archiv", "moved", "move", "removed", "remove", "renam", "split", "merged", "replac", "supersed", "transfer",
    "renumber",
    "sprint", "deleted", "dropped", "retired", "obsolete", "former", "added", "legacy",
  ]
}

extension SprintContext {
  /// Whether tasks may have left this tracker for an archive.
  fileprivate var speaksOfArchive: Bool {
    ["rchive", "RCHIVE", "elsewhere"].contains { Bytes(file.text).firstRange(of: Bytes($0), from: 0) != nil }
  }
}
