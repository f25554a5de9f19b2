import SprintSource

/// The words by which a tracker is known where its marks are lost: names of sections, labels of
/// fields, headers of columns, states.
///
/// All in lower case; text is compared without regard to case.
struct TrackerWords: Sendable {
  private let sections: Phrases
  private let labels: Phrases
  private let headers: Phrases
  private let states: Phrases

  static let standard = TrackerWords(
    sections: [
      "acceptance criteria", "acceptance evidence", "action tracker", "actions", "assumptions", "background", "backlog",
      "blockers", "blocked", "checkpoints", "completion criteria", "context", "decisions", "decisions & risks",
      "decisions and risks", "definition of done", "definition of ready", "deliverables", "delivery tracker",
      "dependencies", "dependencies & concurrency", "dependencies and concurrency", "documentation prerequisites",
      "done", "execution log", "exit criteria", "goals", "in progress", "interlocks", "milestones", "next checkpoints",
      "next steps", "notes", "objectives", "open questions", "out of scope", "overview", "owners", "prerequisites",
      "progress", "references", "retrospective", "review", "risk register", "risks", "risks & mitigations",
      "risks and mitigations", "scope", "sprint backlog", "sprint goal", "sprint goals", "status", "summary",
      "task list", "tasks", "timeline", "to do", "todo", "topic", "topic & scope", "topic and scope",
      "upcoming checkpoints", "wave coordination", "work items",
    ],
    labels: [
      "acceptance", "acceptance criteria", "assignee", "blocked by", "blocked on", "completion criteria",
      "dependencies",
      "dependency", "depends on", "deps", "description", "due", "estimate", "exit criteria", "owner", "owners",
      "priority",
      "requires", "state", "status", "summary", "task description", "tasks", "working directory",
    ],
    headers: [
      "#", "assignee", "date", "date (utc)", "dependencies", "depends on", "deps", "description", "due", "est",
      "estimate",
      "exit criteria", "handle", "id", "item", "key dependency / next step", "no", "no.", "notes", "owner", "owner(s)",
      "owners", "owners (source)", "points", "priority", "state", "status", "story", "summary", "task",
      "task definition",
      "task description", "task id", "task id & handle", "ticket", "title", "update", "wave",
    ],
    states: ["blocked", "cancelled", "doing", "done", "in_progress", "in_review", "review", "todo"])

  private init(sections: Set<String>, labels: Set<String>, headers: Set<String>, states: Set<String>) {
    self.sections = Phrases(sections)
    self.labels = Phrases(labels)
    self.headers = Phrases(headers)
    self.states = Phrases(states)
  }

  /// Where the name of a section ends that begins at `index`: the longest there is.
  func sectionEnd(in text: Bytes, at index: Int) -> Int? { sections.end(in: text, at: index) }

  /// Where a label with its colon ends that begins at `index`.
  func labelEnd(in text: Bytes, at index: Int) -> Int? {
    guard let colon = text[index...].prefix(labels.longest + 1).firstIndex(of: UInt8(ascii: ":")),
      labels.contains(text[index..<colon]), colon + 1 == text.endIndex || text[colon + 1].isSpace
    else { return nil }
    return colon + 1
  }

  /// Where the header of a column begins that ends at `end`: the longest there is.
  func headerStart(in text: Bytes, endingAt end: Int) -> Int? { headers.start(in: text, endingAt: end) }

  func isSection(_ text: Bytes) -> Bool { sections.contains(text) }

  func isState(_ text: Bytes) -> Bool { states.contains(text) }

  /// How many headers of columns a line is made of; nil where other words stand in it too.
  func headerCount(_ text: Bytes) -> Int? {
    var count = 0
    var end = text.trimmed.endIndex
    while end > text.trimmed.startIndex {
      guard let start = headers.start(in: text, endingAt: end) else { return nil }
      count += 1
      end = text[..<start].trimmed.endIndex
    }
    return count
  }
}

/// A set of phrases that are looked for in a text.
private struct Phrases: Sendable {
  private let phrases: Set<[UInt8]>
  /// The number of bytes of the longest.
  let longest: Int

  init(_ phrases: Set<String>) {
    self.phrases = Set(phrases.map { Array($0.utf8) })
    longest = phrases.map(\.utf8.count).max() ?? 0
  }

  func contains(_ text: Bytes) -> Bool { text.count <= longest && phrases.contains(text.map(\.lowercased)) }

  func end(in text: Bytes, at index: Int) -> Int? {
    // No phrase is longer, and none that is looked for from its start has other characters.
    let reach = text[index...].prefix(longest).prefix {
      $0.isLetter || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "&")
    }
    return (reach.startIndex...reach.endIndex).last { end in
      end > index && (end == text.endIndex || !text[end].isWord) && contains(text[index..<end])
    }
  }

  func start(in text: Bytes, endingAt end: Int) -> Int? {
    let reach = text[..<end].suffix(longest)
    return (reach.startIndex..<reach.endIndex).first { start in
      (start == text.startIndex || text[start - 1].isSpace) && contains(text[start..<end])
    }
  }
}
