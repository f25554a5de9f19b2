package import SprintMarkdown
import SprintModel
package import SprintSource

/// A row of a table as its author meant it: lines that a newline inside a cell had parted are one
/// again, and a pipe inside a code span parts nothing.
package struct LogicalRow {
  package let range: ByteRange
  /// As many as the header has, but for rows that have fewer.
  package let cells: [ByteRange]
  let irregularity: Irregularity?

  /// The rows of a table.
  package static func rows(of table: Table, _ file: SourceFile) -> [LogicalRow] {
    var rows: [LogicalRow] = []
    rows.reserveCapacity(table.rows.count)
    var index = 0
    let hasOuterPipes = file.slice(table.header.range).first == CellScanner.pipe
    let columns = table.columns
    while index < table.rows.count {
      if mayGoOn(table.rows[index], columns: columns, hasOuterPipes: hasOuterPipes, file) {
        let (row, lines) = row(of: table.rows, at: index, columns: columns, hasOuterPipes: hasOuterPipes, file)
        rows.append(row)
        index += lines
      } else {
        rows.append(LogicalRow(table.rows[index], columns: columns, file))
        index += 1
      }
    }
    return rows
  }

  /// The row that begins with a line, and how many lines it takes.
  static func row(
    of lines: [Table.Row], at index: Int, columns: Int, hasOuterPipes: Bool, _ file: SourceFile
  ) -> (LogicalRow, lines: Int) {
    joined(lines, from: index, columns: columns, hasOuterPipes: hasOuterPipes, file)
      ?? (LogicalRow(lines[index], columns: columns, file), 1)
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
          .cellCount(
            found: found, expected: columns, dropped: Self.surplus(row, columns, file), pipesInCode: pipesInCode),
          at: row.range)
        return
      }
    }
    // GFM drops what is beyond the columns; here the last column keeps it.
    cells =
      found > columns
      ? Array(row.cells[..<(columns - 1)]) + [row.cells[columns - 1].union(row.cells[found - 1])] : row.cells
    irregularity = Irregularity(
      .cellCount(found: found, expected: columns, dropped: Self.surplus(row, columns, file), pipesInCode: []),
      at: row.range)
  }

  private init(range: ByteRange, cells: [ByteRange], breaks: [ByteRange]) {
    self.range = range
    self.cells = cells
    irregularity = Irregularity(.splitRow(breaks: breaks), at: range)
  }

  /// The row that begins at `index`, where it and the lines after it make one row with the right number of cells.
  private static func joined(
    _ lines: [Table.Row], from index: Int, columns: Int, hasOuterPipes: Bool, _ file: SourceFile
  ) -> (LogicalRow, Int)? {
    let first = lines[index]
    guard mayGoOn(first, columns: columns, hasOuterPipes: hasOuterPipes, file) else { return nil }
    var breaks: [ByteRange] = []
    var end = index
    while end + 1 < lines.count, end - index < 8 {
      let next = lines[end + 1]
      // In a table with outer pipes, a line that begins with one is a row of its own.
      guard !(hasOuterPipes && file.slice(next.range).first == CellScanner.pipe) else { return nil }
      breaks.append(ByteRange(lines[end].range.upper, next.range.lower))
      end += 1
      let range = first.range.union(next.range)
      let cells = CellScanner.cells(of: file.slice(range))
      if cells.count == columns, !hasOuterPipes || file.slice(next.range).last == CellScanner.pipe {
        return (LogicalRow(range: range, cells: cells, breaks: breaks), end - index + 1)
      }
      if cells.count > columns { return nil }
    }
    return nil
  }

  /// Whether a row may go on in the next line.
  private static func mayGoOn(_ row: Table.Row, columns: Int, hasOuterPipes: Bool, _ file: SourceFile) -> Bool {
    let cells = row.cells.count
    guard hasOuterPipes else { return cells < columns && cells > 1 }
    // The last cell may be the broken one; without outer pipes nothing tells that it is.
    guard cells <= columns, !row.range.isEmpty else { return false }
    let source = file.text
    let text = source.span
    return text[row.range.lower] == CellScanner.pipe && text[row.range.upper - 1] != CellScanner.pipe
  }

  private static func merging(_ cells: [ByteRange], across pipes: [Int]) -> [ByteRange] {
    var merged: [ByteRange] = []
    for cell in cells {
      let next = merged.last.map { last in pipes.partitionPoint { $0 < last.upper } } ?? pipes.count
      if let last = merged.last, next < pipes.count, pipes[next] < max(cell.lower, last.upper + 1) {
        merged[merged.count - 1] = last.union(cell)
      } else {
        merged.append(cell)
      }
    }
    return merged
  }

  private static func surplus(_ row: Table.Row, _ columns: Int, _ file: SourceFile) -> LocatedText? {
    guard row.cells.count > columns, let last = row.cells.last else { return nil }
    return LocatedText(file.slice(row.cells[columns].union(last)))
  }
}
