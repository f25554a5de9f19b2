package import SprintSource

/// A table that would take too much time and memory to parse.
///
/// GFM fills up short rows (GFM §4.10), so that cmark-gfm makes a node for each column of each row: 2,000 columns over
/// 2,000 rows of one cell, 18 KB of text, cost it 4 s and 950 MB. So tables are measured before the parse.
package struct OversizeTable: Sendable, Equatable {
  package let columns: Int
  package let rows: Int
  /// The line of dashes.
  package let range: ByteRange

  /// The cells that a table may have when each row is filled up.
  package static let limit = 1_000_000

  /// The first table of a text that exceeds the limit.
  static func find(in file: SourceFile) -> OversizeTable? {
    // A table of fewer columns has too few bytes to exceed the limit within a file of the size limit.
    let text = file.text[...]
    var line = 1
    while let range = file.lines.range(ofLine: line) {
      line += 1
      guard let columns = columns(ofDelimiter: text.at(range)), columns > 16 else { continue }
      var rows = 0
      // What is not blank may be a row, whatever it looks like.
      while let next = file.lines.range(ofLine: line), !text.at(next).allSatisfy(\.isSpace) {
        rows += 1
        line += 1
      }
      if columns * rows > limit {
        return OversizeTable(columns: columns, rows: rows, range: ByteRange(of: text.at(range).trimmed))
      }
    }
    return nil
  }

  /// The columns of a line of dashes, with whatever containers put before it; nil for any other line.
  private static func columns(ofDelimiter line: Bytes) -> Int? {
    var pipes = 0
    for byte in line {
      switch byte {
      case CellScanner.pipe: pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
      default: if !byte.isSpace { return nil }
      }
    }
    return pipes > 0 ? pipes + 1 : nil
  }
}
