import SprintMarkdown
import SprintModel
import SprintSource

/// Which column of a table holds what.
struct ColumnMap {
  private var places = PerColumn<Int>()
  /// Header names in the vocabulary's normal form.
  let headers: [String]
  /// Headers that are not in the vocabulary, as written.
  let unknown: [String]
  /// Whether a header tells that the table lists something else than tasks.
  let isForeign: Bool
  let hasOuterPipes: Bool
  /// Whether a header names a kind of work: `Task ID`, `Story`.
  let namesTasks: Bool
  /// What tells this kind of table from others in the same file.
  let signature: String

  init(_ table: Table, _ context: ReadingContext) {
    self = context.columns(of: table.header.range) { ColumnMap(header: table.header, context) }
    if places[.id] == nil { findIDs(table, context) }
  }

  private init(header: Table.Row, _ context: ReadingContext) {
    let headers = header.cells.map { Vocabulary.normalized(context.slice($0)) }
    self.headers = headers
    signature = headers.joined(separator: "|")
    isForeign = headers.contains { context.foreignColumns.contains($0[...]) }
    hasOuterPipes = context.slice(header.range).first == CellScanner.pipe
    namesTasks = headers.contains { context.kindWords.containsWord(of: $0) }
    unknown = zip(headers, header.cells).compactMap { name, cell in
      name.isEmpty || context.columns[normalized: name] != nil ? nil : context.slice(cell).string
    }
    for (index, name) in headers.enumerated() {
      guard let column = context.columns[normalized: name], places[column] == nil else { continue }
      places[column] = index
    }
  }

  /// A table without a column named so may still have one: where most cells of `#`, or of the column of
  /// names, begin with an id.
  private mutating func findIDs(_ table: Table, _ context: ReadingContext) {
    for column in [Vocabulary.Column.number, .definition] {
      guard let place = places[column] else { continue }
      let isDeclared: (Bytes) -> Bool = { cell in
        guard let declaration = context.declarations.declaration(in: cell) else { return false }
        return declaration.form < .decimal || (declaration.form == .decimal && column == .number)
      }
      guard Self.holds(isDeclared, table, column: place, context) else { continue }
      places[.id] = place
      places[column] = column == .definition ? nextDefinition(after: place, context) : nil
      return
    }
  }

  /// Where the first column of names holds the ids, the next one holds the names.
  private func nextDefinition(after place: Int, _ context: ReadingContext) -> Int? {
    headers.indices.first { $0 > place && context.columns[normalized: headers[$0]] == .definition }
  }

  /// Whether rows are work, where neither a header nor a heading says so: a state of one of them at least is known, or
  /// there is an estimate or a dependency.
  func showsWork(in rows: [LogicalRow], _ context: ReadingContext) -> Bool {
    guard places[.status] != nil else { return places[.dependencies] != nil || places[.estimate] != nil }
    return rows.contains { hasKnownState($0, context) }
  }

  func hasKnownState(_ row: LogicalRow, _ context: ReadingContext) -> Bool {
    text(.status, of: row).map { context.status(in: $0).state != .unknown } ?? false
  }

  func has(_ columns: Set<Vocabulary.Column>) -> Bool { columns.allSatisfy { places[$0] != nil } }

  func fits(_ shape: Dialect.Columns) -> Bool {
    !isForeign && has(shape.required) && (shape.oneOf.isEmpty || shape.oneOf.contains { places[$0] != nil })
      && (shape.headers.isEmpty || headers.contains { shape.headers.contains($0) })
      && (shape.hasOuterPipes ?? hasOuterPipes) == hasOuterPipes
  }

  /// Why no dialect takes the table.
  func refusal(_ table: Table, _ context: ReadingContext) -> Reading.Reason {
    if let index = headers.firstIndex(where: { context.foreignColumns.contains($0[...]) }) {
      return .foreignHeader(context.slice(table.header.cells[index]).string)
    }
    guard places[.id] == nil else { return .noWork(unknown: unknown) }
    func column(_ isLikely: (Bytes) -> Bool) -> String? {
      headers.indices.first { Self.holds(isLikely, table, column: $0, context) }.map {
        context.slice(table.header.cells[$0]).string
      }
    }
    if let ids = column({ context.declarations.declaration(in: $0).map { $0.form < .decimal } ?? false }),
      let states = column({ context.status(in: $0).state != .unknown }), ids != states
    {
      return .unknownHeaders(ids: ids, states: states)
    }
    return .noIDs(unknown: unknown)
  }

  /// Whether three in five cells of a column, and one at least, are of a kind.
  private static func holds(_ isOfKind: (Bytes) -> Bool, _ table: Table, column: Int, _ context: ReadingContext) -> Bool
  {
    let cells = table.rows.compactMap { $0.cells.count > column ? $0.cells[column] : nil }
    var others = 0
    for cell in cells where !isOfKind(context.slice(cell)) {
      others += 1
      if others * 5 > cells.count * 2 { return false }
    }
    return !cells.isEmpty
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
