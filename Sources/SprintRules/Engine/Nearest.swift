/// Finds what somebody may have meant.
package enum Nearest {
  /// The candidates that differ least from a text, the nearest first; none that differ in more than
  /// a third of it, or in more than the limit. How much texts differ is counted as in F. Damerau, *A technique
  /// for computer detection and correction of spelling errors*, 1964, on bytes: bytes put in, left out,
  /// changed, or changed places with the next.
  package static func matches(
    for text: String, among candidates: some Sequence<String>, limit: Int? = nil, most: Int = 3
  ) -> [String] {
    var comparison = Comparison(with: text, limit: limit ?? max(1, text.utf8.count / 3))
    var found: [(distance: Int, text: String)] = []
    for candidate in candidates {
      guard let distance = comparison.distance(to: candidate.utf8.span) else { continue }
      if !found.contains(where: { $0.text == candidate }) { found.append((distance, candidate)) }
    }
    return found.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }.prefix(most).map(\.text)
  }

  /// Compares one text with others.
  package struct Comparison {
    private let pattern: [UInt8]
    private let limit: Int
    private var rows = Rows()

    /// Makes a comparison with a text from which others may differ as much as the limit.
    package init(with text: String, limit: Int) {
      pattern = Array(text.utf8)
      self.limit = limit
    }

    /// How much a text differs; nil where it is more than the limit.
    package mutating func distance(to candidate: Span<UInt8>) -> Int? {
      let pattern = pattern
      guard abs(candidate.count - pattern.count) <= limit else { return nil }
      let distance = rows.distance(pattern.span, candidate, limit: limit)
      return distance <= limit ? distance : nil
    }
  }

  /// Three rows of the table of distances, kept from one pair of texts to the next.
  private struct Rows {
    private var before: [Int] = []
    private var above: [Int] = []
    private var row: [Int] = []

    /// How much two texts differ; more than the limit where it is more, but not exactly how much.
    mutating func distance(_ one: Span<UInt8>, _ other: Span<UInt8>, limit: Int) -> Int {
      // Where both begin or end alike they do not differ; of ids that are worth comparing, little else is left.
      var head = 0
      while head < min(one.count, other.count), one[head] == other[head] { head += 1 }
      var (end, otherEnd) = (one.count, other.count)
      while end > head, otherEnd > head, one[end - 1] == other[otherEnd - 1] {
        end -= 1
        otherEnd -= 1
      }
      let width = otherEnd - head
      if end == head || width == 0 { return max(end - head, width) }
      let bound = Self.leastDistance(one, head..<end, other, head..<otherEnd)
      guard bound <= limit else { return bound }
      while row.count <= width {
        before.append(0)
        above.append(0)
        row.append(0)
      }
      for place in 0...width { above[place] = place }
      for index in head..<end {
        row[0] = index - head + 1
        var least = row[0]
        for place in 0..<width {
          let byte = other[head + place]
          var cost = min(above[place + 1] + 1, row[place] + 1, above[place] + (one[index] == byte ? 0 : 1))
          if index > head, place > 0, one[index] == other[head + place - 1], one[index - 1] == byte {
            cost = min(cost, before[place - 1] + 1)
          }
          row[place + 1] = cost
          least = min(least, cost)
        }
        if least > limit, (above[...width].min() ?? 0) > limit { return limit + 1 }
        swap(&before, &above)
        swap(&above, &row)
      }
      return above[width]
    }

    /// What two texts differ in at least: a byte that only one of them holds is left out, put in or changed.
    private static func leastDistance(
      _ one: Span<UInt8>, _ part: Range<Int>, _ other: Span<UInt8>, _ otherPart: Range<Int>
    ) -> Int {
      // A bit for all bytes that end in the same six bits: so there may be more than are found.
      var bytes: UInt64 = 0
      var otherBytes: UInt64 = 0
      for index in part { bytes |= 1 &<< UInt64(one[index] & 0x3F) }
      for index in otherPart { otherBytes |= 1 &<< UInt64(other[index] & 0x3F) }
      return max((bytes & ~otherBytes).nonzeroBitCount, (otherBytes & ~bytes).nonzeroBitCount)
    }
  }
}
