import SprintSource

/// The code of a text that may be flattened: spans (CommonMark 0.29 §6.3) and blocks on one line, between a string of backticks and the
/// next one of equal length.
struct FlatCodeSpans {
  /// From the first opening backtick to behind the last closing one, in the order of the text.
  let ranges: [ByteRange]

  /// Finds them; no span reaches across one of the `barriers`, offsets in order where a block ends.
  init(in text: Bytes, barriers: [Int] = []) {
    let strings = Self.backticks(in: text)
    let partners = Self.partners(of: strings)
    var ranges: [ByteRange] = []
    var barrier = barriers.startIndex
    var place = 0
    while place < strings.count {
      let opener = strings[place]
      while barrier < barriers.count, barriers[barrier] < opener.upper { barrier += 1 }
      let limit = barrier < barriers.count ? barriers[barrier] : text.endIndex
      if let partner = partners[place],
        strings[partner].lower < limit || Self.isBlock(from: opener, to: strings[partner], in: text)
      {
        ranges.append(opener.union(strings[partner]))
        place = partner
      }
      place += 1
    }
    self.ranges = ranges
  }

  /// Whether two strings were the fences of a code block: what lies between may hold anything.
  private static func isBlock(from opener: ByteRange, to closer: ByteRange, in text: Bytes) -> Bool {
    guard opener.count > 2, opener.upper < text.endIndex, text[opener.upper].isLetter else { return false }
    return closer.upper == text.endIndex || text[closer.upper].isSpace
  }

  private static func backticks(in text: Bytes) -> [ByteRange] {
    var strings: [ByteRange] = []
    var index = text.startIndex
    while let start = text.firstIndex(of: UInt8(ascii: "`"), from: index) {
      index = start
      while index < text.endIndex, text[index] == UInt8(ascii: "`") { index += 1 }
      let isEscaped = start > text.startIndex && text[start - 1] == UInt8(ascii: "\\")
      if !isEscaped { strings.append(ByteRange(start, index)) }
    }
    return strings
  }

  /// For each string, the next one of equal length.
  private static func partners(of strings: [ByteRange]) -> [Int?] {
    var partners: [Int?] = Array(repeating: nil, count: strings.count)
    var next: [Int: Int] = [:]
    for place in strings.indices.reversed() {
      partners[place] = next[strings[place].count]
      next[strings[place].count] = place
    }
    return partners
  }

  /// Whether a byte lies in a code span.
  func contains(_ offset: Int) -> Bool {
    ranges.covers(offset)
  }
}
