/// Finds what somebody may have meant.
package enum Nearest {
  /// The candidates that differ least from a text, the nearest first; none that differ in more than
  /// a third of it, or in more than the limit. How much texts differ is counted as in F. Damerau, *A technique
  /// for computer detection and correction of spelling errors*, 1964, on bytes: bytes put in, left out,
  /// changed, or changed places with the next.
  package static func matches(
    for text: String, among candidates: some Sequence<String>, limit: Int? = nil, most: Int = 3
  ) -> [String] {
    let limit = limit ?? max(1, text.utf8.count / 3)
    let pattern = Array(text.utf8)
    var found: [(distance: Int, text: String)] = []
    for candidate in candidates {
      guard abs(candidate.utf8.count - pattern.count) <= limit else { continue }
      let distance = distance(pattern, Array(candidate.utf8), limit: limit)
      if distance <= limit { found.append((distance, candidate)) }
    }
    return found.sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }.prefix(most).map(\.text)
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int {
    var before: [Int] = []
    var above = Array(0...other.count)
    for (index, byte) in one.enumerated() {
      var row = above
      row[0] = index + 1
      for place in other.indices {
        row[place + 1] = min(above[place + 1] + 1, row[place] + 1, above[place] + (byte == other[place] ? 0 : 1))
        if index > 0, place > 0, byte == other[place - 1], one[index - 1] == other[place] {
          row[place + 1] = min(row[place + 1], before[place - 1] + 1)
        }
      }
      if min(row.min() ?? 0, above.min() ?? 0) > limit { return limit + 1 }
      before = above
      above = row
    }
    return above[other.count]
  }
}
