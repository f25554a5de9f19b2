import SprintModel
import SprintSource

/// Writes dates as ISO 8601 has them: `2025/11/05`, `2025.11.5` and `2025-11-5` become `2025-11-05`.
///
/// Only dates that begin with the year: whether `05/11/2025` is in May or in November nobody can tell.
enum DateSpelling {
  /// The edit of a cell that holds nothing but a date.
  static func edit(ofCell cell: Bytes) -> TextEdit? {
    date(in: cell, at: cell.startIndex).flatMap { $0.range.upper == cell.endIndex ? $0 : nil }
  }

  /// The edit of a status with a date behind the word: `DONE (2025/11/05)`, but not `Deferred to 2025/11/05`.
  static func edit(ofStatus text: Bytes) -> TextEdit? {
    guard let start = text.firstIndex(where: \.isDigit) else { return nil }
    let between = text[..<start].reversed().prefix { !$0.isLetter }
    return between.allSatisfy(\.isBlank) ? nil : date(in: text, at: start)
  }

  /// The edit of the date that begins at `index`; nil where none does, or where it is written so already.
  private static func date(in text: Bytes, at index: Int) -> TextEdit? {
    var rest = text[index...]
    func number(_ digits: ClosedRange<Int>) -> Int? {
      let run = rest.prefix(while: \.isDigit)
      rest = rest[run.endIndex...]
      return digits.contains(run.count) ? Int(run.string) : nil
    }
    guard let year = number(4...4), let separator = rest.popFirst(), "/.-".utf8.contains(separator),
      let month = number(1...2), rest.popFirst() == separator, let day = number(1...2),
      let date = CalendarDate(year: year, month: month, day: day), rest.first.map({ !$0.isWord }) ?? true,
      rest.first != separator || !(rest.dropFirst().first?.isWord ?? false)
    else { return nil }
    let range = ByteRange(index, rest.startIndex)
    return text.at(range).elementsEqual("\(date)".utf8) ? nil : TextEdit(range, "\(date)")
  }
}
