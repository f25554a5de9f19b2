package import SprintModel
import SprintMarkdown
package import SprintSource

/// Reads what a tracker says about how far a task is.
package struct StatusScanner: Sendable {
  private let states: [String: TaskState]
  private let marks: [UInt8: TaskState]
  private let symbols: [Unicode.Scalar: TaskState]

  package init(_ vocabulary: Vocabulary) {
    states = vocabulary.states
    marks = vocabulary.marks
    symbols = vocabulary.symbols
  }

  /// Reads a cell or the value of a field.
  ///
  /// The state is the longest term of the vocabulary at the beginning, with nothing after it but a date,
  /// a remark in brackets or what follows a dash or colon: `DONE (2025-11-25)`, `**DOING** – half way`.
  /// `Complete with open points` is no known state: words that are not understood may say the contrary.
  package func status(in cell: Bytes) -> Status {
    let cell = cell.trimmed
    var text = Self.afterStrikeOut(Inline.unwrapped(cell))
    let box = Self.box(in: text)
    if let box { text = text[box.upperBound...] }
    guard let start = text.firstIndex(where: \.isWord) else {
      // Words outrank symbols; where there is no word, a box or a symbol is what is stated.
      guard let state = box.flatMap({ marks[cell[$0.lowerBound + 1]] }) ?? symbol(in: text) else {
        return Status(state: .unknown, text: Located("", at: ByteRange.empty(at: cell.startIndex)))
      }
      return Status(state: state, text: Located(cell))
    }
    let written = Located(cell)
    // `✅ 2025-11-19: …`: a date is no word.
    if let found = DateScanner.date(in: text, at: start), let state = symbol(in: text[..<start]) {
      let note = Self.note(in: text[found.range.upper...], date: nil)
      return Status(state: state, date: found.date.map { Located($0, at: found.range) }, note: note, text: written)
    }
    guard let (state, end) = longestTerm(in: text[start...]) else { return Status(state: .unknown, text: written) }
    let rest = text[end...].drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") }.trimmed
    guard Self.isAside(rest) || (state != .done && Self.startsWithPreposition(rest)) else {
      return Status(state: .unknown, text: written)
    }
    let date = DateScanner.first(in: rest)
    return Status(
      state: state, date: date.flatMap { found in found.date.map { Located($0, at: found.range) } },
      note: Self.note(in: rest, date: date?.range), text: written)
  }

  private func symbol(in text: Bytes) -> TaskState? {
    text.string.unicodeScalars.lazy.compactMap { symbols[$0] }.first
  }

  /// A box such as `[x]` at the beginning, perhaps as code.
  private static func box(in text: Bytes) -> Range<Int>? {
    let start = text.firstIndex { $0 != UInt8(ascii: "`") && !$0.isBlank } ?? text.endIndex
    guard start + 3 <= text.endIndex, text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]") else { return nil }
    return start..<(start + 3)
  }

  /// The longest term that a text begins with, of three words at most, and where it ends.
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

  /// The length of the letter or digit at `index`.
  private static func wordLength(in text: Bytes, at index: Int) -> Int? {
    let byte = text[index]
    if byte < 0x80 { return byte.isWord || byte == UInt8(ascii: "'") ? 1 : nil }
    let (scalar, length) = text.scalar(at: index)
    return scalar.properties.isAlphabetic ? length : nil
  }

  /// Whether what follows the state is something said on the side.
  private static func isAside(_ rest: Bytes) -> Bool {
    guard let first = rest.first else { return true }
    if first >= 0x80 { return !rest.scalar(at: rest.startIndex).scalar.properties.isAlphabetic }
    return !first.isLetter && first != UInt8(ascii: "%") && (!first.isDigit || DateScanner.date(in: rest, at: rest.startIndex) != nil)
  }

  /// `DEFERRED to Sprint 110`, `BLOCKED by OPS-2`: where the task goes or what it waits for. Of a done one it would
  /// say for what part it is done.
  private static func startsWithPreposition(_ rest: Bytes) -> Bool {
    ["to", "for", "by", "on", "until", "pending", "due", "after", "in", "at", "behind", "from"]
      .contains(Vocabulary.normalized(rest.prefix { $0.isLetter }))
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
