package import SprintModel
import SprintMarkdown
package import SprintSource

/// Reads what a tracker says about how far a task is.
package final class StatusScanner: Sendable {
  private let states: TermTable<TaskState>
  /// The words of the longest term.
  private let longest: Int
  private let marks: [UInt8: TaskState]
  private let symbols: [Unicode.Scalar: TaskState]

  package init(_ vocabulary: Vocabulary) {
    states = TermTable(vocabulary.states)
    longest = vocabulary.states.keys.reduce(1) { max($0, $1.utf8.count { $0 == 0x20 } + 1) }
    marks = vocabulary.marks
    symbols = vocabulary.symbols
  }

  /// Reads a cell or the value of a field.
  ///
  /// The state is the longest term of the vocabulary at the beginning, with nothing after it but a date,
  /// a remark in brackets or what follows a dash or colon: `DONE (2025-11-25)`, `**DOING** – half way`; or
  /// where the task goes and what it waits for: `Blocked by 2.1`, `Deferred to Sprint 12`.
  /// `Complete with open points` is no known state: words that are not understood may say the contrary. They
  /// outrank a box and a symbol, which are the state only where no word is.
  package func status(in cell: Bytes) -> Status {
    let cell = cell.trimmed
    var text = Self.afterStrikeOut(Inline.unwrapped(cell))
    let box = box(in: text)
    if let box { text = text[box.end...] }
    guard let start = text.firstLetter else {
      guard let state = box?.state ?? symbol(in: text) else {
        return Status(state: .unknown, text: LocatedText("", at: ByteRange.empty(at: cell.startIndex)))
      }
      return Status(state: state, text: LocatedText(cell))
    }
    let written = LocatedText(cell)
    // `✅ 2025-11-19: …`: a date is no word.
    if let found = DateScanner.date(in: text, at: start), let state = symbol(in: text[..<start]) {
      let note = Self.note(in: text[found.range.upper...], date: nil)
      return Status(
        state: state, date: found.located, impossibleDate: found.impossible(in: text), note: note, text: written)
    }
    guard let (state, end) = longestTerm(in: text[start...]) else { return Status(state: .unknown, text: written) }
    let after = text[end...].drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") }
    // `Done-ish` is a word of its own.
    let isWhole = !(after.first == UInt8(ascii: "-") && (after.dropFirst().first?.isWord ?? false))
    let rest = after.trimmed
    guard isWhole, Self.isAside(rest, of: state) || says(again: rest, state) else {
      return Status(state: .unknown, text: written)
    }
    let date = DateScanner.first(in: rest).flatMap { Self.isAhead(rest[..<$0.range.lower]) ? nil : $0 }
    return Status(
      state: state, date: date?.located, impossibleDate: date?.impossible(in: rest),
      note: Self.note(in: rest, date: date?.range), text: written)
  }

  // MARK: What states it

  private func symbol(in text: Bytes) -> TaskState? {
    text.string.unicodeScalars.lazy.compactMap { self.symbols[$0] }.first
  }

  /// The state of a box such as `[x]` at the beginning, perhaps as code, and where the box ends.
  private func box(in text: Bytes) -> (state: TaskState, end: Int)? {
    let start = text.firstIndex { $0 != UInt8(ascii: "`") && !$0.isBlank } ?? text.endIndex
    guard start + 3 <= text.endIndex, text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]"),
      let state = marks[text[start + 1]]
    else { return nil }
    return (state, start + 3)
  }

  /// The longest term that a text begins with, and where it ends.
  private func longestTerm(in text: Bytes) -> (TaskState, Int)? {
    var found: (TaskState, Int)?
    var index = text.startIndex
    for _ in 0..<longest {
      let start = index
      while index < text.endIndex, let length = Self.wordLength(in: text, at: index) { index += length }
      guard index > start else { break }
      if let state = states[text[..<index]] { found = (state, index) }
      guard index < text.endIndex,
        text[index] == 0x20 || text[index] == UInt8(ascii: "_") || text[index] == UInt8(ascii: "-")
          || text[index] == UInt8(ascii: "/")
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

  /// Whether what follows the state says the same once more: `Complete and verified`.
  private func says(again rest: Bytes, _ state: TaskState) -> Bool {
    guard rest.hasPrefix("and ", at: rest.startIndex), let (other, end) = longestTerm(in: rest.dropFirst(4)) else {
      return false
    }
    return other == state && Self.isAside(rest[end...].trimmed, of: state)
  }

  // MARK: What stands beside it

  /// Whether what follows the state is something said on the side.
  private static func isAside(_ rest: Bytes, of state: TaskState) -> Bool {
    guard let first = rest.first else { return true }
    if first.isLetter {
      let word = Vocabulary.normalized(rest.prefix(while: \.isLetter))
      let next = rest.drop(while: \.isLetter).drop(while: \.isBlank)
      let isDated = word == "on" && DateScanner.date(in: next, at: next.startIndex) != nil
      // Of a done task a preposition would say for what part it is done.
      // Where it was done says nothing of the part: `Fixed in commit 4f2a`, `Merged via #12`.
      guard state == .done else { return isDated || prepositions.contains(word) }
      let place = Vocabulary.normalized(next.prefix { $0.isLetter || $0 == UInt8(ascii: "#") || $0.isDigit })
      return isDated || word == "via" || (word == "in" && places.contains { place.hasPrefix($0) })
    }
    if first >= 0x80 { return !rest.scalar(at: rest.startIndex).scalar.properties.isAlphabetic }
    return first != UInt8(ascii: "%")
      && (!first.isDigit || DateScanner.date(in: rest, at: rest.startIndex) != nil || isDayInOtherOrder(rest))
  }

  /// Whether the words before a date say that the day has yet to come: `BLOCKED until 2025-12-24`, `DOING (ETA 2025-12-24)`.
  private static func isAhead(_ text: Bytes) -> Bool {
    text.contains(where: \.isLetter) && Vocabulary.words(of: text).contains { ahead.contains($0) }
  }

  private static let ahead: Set<Substring> = [
    "until", "till", "eta", "due", "target", "expected", "planned", "deadline", "bis",
  ]

  /// Whether a text begins with a day in other signs or another order: `2025/11/25`, `25.11.2025`.
  private static func isDayInOtherOrder(_ text: Bytes) -> Bool {
    let run = text.prefix { $0.isDigit || "/.-".utf8.contains($0) }
    let parts = run.split { !$0.isDigit }
    return parts.count == 3 && (8...10).contains(run.count) && parts.contains { $0.count == 4 }
  }

  private static let places = ["commit", "sprint", "pr", "release", "version"]
  private static let prepositions: Set<String> = [
    "to", "for", "by", "on", "until", "pending", "awaiting", "since", "due", "after", "in", "at", "behind", "from",
  ]

  /// What is said beside the date, without what encloses it.
  private static func note(in rest: Bytes, date: ByteRange?) -> LocatedText? {
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
    note = note.trimmingSuffix { $0.isSpace || ")(,;".utf8.contains($0) }
    return note.contains(where: \.isWord) ? LocatedText(note) : nil
  }

  private static func afterStrikeOut(_ text: Bytes) -> Bytes {
    guard text.hasPrefix("~~", at: text.startIndex),
      let end = text.firstRange(of: [UInt8(ascii: "~"), UInt8(ascii: "~")], from: text.startIndex + 2)
    else { return text }
    return text[end.upperBound...].trimmed
  }
}
