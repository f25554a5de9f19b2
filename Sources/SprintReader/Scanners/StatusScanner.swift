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
  /// a remark in brackets or what follows a dash or colon: `DONE (2025-11-25)`, `**DOING** – half way`.
  /// `Complete with open points` is no known state: words that are not understood may say the contrary.
  package func status(in cell: Bytes) -> Status {
    let cell = cell.trimmed
    var text = Self.afterStrikeOut(Inline.unwrapped(cell))
    if text.count >= 3, text.first == UInt8(ascii: "["), text[text.startIndex + 2] == UInt8(ascii: "]"),
      let state = marks[text[text.startIndex + 1]]
    {
      // Words beside the box outrank it.
      text = text.dropFirst(3)
      guard text.contains(where: \.isWord) else { return Status(state: state, text: Located(cell)) }
    }
    let start = text.firstIndex { $0.isWord } ?? text.endIndex
    guard start < text.endIndex else {
      return Status(state: .unknown, text: Located("", at: ByteRange.empty(at: cell.startIndex)))
    }
    let written = Located(cell)
    guard let (state, end) = longestTerm(in: text[start...]) else { return Status(state: .unknown, text: written) }
    let after = text[end...].drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") }
    let rest = after.trimmed
    // `Done-ish` is a word of its own.
    let isWhole = !(after.first == UInt8(ascii: "-") && (after.dropFirst().first?.isWord ?? false))
    guard isWhole, Self.isAside(rest) else { return Status(state: .unknown, text: written) }
    let date = DateScanner.first(in: rest)
    return Status(
      state: state, date: date.flatMap { found in found.date.map { Located($0, at: found.range) } },
      note: Self.note(in: rest, date: date?.range), text: written)
  }

  private func longestTerm(in text: Bytes) -> (TaskState, Int)? {
    var found: (TaskState, Int)?
    var index = text.startIndex
    for _ in 0..<3 {
      let start = index
      while index < text.endIndex, let length = Self.wordLength(in: text, at: index) { index += length }
      guard index > start else { break }
      if let state = states[Vocabulary.normalized(text[..<index])] { found = (state, index) }
      guard index < text.endIndex, text[index] == 0x20 || text[index] == UInt8(ascii: "_") || text[index] == UInt8(ascii: "-")
      else { break }
      index += 1
    }
    return found
  }

  /// The length of the letter, digit or apostrophe at `index`.
  private static func wordLength(in text: Bytes, at index: Int) -> Int? {
    if text[index] < 0x80 { return text[index].isWord || text[index] == UInt8(ascii: "'") ? 1 : nil }
    let (scalar, length) = text.scalar(at: index)
    return scalar.properties.isAlphabetic || scalar == "’" ? length : nil
  }

  /// Whether what follows the state is something said on the side.
  private static func isAside(_ rest: Bytes) -> Bool {
    guard let first = rest.first else { return true }
    if first >= 0x80 { return !rest.scalar(at: rest.startIndex).scalar.properties.isAlphabetic }
    return !first.isLetter && first != UInt8(ascii: "%") && (!first.isDigit || DateScanner.date(in: rest, at: rest.startIndex) != nil)
  }

  /// What is said beside the date, without what encloses it.
  private static func note(in rest: Bytes, date: ByteRange?) -> Located<String>? {
    var note = rest
    if let date {
      let (before, after) = (rest[..<date.lower], rest[date.upper...])
      if !before.contains(where: \.isWord) { note = after } else if !after.contains(where: \.isWord) { note = before }
    }
    while let first = note.first {
      if first >= 0x80 {
        let (scalar, length) = note.scalar(at: note.startIndex)
        guard ["–", "—", "·"].contains(scalar) else { break }
        note = note.dropFirst(length)
      } else if first == UInt8(ascii: "*") || first == UInt8(ascii: "`") {
        // A mark that opens belongs to the note, one that closes to what stands before it.
        let run = note.prefix { $0 == first }
        guard note.dropFirst(run.count).first?.isSpace ?? true else { break }
        note = note.dropFirst(run.count)
      } else {
        guard !first.isWord else { break }
        note = note.dropFirst()
      }
    }
    while let last = note.last, last.isSpace || ")(,;".utf8.contains(last) { note.removeLast() }
    return note.contains(where: \.isWord) ? Located(note) : nil
  }

  private static func afterStrikeOut(_ text: Bytes) -> Bytes {
    guard text.hasPrefix("~~", at: text.startIndex),
      let end = text.firstRange(of: [UInt8(ascii: "~"), UInt8(ascii: "~")], from: text.startIndex + 2)
    else { return text }
    return text[end.upperBound...].trimmed
  }
}
