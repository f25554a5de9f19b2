extension Bytes {
  /// Whether all of a text is UTF-8.
  package var isWellFormed: Bool {
    var index = startIndex
    while let place = firstNonASCII(from: index) {
      index = place
      while index < endIndex, self[index] >= 0x80 {
        guard let length = wellFormedLength(at: index) else { return false }
        index += length
      }
    }
    return true
  }

  /// The length of the well-formed UTF-8 sequence that begins at `index`; nil where none does.
  ///
  /// Strict, as in table 3-7 of The Unicode Standard: no overlong form, no surrogate, nothing above
  /// U+10FFFF.
  package func wellFormedLength(at index: Int) -> Int? {
    let lead = self[index]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= endIndex, second.contains(self[index + 1]) else { return nil }
    for place in (index + 2)..<Swift.max(index + 2, index + length) where self[place] & 0xC0 != 0x80 { return nil }
    return length
  }
}
