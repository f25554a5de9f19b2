import SprintSource

/// What the first cell of each row of a table without outer pipes looks like.
///
/// It is what tells the last cell of a row from the first one of the next.
enum RowLead {
  /// Upper-case segments joined by hyphens, with a digit; several of them joined by " / ".
  case taskID
  /// Upper-case letters and a number: `T12`.
  case shortID
  case date
  case number

  /// The shape of a first cell.
  init?(_ cell: Bytes) {
    let first = cell.prefix { !$0.isSpace }
    guard let shape = [RowLead.date, .taskID, .shortID, .number].first(where: { $0.matches(first) }) else { return nil }
    self = shape
  }

  /// Where the first cell of a row begins whose text ends at `end`; nil where no cell of this shape ends there.
  func start(in text: Bytes, before end: Int, noEarlierThan limit: Int) -> Int? {
    var start = wordStart(in: text, before: end, limit: limit)
    var first = text[start..<end]
    // More ids of the same row: `A-1-001 / 002 / B-2-001`.
    while self == .taskID, Self.isIDPart(first), start - 3 > limit, text.hasPrefix(" / ", at: start - 3) {
      let earlier = wordStart(in: text, before: start - 3, limit: limit)
      guard Self.isIDPart(text[earlier..<(start - 3)]) else { break }
      first = text[earlier..<(start - 3)]
      start = earlier
    }
    return start > limit && matches(first) ? start : nil
  }

  private func wordStart(in text: Bytes, before end: Int, limit: Int) -> Int {
    var start = end
    while start > limit, !text[start - 1].isSpace { start -= 1 }
    return start
  }

  private func matches(_ word: Bytes) -> Bool {
    let core = word.withoutEmphasis
    switch self {
    case .taskID:
      return Self.isIDPart(core) && core.first?.isUpper == true && core.contains(UInt8(ascii: "-"))
    case .shortID:
      let letters = core.prefix(while: \.isUpper)
      let digits = core[letters.endIndex...]
      return (1...5).contains(letters.count) && (1...5).contains(digits.count) && digits.allSatisfy(\.isDigit)
    case .date:
      return core.count == 10
        && zip(core, "0000-00-00".utf8).allSatisfy { $1 == UInt8(ascii: "0") ? $0.isDigit : $0 == $1 }
    case .number:
      return (1...4).contains(core.count) && core.allSatisfy(\.isDigit)
    }
  }

  /// Upper-case letters, digits and what joins them, with a digit, and no punctuation at the end.
  private static func isIDPart(_ word: Bytes) -> Bool {
    let core = word.withoutEmphasis
    guard let last = core.last, last.isUpper || last.isDigit, core.contains(where: \.isDigit) else { return false }
    return core.allSatisfy { $0.isUpper || $0.isDigit || "-/._".utf8.contains($0) }
  }
}

extension Bytes {
  /// Without backticks, asterisks and underscores around it.
  fileprivate var withoutEmphasis: Bytes {
    let isMark: (UInt8) -> Bool = { "`*_".utf8.contains($0) }
    return drop(while: isMark).trimmingSuffix(while: isMark)
  }
}
