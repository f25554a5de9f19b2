package import SprintSource

/// Finds phrases such as `Depends on` in running text, at word boundaries, in any case.
package struct PhraseScanner: Sendable {
  package struct Found: Sendable {
    /// The place of the phrase in the list that the scanner was made of.
    package let index: Int
    package let range: ByteRange
  }

  /// Phrases by their first letter, the longest first; those that begin with none of ASCII are the first.
  private let phrases: [[(index: Int, text: [UInt8])]]

  package init(_ texts: [String]) {
    var phrases = [[(index: Int, text: [UInt8])]](repeating: [], count: 128)
    for (index, text) in texts.enumerated() {
      guard let first = text.utf8.first else { continue }
      phrases[Self.place(of: first)].append((index, Array(text.utf8)))
    }
    self.phrases = phrases.map { $0.sorted { $0.text.count > $1.text.count } }
  }

  private static func place(of byte: UInt8) -> Int { byte < 0x80 ? Int(byte.lowercased) : 0 }

  /// The phrases of a text in order, none inside another.
  package func all(in text: Bytes) -> [Found] {
    var found: [Found] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isWord || (text[index] >= 0x80 && !phrases[0].isEmpty && text.beginsWord(at: index)) else {
        index += 1
        continue
      }
      if let match = match(in: text, at: index) {
        found.append(match)
        index = match.range.upper
      } else if text[index] >= 0x80 {
        index += text.scalar(at: index).length
      }
      while index < text.endIndex, text[index].isWord || text[index] == UInt8(ascii: "-") { index += 1 }
    }
    return found
  }

  /// The phrase that begins at `index`.
  package func match(in text: Bytes, at index: Int) -> Found? {
    for phrase in phrases[Self.place(of: text[index])] {
      if let end = Self.end(of: phrase.text, in: text, at: index) {
        return Found(index: phrase.index, range: ByteRange(index, end))
      }
    }
    return nil
  }

  private static func end(of phrase: [UInt8], in text: Bytes, at start: Int) -> Int? {
    var index = start
    var rest = phrase[...]
    while let byte = rest.first {
      // `**Dependencies**:` is the same phrase.
      if byte == UInt8(ascii: ":") { while index < text.endIndex, text[index] == UInt8(ascii: "*") { index += 1 } }
      guard index < text.endIndex else { return nil }
      if text[index] < 0x80 {
        guard text[index].lowercased == byte else { return nil }
        rest.removeFirst()
        index += 1
      } else {
        let (scalar, length) = text.scalar(at: index)
        let lower = scalar.properties.lowercaseMapping.utf8
        guard rest.starts(with: lower) else { return nil }
        rest.removeFirst(lower.count)
        index += length
      }
    }
    guard let last = phrase.last, last.isWord || last >= 0x80, index < text.endIndex else { return index }
    return text[index] == UInt8(ascii: "-") || text.letterLength(at: index) > 0 ? nil : index
  }
}
