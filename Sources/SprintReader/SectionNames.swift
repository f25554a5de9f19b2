import SprintModel
import SprintSource

/// Reads from headings what their sections are for.
final class SectionNames: Sendable {
  private let sections: TermTable<SectionKind>
  private let boardStates: TermTable<TaskState>
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

  init(_ vocabulary: Vocabulary) {
    sections = TermTable(vocabulary.sections)
    boardStates = TermTable(vocabulary.states.filter { vocabulary.boardStates.contains($0.key) })
    backlogWords = WordSet(vocabulary.backlogWords)
  }

  /// What the text of a heading says.
  func name(of title: Bytes) -> Name {
    let words = Vocabulary.normalized(title)
    var name = Name(
      words: words, kind: kind(of: title, words), state: state(of: title, words),
      namesTasks: backlogWords.containsWord(of: words), beginsList: Self.listWords.containsFirstWord(of: words))
    // `Risks Identified`, `Technical Risks`.
    if name.kind == nil, !name.namesTasks, Self.risks.containsWord(of: words) { name.kind = .decisions }
    return name
  }

  /// The heading, without a number before it and a remark in brackets after it, in the vocabulary.
  private func kind(of title: Bytes, _ words: String) -> SectionKind? {
    let start =
      title.firstIndex { !$0.isDigit && !$0.isSpace && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ")") }
      ?? title.startIndex
    let found = start == title.startIndex ? sections[normalized: words] : sections[title[start...]]
    if let found { return found }
    guard let remark = title.firstIndex(of: UInt8(ascii: "("), from: start) else { return nil }
    return sections[title[start..<remark]]
  }

  /// The state that a heading is, on a board: `📋 Todo`, `In Progress (3)`, `Completed Tasks`.
  private func state(of title: Bytes, _ words: String) -> Status? {
    let end = title.firstIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ":") }
    let term = Self.withoutNouns(end.map { Vocabulary.normalized(title[..<$0]) } ?? words)
    return boardStates[normalized: term].map { Status(state: $0, text: LocatedText(title.trimmed)) }
  }

  /// A name without the nouns that may stand behind a state.
  private static func withoutNouns(_ name: String) -> String {
    let bytes = name.utf8.span
    var start = bytes.count
    while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
    guard start > 0, start < bytes.count, boardNouns.contains(start..<bytes.count, of: name, bytes) else { return name }
    return boardEndings.reduce(name) { $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0 }
  }

  private static let listWords = WordSet(["tasks", "backlog", "todo", "todos"])
  private static let risks = WordSet(["risks"])
  private static let boardEndings = [" tasks", " items", " stories", " work", " tickets", " issues"]
  private static let boardNouns = WordSet(boardEndings.map { String($0.dropFirst()) })
}
