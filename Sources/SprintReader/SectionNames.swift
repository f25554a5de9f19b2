import SprintModel
import SprintSource

/// Reads from headings what their sections are for.
struct SectionNames {
  private let file: SourceFile
  private let sections: [String: SectionKind]
  private let states: [String: TaskState]
  private let boardStates: Set<String>
  private let backlogWords: WordSet

  struct Name {
    /// In the vocabulary's normal form.
    var words = ""
    var kind: SectionKind?
    var state: Status?
    /// Whether one of the words announces tasks.
    var namesTasks = false
    /// Whether the first word is that of a list of tasks.
    var beginsList = false
  }

  init(_ context: ReadingContext) {
    file = context.file
    let vocabulary = context.vocabulary
    sections = vocabulary.sections
    states = vocabulary.states
    boardStates = vocabulary.boardStates
    backlogWords = context.backlogWords
  }

  /// What the text of a heading says; nothing where there is none.
  func name(of heading: ByteRange?) -> Name {
    guard let heading else { return Name() }
    let title = file.slice(heading)
    var name = Name(words: Vocabulary.normalized(title))
    var namesRisks = false
    forEachWord(of: name.words) { word, isFirst in
      name.namesTasks = name.namesTasks || backlogWords.contains(word)
      namesRisks = namesRisks || word == "risks"
      if isFirst { name.beginsList = Self.listWords.contains(word) }
    }
    name.kind = kind(of: title, name.words)
    // `Risks Identified`, `Technical Risks`.
    if name.kind == nil, namesRisks, !name.namesTasks { name.kind = .decisions }
    name.state = state(of: title, name.words)
    return name
  }

  private func forEachWord(of text: String, _ body: (Substring, _ isFirst: Bool) -> Void) {
    let bytes = text.utf8.span
    var start = text.startIndex
    for place in 0...bytes.count where place == bytes.count || bytes[place] == 0x20 {
      let end = text.utf8.index(text.startIndex, offsetBy: place)
      if start < end { body(text[start..<end], start == text.startIndex) }
      if place < bytes.count { start = text.utf8.index(after: end) }
    }
  }

  /// The heading, without a number before it and a remark in brackets after it, in the vocabulary.
  private func kind(of title: Bytes, _ words: String) -> SectionKind? {
    let start =
      title.firstIndex { !$0.isDigit && !$0.isSpace && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ")") }
      ?? title.startIndex
    if let kind = sections[start == title.startIndex ? words : Vocabulary.normalized(title[start...])] { return kind }
    guard let remark = title.firstIndex(of: UInt8(ascii: "("), from: start) else { return nil }
    return sections[Vocabulary.normalized(title[start..<remark])]
  }

  /// The state that a heading is, on a board: `📋 Todo`, `In Progress (3)`, `Completed Tasks`.
  private func state(of title: Bytes, _ words: String) -> Status? {
    let end = title.firstIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ":") }
    let term = Self.boardNouns.reduce(end.map { Vocabulary.normalized(title[..<$0]) } ?? words) {
      $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
    }
    guard boardStates.contains(term), let state = states[term] else { return nil }
    return Status(state: state, text: Located(title.trimmed))
  }

  private static let listWords: Set<Substring> = ["tasks", "backlog", "todo", "todos"]
  private static let boardNouns = [" tasks", " items", " stories", " work", " tickets", " issues"]
}
