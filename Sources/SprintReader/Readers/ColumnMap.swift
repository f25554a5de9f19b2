import SprintMarkdown
import SprintModel
import SprintSource

/// Which column of a table holds what.
struct ColumnMap {
  private let places: [Vocabulary.Column: Int]
  /// Whether a header tells that the table lists something else than tasks.
  let isForeign: Bool
  let hasOuterPipes: Bool

  init(_ table: Table, _ context: ReadingContext) {
    var places: [Vocabulary.Column: Int] = [:]
    var isForeign = false
    for (index, cell) in table.header.cells.enumerated() {
      let name = Vocabulary.normalized(context.slice(cell))
      if let column = context.vocabulary.columns[name], places[column] == nil { places[column] = index }
      if context.vocabulary.foreignColumns.contains(name) { isForeign = true }
    }
    self.places = places
    self.isForeign = isForeign
    hasOuterPipes = context.slice(table.header.range).first == CellScanner.pipe
  }

  func has(_ columns: Set<Vocabulary.Column>) -> Bool { columns.allSatisfy { places[$0] != nil } }

  func fits(_ shape: Dialect.Columns) -> Bool {
    !isForeign && has(shape.required) && (shape.hasOuterPipes ?? hasOuterPipes) == hasOuterPipes
  }

  /// The cell of a row in this column; nil where the table has no such column or the row no such cell.
  func cell(_ column: Vocabulary.Column, of row: LogicalRow) -> ByteRange? {
    guard let place = places[column], place < row.cells.count else { return nil }
    return row.cells[place]
  }

  /// The same, but nil for an empty cell too.
  func text(_ column: Vocabulary.Column, of row: LogicalRow) -> ByteRange? {
    cell(column, of: row).flatMap { $0.isEmpty ? nil : $0 }
  }
}
