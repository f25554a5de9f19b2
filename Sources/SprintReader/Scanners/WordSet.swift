import SprintSource

/// A set of words that most others are told from by their first two bytes.
struct WordSet: Sendable {
  private let words: Set<String>
  /// By the last five bits of the first byte, a bit for each last five bits of the second one; what is no letter of
  /// ASCII counts as nothing.
  private var pairs = [UInt32](repeating: 0, count: 32)

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    for word in self.words { pairs[Self.place(word.utf8.first)] |= Self.bit(word.utf8.dropFirst().first) }
  }

  /// Whether a word, in the very letters, is in the set.
  func contains(_ word: Substring) -> Bool {
    mayContain(word.utf8.first, word.utf8.dropFirst().first) && words.contains(String(word))
  }

  /// Whether a word that begins with two bytes can be in the set; there is no second, or no first, of a shorter one.
  @inline(__always)
  func mayContain(_ first: UInt8?, _ second: UInt8?) -> Bool { pairs[Self.place(first)] & Self.bit(second) != 0 }

  private static func place(_ byte: UInt8?) -> Int {
    guard let byte, byte.isLetter else { return 0 }
    return Int(byte & 0x1F)
  }

  private static func bit(_ byte: UInt8?) -> UInt32 { 1 &<< UInt32(place(byte)) }
}
