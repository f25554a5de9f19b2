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

  /// A row that has a day.
  struct Row: Sendable {
    /// The place of its entry in the log.
    let entry: Int
    let date: CalendarDate
  }

  /// The places of the entries in the log: at least one.
  private var entries: Range<Int>
  /// In the order of the file.
  private(set) var dated: [Row] = []

  /// The tables of the log. Rows that a gap cut off are a table of their own.
  static func tables(_ context: SprintContext) -> [LogTable] {
    let log = context.sprint.log
    var tables: [LogTable] = []
    var previous: ByteRange?
    for place in log.indices {
      let range = log[place].range
      guard TaskTable.isRow(context.file.slice(range)) else {
        previous = nil
        continue
      }
      let between = previous.map { context.file.slice(ByteRange($0.upper, range.lower)) }
      if let between, between.allSatisfy(\.isSpace), between.count(where: { $0 == 0x0A }) == 1 {
        tables[tables.count - 1].add(place, log[place].date)
      } else {
        var table = LogTable(entries: place..<place)
        table.add(place, log[place].date)
        tables.append(table)
      }
      previous = range
    }
    return tables
  }

  private mutating func add(_ entry: Int, _ date: CalendarDate?) {
    entries = entries.lowerBound..<entry + 1
    if let date { dated.append(Row(entry: entry, date: date)) }
  }

  /// The order that the rows mostly keep; nil where none is clear.
  var order: Order? {
    var (falls, rises) = (0, 0)
    for place in dated.indices.dropFirst() {
      if dated[place - 1].date > dated[place].date { falls += 1 }
      if dated[place - 1].date < dated[place].date { rises += 1 }
    }
    if falls > 2, falls >= rises * 3 { return .newestFirst }
    return rises > 2 && rises >= falls * 3 ? .oldestFirst : nil
  }

  /// The fewest rows without which the others are in an order.
  func misplaced(in order: Order) -> [Row] {
    func mayPrecede(_ one: Row, _ other: Row) -> Bool {
      order == .newestFirst ? one.date >= other.date : one.date <= other.date
    }
    if dated.indices.dropFirst().allSatisfy({ mayPrecede(dated[$0 - 1], dated[$0]) }) { return [] }
    let kept = Set(dated.longestRun(mayPrecede))
    return dated.indices.filter { !kept.contains($0) }.map { dated[$0] }
  }

  /// Sorts the rows and leaves those of one day as they stand; nil where a row has no date, or is damaged.
  func sorting(in order: Order, _ context: SprintContext) -> Fix? {
    let log = context.sprint.log
    let damaged = Set(context.sprint.irregularities.map(\.range))
    guard dated.count == entries.count,
      entries.allSatisfy({ !damaged.contains(log[$0].range) && !context.file.slice(log[$0].range).contains(0x0A) })
    else { return nil }
    let sorted = dated.sorted { one, other in
      if one.date == other.date { return one.entry < other.entry }
      return order == .newestFirst ? one.date > other.date : one.date < other.date
    }
    let edits = zip(entries, sorted).compactMap { entry, row in
      let moved = log[row.entry].range
      return moved == log[entry].range ? nil : TextEdit(log[entry].range, context.file.slice(moved))
    }
    return edits.isEmpty ? nil : Fix("sort the rows", .safe, edits)
  }
}
