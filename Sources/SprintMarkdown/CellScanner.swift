package import SprintSource

/// Finds the cells of a table row as GFM does (GFM §4.10): pipes part them, also pipes inside code
/// spans, unless a backslash stands before the pipe; a pipe at either end parts nothing.
package enum CellScanner {
  /// The cells of a line, without padding and without comments at their ends, which no page shows.
  package static func cells(of line: Bytes) -> [ByteRange] {
    var cells: [ByteRange] = []
    cells.reserveCapacity(8)
    forEachPart(of: line) { cells.append(ByteRange(of: $0.trimmedOfComments)) }
    return cells
  }

  /// All that stands between the pipes of a line, without padding.
  package static func parts(of line: Bytes) -> [ByteRange] {
    var parts: [ByteRange] = []
    forEachPart(of: line) { parts.append(ByteRange(of: $0.trimmed)) }
    return parts
  }

  /// Goes through what stands between the pipes of a line, with padding.
  @inline(__always)
  private static func forEachPart(of line: Bytes, _ body: (Bytes) -> Void) {
    let line = line.trimmed
    guard !line.isEmpty else { return }
    var start = line[line.startIndex] == pipe ? line.startIndex + 1 : line.startIndex
    var index = start
    while let place = nextPipe(in: line, from: index) {
      body(line[start..<place])
      start = place + 1
      index = start
    }
    if start < line.endIndex { body(line[start...]) }
  }

  /// The first pipe at or after `index` that parts cells.
  static func nextPipe(in line: Bytes, from index: Int) -> Int? {
    var index = index
    while let place = line.firstIndex(of: pipe, from: index) {
      if place == line.startIndex || line[place - 1] != backslash { return place }
      index = place + 1
    }
    return nil
  }

  /// The places of the pipes that part cells.
  ///
  /// One backslash before a pipe keeps it, however many stand before that one: so cmark-gfm reads it.
  package static func pipes(in line: Bytes) -> [Int] {
    var places: [Int] = []
    var index = line.startIndex
    while let place = nextPipe(in: line, from: index) {
      places.append(place)
      index = place + 1
    }
    return places
  }

  /// The places of the parting pipes that stand inside a code span: most likely meant as text.
  package static func pipesInCode(of line: Bytes) -> [Int] {
    let spans = CodeSpans(in: line)
    return pipes(in: line).filter(spans.contains)
  }

  /// Whether a line can be a row: it begins with a pipe, or ends with one, and has two cells at least.
  package static func looksLikeRow(_ line: Bytes) -> Bool {
    let line = line.trimmed
    guard line.first == pipe else { return false }
    return pipes(in: line).count > 2 || (line.last == pipe && pipes(in: line).count == 2)
  }

  @inlinable package static var pipe: UInt8 { UInt8(ascii: "|") }
  @inlinable package static var backslash: UInt8 { UInt8(ascii: "\\") }
}
