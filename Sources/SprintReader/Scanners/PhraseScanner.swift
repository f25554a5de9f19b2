package import SprintSource

/// Finds phrases such as `Depends on` in running text, at word boundaries, in any case.
package struct PhraseScanner: Sendable {
  package struct Found: Sendable {
    /// The place of the phrase in the list that the scanner was made of.
    package let index: Int
    package let range: ByteRange
  }

  /// Phrases by their first letter, the longest first.
  private let phrases: [[(index: Int, text: [UInt8])]]

  package init(_ texts: [String]) {
    var phrases = [[(index: Int, text: [UInt8])]](repeating: [], count: 128)
    for (index, text) in texts.enumerated() {
      guard let first = text.utf8.first, first < 0x80 else { continue }
      phrases[Int(first)].append((index, Array(text.utf8)))
    }
    self.phrases = phrases.map { $0.sorted { $0.text.count > $1.text.count } }
  }

  /// The phrases of a text in order, none inside another.
  package func all(in text: Bytes) -> [Found] {
    var found: [Found] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isWord else {
        index += 1
        continue
      }
      if let match = match(in: text, at: index) {
        found.append(match)
        index = match.range.upper
      }
      while index < text.endIndex, text[index].isWord || text[index] == UInt8(ascii: "-") { index += 1 }
    }
    return found
  }

  /// The phrase that begins at `index`.
  package func match(in text: Bytes, at index: Int) -> Found? {
    for phrase in phrases[Int(text[index].lowercased & 0x7F)] {
      if let end = Self.end(of: phrase.text, in: text, at: index) {
        return Found(index: phrase.index, range: ByteRange(index, end))
      }
    }
    return nil
  }

  private static func end(of phrase: [UInt8], in text: Bytes, at start: Int) -> Int? {
    var index = start
    for byte in phrase {
      // `**Dependencies**:` is the same phrase.
      if byte == UInt8(ascii: ":") { while index < text.endIndex, text[index] == UInt8(ascii: "*") { index += 1 } }
      guard index < text.endIndex, text[index].lowercased == byte else { return nil }
      index += 1
    }
    guard let last = phrase.last, last.isWord, index < text.endIndex else { return index }
    return text[index].isWord || text[index] == UInt8(ascii: "-") ? nil : index
  }
}
