import SprintMarkdown
import SprintModel
import SprintSource

/// A row of a table as its author meant it: lines that a newline inside a cell had parted are one
/// again, and a pipe inside a code span parts nothing.
struct LogicalRow {
  let range: ByteRange
  /// As many as the header has, but for rows that have fewer.
  let cells: [ByteRange]
  let irregularity: Irregularity?

  /// The rows of a table.
  static func rows(of table: Table, _ file: SourceFile) -> [LogicalRow] {
    var rows: [LogicalRow] = []
    var index = 0
    while index < table.rows.count {
      if let (row, lines) = joined(table, from: index, file) {
        rows.append(row)
        index += lines
      } else {
        rows.append(LogicalRow(table.rows[index], columns: table.columns, file))
        index += 1
      }
    }
    return rows
  }

  init(_ row: Table.Row, columns: Int, _ file: SourceFile) {
    range = row.range
    guard row.cells.count != columns else {
      cells = row.cells
      irregularity = nil
      return
    }
    let line = file.slice(row.range)
    let pipesInCode = CellScanner.pipesInCode(of: line)
    let found = row.cells.count
    if found > columns, !pipesInCode.isEmpty {
      let merged = Self.merging(row.cells, across: pipesInCode)
      if merged.count == columns {
        cells = merged
        irregularity = Irregularity(
          .cellCount(found: found, expected: columns, dropped: Self.surplus(row, columns, file), pipesInCode: pipesInCode),
          at: row.range)
        return
      }
    }
    // GFM drops what is beyond the columns; here the last column keeps it.
    cells = found > columns ? Array(row.cells[..<(columns - 1)]) + [row.cells[columns - 1].union(row.cells[found - 1])] : row.cells
    irregularity = Irregularity(
      .cellCount(found: found, expected: columns, dropped: Self.surplus(row, columns, file), pipesInCode: []), at: row.range)
  }

  private init(range: ByteRange, cells: [ByteRange], breaks: [ByteRange]) {
    self.range = range
    self.cells = cells
    irregularity = Irregularity(.splitRow(breaks: breaks), at: range)
  }

  /// The row that begins at `index`, where it and the lines after it make one row with the right number of cells.
  private static func joined(_ table: Table, from index: Int, _ file: SourceFile) -> (LogicalRow, Int)? {
    let first = table.rows[index]
    // The last cell may be the broken one; without outer pipes nothing tells that it is.
    let cells = first.cells.count
    let mayGoOn = cells < table.columns || (cells == table.columns && hasOuterPipes(table, file))
    guard mayGoOn, isOpen(first, table, file) else { return nil }
    var breaks: [ByteRange] = []
    var end = index
    while end + 1 < table.rows.count, end - index < 8 {
      let next = table.rows[end + 1]
      // In a table with outer pipes, a line that begins with one is a row of its own.
      guard !(hasOuterPipes(table, file) && file.slice(next.range).first == CellScanner.pipe) else { return nil }
      breaks.append(ByteRange(table.rows[end].range.upper, next.range.lower))
      end += 1
      let range = first.range.union(next.range)
      let cells = CellScanner.cells(of: file.slice(range))
      if cells.count == table.columns, !hasOuterPipes(table, file) || file.slice(next.range).last == CellScanner.pipe {
        return (LogicalRow(range: range, cells: cells, breaks: breaks), end - index + 1)
      }
      if cells.count > table.columns { return nil }
    }
    return nil
  }

  /// Whether a row with too few cells may go on in the next line.
  private static func isOpen(_ row: Table.Row, _ table: Table, _ file: SourceFile) -> Bool {
    let line = file.slice(row.range)
    return hasOuterPipes(table, file) ? line.first == CellScanner.pipe && line.last != CellScanner.pipe : row.cells.count > 1
  }

  private static func hasOuterPipes(_ table: Table, _ file: SourceFile) -> Bool {
    file.slice(table.header.range).first == CellScanner.pipe
  }

  private static func merging(_ cells: [ByteRange], across pipes: [Int]) -> [ByteRange] {
    var merged: [ByteRange] = []
    for cell in cells {
      if let last = merged.last, pipes.contains(where: { last.upper <= $0 && $0 < max(cell.lower, last.upper + 1) }) {
        merged[merged.count - 1] = last.union(cell)
      } else {
        merged.append(cell)
      }
    }
    return merged
  }

  private static func surplus(_ row: Table.Row, _ columns: Int, _ file: SourceFile) -> Located<String>? {
    guard row.cells.count > columns, let last = row.cells.last else { return nil }
    return Located(file.slice(row.cells[columns].union(last)))
  }
}
