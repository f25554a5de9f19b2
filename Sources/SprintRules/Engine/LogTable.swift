import SprintModel
import SprintSource

/// The rows of the log that stand in one table, one right after the other.
struct LogTable: Sendable {
  enum Order: String, CaseIterable, Sendable {
    /// The one that most rows of a table keep.
    case auto
    case newestFirst = "newest-first"
    case oldestFirst = "oldest-first"
  }

  /// At least one, in the order of the file.
  private(set) var entries: [LogEntry]

  /// The days of the rows that have one.
  var dates: [CalendarDate] { entries.compactMap(\.date) }

  /// The tables of the log. Rows that a gap cut off are a table of their own.
  static func tables(_ context: SprintContext) -> [LogTable] {
    var tables: [LogTable] = []
    var previous: ByteRange?
    for entry in context.sprint.log {
      guard TaskTable.isRow(context.file.slice(entry.range)) else {
        previous = nil
        continue
      }
      let between = previous.map { context.file.slice(ByteRange($0.upper, entry.range.lower)) }
      if let between, between.allSatisfy(\.isSpace), between.count(where: { $0 == 0x0A }) == 1 {
        tables[tables.count - 1].entries.append(entry)
      } else {
        tables.append(LogTable(entries: [entry]))
      }
      previous = entry.range
    }
    return tables
  }

  /// The order that the rows mostly keep; nil where none is clear.
  var order: Order? {
    let dates = dates
    let steps = zip(dates, dates.dropFirst())
    let falls = steps.count { $0 > $1 }
    let rises = steps.count { $0 < $1 }
    if falls > 2, falls >= rises * 3 { return .newestFirst }
    return rises > 2 && rises >= falls * 3 ? .oldestFirst : nil
  }

  /// The fewest rows without which the others are in an order.
  func misplaced(in order: Order) -> [LogEntry] {
    let dated = entries.filter { $0.date != nil }
    let days = dated.compactMap(\.date)
    func mayPrecede(_ one: CalendarDate, _ other: CalendarDate) -> Bool {
      order == .newestFirst ? one >= other : one <= other
    }
    if zip(days, days.dropFirst()).allSatisfy(mayPrecede) { return [] }
    let kept = Set(days.longestRun(mayPrecede))
    return dated.indices.filter { !kept.contains($0) }.map { dated[$0] }
  }

  /// Sorts the rows and leaves those of one day as they stand; nil where a row has no date, or is damaged.
  func sorting(in order: Order, _ context: SprintContext) -> Fix? {
    let damaged = Set(context.sprint.irregularities.map(\.range))
    guard dates.count == entries.count,
      entries.allSatisfy({ !damaged.contains($0.range) && !context.file.slice($0.range).contains(0x0A) })
    else { return nil }
    let sorted = zip(dates, entries).enumerated().sorted { one, other in
      let (first, second) = (one.element.0, other.element.0)
      if first == second { return one.offset < other.offset }
      return order == .newestFirst ? first > second : first < second
    }
    let edits = zip(entries, sorted).compactMap { entry, row in
      let moved = row.element.1.range
      return moved == entry.range ? nil : TextEdit(entry.range, context.file.slice(moved))
    }
    return edits.isEmpty ? nil : Fix("sort the rows", .safe, edits)
  }
}
