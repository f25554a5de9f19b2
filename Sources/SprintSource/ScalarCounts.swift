/// How many Unicode scalars stand before some places of a text, so that a column of a long line need not be counted from
/// the start of the line.
struct ScalarCounts: Sendable {
  /// By place, the offset of a scalar and the number of scalars before it; in order.
  private let marks: [(offset: UInt32, count: UInt32)]

  /// The bytes between two places.
  private static let step = 256

  /// Nothing, for a text whose lines are short enough to be counted.
  init() { marks = [] }

  init(_ text: [UInt8]) {
    var marks: [(offset: UInt32, count: UInt32)] = []
    marks.reserveCapacity(text.count / Self.step + 1)
    let text = Bytes(text)
    var index = 0
    var count = 0
    var next = 0
    while index < text.endIndex {
      if index >= next {
        marks.append((UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: count)))
        next = index + Self.step
      }
      index += text.scalar(at: index).length
      count += 1
    }
    self.marks = marks
  }

  /// The scalars that begin between two offsets of the text, of which the first is one where a scalar begins.
  func count(in text: Bytes, from start: Int, to end: Int) -> Int {
    let first = marks.partitionPoint { $0.offset < start }
    let last = marks.partitionPoint { $0.offset <= end } - 1
    guard first < last else { return text.scalarCount(from: start, to: end) }
    return text.scalarCount(from: start, to: Int(marks[first].offset)) + Int(marks[last].count - marks[first].count)
      + text.scalarCount(from: Int(marks[last].offset), to: end)
  }
}
