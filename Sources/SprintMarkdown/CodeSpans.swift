package import SprintSource

/// The code spans of a line or a paragraph (CommonMark 0.29 §6.3): a run of backticks, closed by a
/// run of the same length.
package struct CodeSpans: Sendable {
  /// With their backticks, in order.
  package let ranges: [ByteRange]

  package init(in text: Bytes) {
    guard text.firstIndex(of: Self.tick, from: text.startIndex) != nil else {
      ranges = []
      return
    }
    let runs = Self.runs(in: text)
    // The next run of the same length, found from the back so that many open runs cost no more than one.
    var next = [Int?](repeating: nil, count: runs.count)
    var last: [Int: Int] = [:]
    for index in runs.indices.reversed() {
      next[index] = last[runs[index].count]
      last[runs[index].count] = index
    }
    var ranges: [ByteRange] = []
    var index = 0
    while index < runs.count {
      let run = runs[index]
      let isEscaped = run.lower > text.startIndex && text[run.lower - 1] == CellScanner.backslash
      if !isEscaped, let close = next[index] {
        ranges.append(run.union(runs[close]))
        index = close + 1
      } else {
        index += 1
      }
    }
    self.ranges = ranges
  }

  /// Whether a byte lies in a code span.
  package func contains(_ offset: Int) -> Bool {
    ranges.covers(offset)
  }

  private static func runs(in text: Bytes) -> [ByteRange] {
    var runs: [ByteRange] = []
    var index = text.startIndex
    while let start = text.firstIndex(of: tick, from: index) {
      index = start
      while index < text.endIndex, text[index] == tick { index += 1 }
      runs.append(ByteRange(start, index))
    }
    return runs
  }

  private static let tick = UInt8(ascii: "`")
}
