package import SprintSource

/// Finds the cells of a table row as GFM does (GFM §4.10): pipes part them, also pipes inside code
/// spans, unless a backslash stands before the pipe; a pipe at either end parts nothing.
package enum CellScanner {
  /// The cells of a line, without padding and without comments at their ends, which no page shows. It is faster where it
  /// is told how many there will be.
  package static func cells(of line: Bytes, expecting count: Int = 8) -> [ByteRange] {
    var cells: [ByteRange] = []
    cells.reserveCapacity(count)
    forEachPart(of: line) { cells.append(line.withoutComments($0)) }
    return cells
  }

  /// All that stands between the pipes of a line, without padding.
  package static func parts(of line: Bytes) -> [ByteRange] {
    var parts: [ByteRange] = []
    forEachPart(of: line) { parts.append($0) }
    return parts
  }

  /// Goes through what stands between the pipes of a line, without padding.
  @inline(__always)
  static func forEachPart(of line: Bytes, _ body: (ByteRange) -> Void) {
    let bytes = line.span
    let offset = line.startIndex
    var end = bytes.count
    while end > 0, bytes[end - 1].isSpace { end -= 1 }
    var start = 0
    while start < end, bytes[start].isSpace { start += 1 }
    if start < end, bytes[start] == pipe { start += 1 }
    // A pipe at the end parts nothing.
    while start < end {
      let next = nextPipe(in: line, from: offset + start).map { $0 - offset } ?? end
      var lower = start
      var upper = next
      while lower < upper, bytes[lower].isSpace { lower += 1 }
      while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
      body(ByteRange(offset + lower, offset + upper))
      start = next + 1
    }
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
