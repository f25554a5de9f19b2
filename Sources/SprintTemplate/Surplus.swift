import SprintLinker
import SprintMarkdown
import SprintModel
import SprintReader
import SprintSource

/// What rows of the source hold besides what the model takes from them: it gets columns of its own.
struct Surplus {
  struct Column: Hashable {
    let header: String
    /// Of several columns with one header, the how-manieth.
    let number: Int
  }

  struct Value {
    let column: Column
    let text: Bytes
  }

  /// By the place where the row begins.
  private var values: [Int: [Value]] = [:]
  /// Comments between the cells, by the place where the row begins.
  private var comments: [Int: [Bytes]] = [:]

  func values(ofRowAt place: Int) -> [Value] { values[place] ?? [] }
  func comments(ofRowAt place: Int) -> [Bytes] { comments[place] ?? [] }

  /// Adds what a table holds, of the rows that begin at certain places.
  mutating func add(_ table: Table, _ places: Set<Int>, _ coverage: Coverage, _ context: ReadingContext) {
    var counts: [String: Int] = [:]
    let columns = table.header.cells.map { cell in
      let header = context.slice(cell).string
      counts[header, default: 0] += 1
      return Column(header: header, number: counts[header] ?? 1)
    }
    for row in LogicalRow.rows(of: table, context.file) where places.contains(row.range.lower) {
      add(row.range, row.cells, columns, coverage, context)
    }
  }

  mutating func add(
    _ row: ByteRange, _ cells: [ByteRange], _ columns: [Column], _ coverage: Coverage, _ context: ReadingContext
  ) {
    for (column, cell) in zip(columns, cells) {
      let text = context.slice(cell)
      guard !coverage.residue(of: text).isEmpty else { continue }
      let isOwners = context.vocabulary.columns[Vocabulary.normalized(Bytes(column.header))] == .owners
      if isOwners, OwnerScanner.isNobody(text) { continue }
      values[row.lower, default: []].append(Value(column: column, text: text))
    }
    addComments(in: row, besides: cells, toRowAt: row.lower, context)
  }

  /// Adds the comments that stand between cells to the row that begins at a place.
  mutating func addComments(
    in range: ByteRange, besides cells: [ByteRange], toRowAt place: Int, _ context: ReadingContext
  ) {
    let line = context.slice(range)
    var index = line.startIndex
    while let open = line.firstRange(of: Self.opening, from: index),
      let close = line.firstRange(of: Self.closing, from: open.upperBound)
    {
      let found = ByteRange(open.lowerBound, close.upperBound)
      if !cells.contains(where: { $0.contains(found) }) { comments[place, default: []].append(line.at(found)) }
      index = close.upperBound
    }
  }

  /// Adds a value for the row that begins at a place.
  mutating func add(_ header: String, _ text: Bytes, toRowAt place: Int) {
    values[place, default: []].append(Value(column: Column(header: header, number: 1), text: text))
  }

  private static let opening = Bytes("<!--")
  private static let closing = Bytes("-->")
}
