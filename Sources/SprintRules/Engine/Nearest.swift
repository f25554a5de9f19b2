/// Finds what somebody may have meant.
package enum Nearest {
  /// The candidates that differ least from a text, the nearest first; none that differ in more than
  /// a third of it, or in more than the limit. How much texts differ is counted as in V. Levenshtein,
  /// *Binary codes capable of correcting deletions, insertions, and reversals*, 1966, on bytes.
  package static func matches(for text: String, among candidates: some Sequence<String>, limit: Int? = nil, most: Int = 3) -> [String] {
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
    var row = Array(0...other.count)
    for (index, byte) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      var best = row[0]
      for place in other.indices {
        let above = row[place + 1]
        row[place + 1] = min(above + 1, row[place] + 1, diagonal + (byte == other[place] ? 0 : 1))
        diagonal = above
        best = min(best, row[place + 1])
      }
      if best > limit { return limit + 1 }
    }
    return row[other.count]
  }
}
