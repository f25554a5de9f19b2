import SprintSource

/// Letters of any script.
extension Bytes {
  /// The length of the letter or digit at `index`; 0 where there stands something else.
  func letterLength(at index: Int) -> Int {
    if self[index] < 0x80 { return self[index].isWord ? 1 : 0 }
    let (scalar, length) = scalar(at: index)
    return scalar.properties.isAlphabetic ? length : 0
  }

  /// Where the first letter or digit stands.
  var firstLetter: Int? {
    var index = startIndex
    while index < endIndex {
      if letterLength(at: index) > 0 { return index }
      index += self[index] < 0x80 ? 1 : scalar(at: index).length
    }
    return nil
  }

  /// Whether the text ends with these small letters, in any case.
  func endsWith(_ letters: [UInt8]) -> Bool {
    count >= letters.count && zip(suffix(letters.count), letters).allSatisfy { $0.lowercased == $1 }
  }

  /// Whether a letter stands at `index`, and none before it.
  func beginsWord(at index: Int) -> Bool {
    guard letterLength(at: index) > 0 else { return false }
    return !(scalar(before: index)?.scalar.properties.isAlphabetic ?? false)
  }
}
