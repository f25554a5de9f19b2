import SprintModel
import SprintSource

/// Finds dates in text.
enum DateScanner {
  /// A run that is written as a date: `2025-11-25`. `date` is nil where the calendar has no such day.
  struct Found {
    let date: CalendarDate?
    let range: ByteRange

    var located: Located<CalendarDate>? { date.map { Located($0, at: range) } }

    /// What is written, where it is no day of the calendar.
    func impossible(in text: Bytes) -> LocatedText? { date == nil ? LocatedText(text.at(range)) : nil }
  }

  /// The first date of a text.
  static func first(in text: Bytes, from start: Int? = nil) -> Found? {
    var index = start ?? text.startIndex
    while index + 10 <= text.endIndex {
      let isStart = text[index].isDigit && (index == text.startIndex || !text[index - 1].isWord)
      if isStart, let found = date(in: text, at: index) { return found }
      index += 1
    }
    return nil
  }

  static func all(in text: Bytes) -> [Found] {
    var dates: [Found] = []
    while let found = first(in: text, from: dates.last?.range.upper) { dates.append(found) }
    return dates
  }

  /// Whether four, two and two digits stand at `index`, with hyphens between them.
  static func isDate(in text: Bytes, at index: Int) -> Bool {
    guard index + 10 <= text.endIndex else { return false }
    for place in 0..<10 {
      let byte = text[index + place]
      guard place == 4 || place == 7 ? byte == UInt8(ascii: "-") : byte.isDigit else { return false }
    }
    return true
  }

  /// The date that begins at `index`.
  static func date(in text: Bytes, at index: Int) -> Found? {
    guard isDate(in: text, at: index), let year = number(in: text, at: index, digits: 4),
      let month = number(in: text, at: index + 5, digits: 2),
      let day = number(in: text, at: index + 8, digits: 2),
      index + 10 == text.endIndex || !text[index + 10].isDigit
    else { return nil }
    return Found(date: CalendarDate(year: year, month: month, day: day), range: ByteRange(index, index + 10))
  }

  private static func number(in text: Bytes, at index: Int, digits: Int) -> Int? {
    guard index + digits <= text.endIndex else { return nil }
    var value = 0
    for byte in text[index..<(index + digits)] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
