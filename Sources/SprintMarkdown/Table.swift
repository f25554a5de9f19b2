package import SprintSource

/// A GFM table (GFM §4.10).
package struct Table: Sendable {
  package let range: ByteRange
  package let header: Row
  /// The line of dashes under the header.
  package let delimiter: ByteRange
  package let rows: [Row]

  package var columns: Int { header.cells.count }

  /// One line of a table.
  package struct Row: Sendable {
    /// The line without indentation and trailing blanks.
    package let range: ByteRange
    /// Every cell that the line holds, without padding: also those beyond the columns of the table,
    /// which GFM drops.
    package let cells: [ByteRange]

    package init(_ line: Bytes) {
      range = line.range
      cells = CellScanner.cells(of: line)
    }

    /// Makes a row of a table that has so many columns.
    init(_ line: Bytes, columns: Int) {
      range = line.range
      cells = CellScanner.cells(of: line, expecting: columns)
    }
  }
}
