package import SprintModel
import SprintMarkdown
package import SprintSource

/// Reads what a tracker says about how far a task is.
package struct StatusScanner: Sendable {
  private let states: [String: TaskState]
  private let marks: [UInt8: TaskState]

  package init(_ vocabulary: Vocabulary) {
    states = vocabulary.states
    marks = vocabulary.marks
  }

  /// Reads a cell or the value of a field.
  ///
  /// The state is the longest term of the vocabulary at the beginning, with nothing after it but a date,
  /// a remark in brackets or what follows a dash or colon: `DONE (2025-11-25)`, `**DOING** – half way`. What
  /// blocks may follow without any: `Blocked by 2.1`. A box is a state too: `[x]`.
  /// `Complete with open points` is no known state: words that are not understood may say the contrary.
  package func status(in cell: Bytes) -> Status {
    let cell = cell.trimmed
    let text = Self.afterStrikeOut(Inline.unwrapped(cell))
    if let state = mark(text) { return Status(state: state, text: Located(cell)) }
    let start =
      text.indices.first { text[$0].isWord || (text[$0] >= 0xC2 && text.scalar(at: $0).scalar.properties.isAlphabetic) }
      ?? text.endIndex
    guard start < text.endIndex else {
      return Status(state: .unknown, text: Located("", at: ByteRange.empty(at: cell.startIndex)))
    }
    let written = Located(cell)
    guard let (state, end) = longestTerm(in: text[start...]) else { return Status(state: .unknown, text: written) }
    let rest = text[end...].drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") }.trimmed
    guard Self.isAside(rest, of: state) else { return Status(state: .unknown, text: written) }
    let date = DateScanner.first(in: rest)
    return Status(
      state: state, date: date.flatMap { found in found.date.map { Located($0, at: found.range) } },
      note: Self.note(in: rest, date: date?.range), text: written)
  }

  /// The state of a text that is a box and nothing else.
  private func mark(_ text: Bytes) -> TaskState? {
    guard text.count == 3, text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else { return nil }
    return marks[text[text.startIndex + 1]]
  }

  private func longestTerm(in text: Bytes) -> (TaskState, Int)? {
    var found: (TaskState, Int)?
    var index = text.startIndex
    for _ in 0..<3 {
      while index < text.endIndex, text[index].isWord || text[index] == UInt8(ascii: "'") || text[index] >= 0x80 { index += 1 }
      if let state = states[Vocabulary.normalized(text[..<index])] { found = (state, index) }
      guard index < text.endIndex, text[index] == 0x20 || text[index] == UInt8(ascii: "_") || text[index] == UInt8(ascii: "-")
      else { break }
      index += 1
    }
    return found
  }

  /// Whether what follows the state is something said on the side.
  private static func isAside(_ rest: Bytes, of state: TaskState) -> Bool {
    guard let first = rest.first else { return true }
    if first.isLetter {
      let word = Vocabulary.normalized(rest.prefix(while: \.isLetter))
      if state == .blocked { return ["by", "on", "until", "for", "pending", "awaiting", "since", "due"].contains(word) }
      let next = rest.drop(while: \.isLetter).drop(while: \.isBlank)
      return word == "on" && DateScanner.date(in: next, at: next.startIndex) != nil
    }
    if first >= 0x80 { return !rest.scalar(at: rest.startIndex).scalar.properties.isAlphabetic }
    return first != UInt8(ascii: "%") && (!first.isDigit || DateScanner.date(in: rest, at: rest.startIndex) != nil)
  }

  private static func note(in rest: Bytes, date: ByteRange?) -> Located<String>? {
    var rest = rest
    if let date {
      let before = rest.prefix { $0 != UInt8(ascii: "(") && !$0.isDigit }
      rest = before.contains(where: \.isLetter) ? rest[..<date.lower] : rest[date.upper...]
    }
    let isOuter: (UInt8) -> Bool = { $0 < 0x80 && !$0.isWord && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "*") }
    var note = rest.drop(while: isOuter)
    while let last = note.last, last.isSpace || last == UInt8(ascii: ")") || last == UInt8(ascii: "(") { note.removeLast() }
    return note.contains(where: \.isWord) ? Located(note) : nil
  }

  private static func afterStrikeOut(_ text: Bytes) -> Bytes {
    guard text.hasPrefix("~~", at: text.startIndex),
      let end = text.firstRange(of: [UInt8(ascii: "~"), UInt8(ascii: "~")], from: text.startIndex + 2)
    else { return text }
    return text[end.upperBound...].trimmed
  }
}
