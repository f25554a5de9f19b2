import SprintSource

/// A set of words that most others are told from by their first two bytes.
struct WordSet: Sendable {
  private let words: Set<String>
  /// By the last five bits of the first byte, a bit for each last five bits of the second one; what is no letter of
  /// ASCII counts as nothing.
  private var pairs = [UInt32](repeating: 0, count: 32)
  /// By the last five bits of the first byte, a bit for each number of bytes; all bits where a word has others than ASCII,
  /// which can be written in several ways.
  private var lengths = [UInt32](repeating: 0, count: 32)

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    for word in self.words {
      let place = Self.place(word.utf8.first)
      pairs[place] |= Self.bit(word.utf8.dropFirst().first)
      lengths[place] |= word.utf8.allSatisfy { $0 < 0x80 } ? Self.bit(ofLength: word.utf8.count) : .max
    }
  }

  /// Whether a word, in the very letters, is in the set.
  func contains(_ word: Substring) -> Bool {
    let bytes = word.utf8.span
    let first = bytes.isEmpty ? nil : bytes[0]
    return mayContain(first, bytes.count > 1 ? bytes[1] : nil)
      && lengths[Self.place(first)] & Self.bit(ofLength: bytes.count) != 0 && words.contains(String(word))
  }

  /// Whether a word of a text in normal form is in the set.
  func containsWord(of text: String) -> Bool {
    let bytes = text.utf8.span
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
      if contains(start..<end, of: text, bytes) { return true }
      start = end + 1
    }
    return false
  }

  /// Whether the word that a text of these bytes has at a place, which is not empty, is in the set.
  @inline(__always)
  func contains(_ word: Range<Int>, of text: String, _ bytes: Span<UInt8>) -> Bool {
    guard mayContain(bytes[word.lowerBound], word.count > 1 ? bytes[word.lowerBound + 1] : nil) else { return false }
    let start = text.utf8.index(text.startIndex, offsetBy: word.lowerBound)
    return contains(text[start..<text.utf8.index(start, offsetBy: word.count)])
  }

  /// Whether the first word of a text in normal form is in the set.
  func containsFirstWord(of text: String) -> Bool {
    let bytes = text.utf8.span
    var end = 0
    while end < bytes.count, bytes[end] != 0x20 { end += 1 }
    return end > 0 && contains(0..<end, of: text, bytes)
  }

  /// Whether a word that begins with two bytes can be in the set; there is no second, or no first, of a shorter one.
  @inline(__always)
  func mayContain(_ first: UInt8?, _ second: UInt8?) -> Bool { pairs[Self.place(first)] & Self.bit(second) != 0 }

  private static func place(_ byte: UInt8?) -> Int {
    guard let byte, byte.isLetter else { return 0 }
    return Int(byte & 0x1F)
  }

  private static func bit(ofLength count: Int) -> UInt32 { 1 &<< UInt32(min(count, 31)) }

  private static func bit(_ byte: UInt8?) -> UInt32 { 1 &<< UInt32(place(byte)) }
}
