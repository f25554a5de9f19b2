import SprintMarkdown
import SprintModel
import SprintSource

/// Reads execution logs.
struct LogReader {
  let context: ReadingContext

  /// The columns of a log table; nil where the table is none.
  func columns(of table: Table) -> ColumnMap? {
    let columns = ColumnMap(table, context)
    return columns.has([.date, .update]) ? columns : nil
  }

  /// The entry in a row of a log table.
  func entry(in row: LogicalRow, _ columns: ColumnMap) -> LogEntry {
    let date = columns.cell(.date, of: row) ?? .empty(at: row.range.lower)
    let update = columns.cell(.update, of: row) ?? .empty(at: row.range.upper)
    let owner = columns.text(.owners, of: row).map(context.located)
    return entry(date: context.slice(date), update: context.slice(update), owner: owner, range: row.range)
  }

  /// The entry in a line such as `2025-11-25: what happened`; nil where it does not begin with a date.
  func entry(inLine line: Bytes) -> LogEntry? {
    let start = line.firstIndex { $0.isWord } ?? line.endIndex
    guard let found = DateScanner.date(in: line, at: start) else { return nil }
    let update = Self.afterTime(line[found.range.upper...]).drop {
      !$0.isWord && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "[") && $0 < 0x80
    }
    return entry(date: line.at(found.range), update: update.trimmed, owner: nil, range: line.range)
  }

  /// Without the time of day that a text begins with: ` 14:55Z`, `T14:55:10 UTC`.
  private static func afterTime(_ text: Bytes) -> Bytes {
    var rest = text.drop { $0.isBlank }
    if rest.startIndex == text.startIndex, rest.first == UInt8(ascii: "T") { rest = rest.dropFirst() }
    let time = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ":") }
    let parts = time.split(separator: UInt8(ascii: ":"))
    guard parts.count > 1, parts.allSatisfy({ $0.count == 2 }) else { return text }
    rest = rest.dropFirst(time.count)
    if rest.first == UInt8(ascii: "Z") { return rest.dropFirst() }
    return rest.hasPrefix(" UTC", at: rest.startIndex) ? rest.dropFirst(4) : rest
  }

  /// The entry in a row that stands outside the log: three cells, the first of them a date.
  func entry(inStrayRow line: Bytes) -> LogEntry? {
    let cells = CellScanner.cells(of: line)
    guard cells.count >= 2, CellScanner.looksLikeRow(line) else { return nil }
    let date = Inline.unwrapped(context.slice(cells[0]))
    guard DateScanner.date(in: date, at: date.startIndex)?.range.upper == date.endIndex else { return nil }
    return entry(
      date: date, update: context.slice(cells[1]), owner: cells.count > 2 ? context.located(cells[2]) : nil,
      range: line.trimmed.range)
  }

  private func entry(date: Bytes, update: Bytes, owner: LocatedText?, range: ByteRange) -> LogEntry {
    let (mentions, event) = context.events.read(update)
    let inner = Inline.unwrapped(date)
    return LogEntry(
      date: inner.count >= 10 ? DateScanner.date(in: inner, at: inner.startIndex)?.date : nil,
      dateText: LocatedText(date),
      update: LocatedText(update),
      owner: owner, mentions: mentions, event: event, range: range)
  }
}
