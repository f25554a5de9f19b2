package import SprintSource

/// Finds phrases such as `Depends on` in running text, at word boundaries, in any case.
package struct PhraseScanner: Sendable {
  package struct Found: Sendable {
    /// The place of the phrase in the list that the scanner was made of.
    package let index: Int
    package let range: ByteRange
  }

  private struct Phrase {
    let index: Int
    /// Where it stands in `letters`.
    let start: Int
    let end: Int
  }

  /// By their first letter, the longest first; those that begin with none of ASCII are the first.
  private let phrases: [Phrase]
  /// Where those with a first letter begin among the phrases, and where the last ones end.
  private let starts: [Int]
  /// All phrases, one behind the other.
  private let letters: [UInt8]
  /// By the first letter of phrases, a bit for each second letter; all bits where that is no letter of ASCII.
  private let pairs: [UInt32]

  package init(_ texts: [String]) {
    var byLetter = [[(index: Int, text: [UInt8])]](repeating: [], count: 128)
    for (index, text) in texts.enumerated() {
      guard let first = text.utf8.first else { continue }
      byLetter[Self.place(of: first)].append((index, Array(text.utf8)))
    }
    var phrases: [Phrase] = []
    var starts: [Int] = []
    var letters: [UInt8] = []
    var pairs = [UInt32](repeating: 0, count: byLetter.count)
    for group in byLetter {
      starts.append(phrases.count)
      for (index, text) in group.sorted(by: { $0.text.count > $1.text.count }) {
        phrases.append(Phrase(index: index, start: letters.count, end: letters.count + text.count))
        letters += text
        let second = text.count > 1 && text[1].isLetter ? 1 << UInt32(text[1] & 0x1F) : UInt32.max
        pairs[Self.place(of: text[0])] |= second
      }
    }
    self.phrases = phrases
    self.starts = starts + [phrases.count]
    self.letters = letters
    self.pairs = pairs
  }

  private static func place(of byte: UInt8) -> Int { byte < 0x80 ? Int(byte.lowercased) : 0 }

  /// The phrases of a text in order, none inside another.
  package func all(in text: Bytes) -> [Found] {
    var found: [Found] = []
    visit(text) {
      found.add($0)
      return true
    }
    return found
  }

  /// Whether a text has any of the phrases.
  package func occurs(in text: Bytes) -> Bool {
    var occurs = false
    visit(text) { _ in
      occurs = true
      return false
    }
    return occurs
  }

  /// Goes through the phrases of a text in order for as long as `body` wants more.
  @inline(__always)
  func visit(_ text: Bytes, _ body: (Found) -> Bool) {
    let bytes = text.span
    let hasOthers = starts[1] > 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte.isWord || (hasOthers && byte >= 0x80 && text.beginsWord(at: text.startIndex + index)) else {
        index += 1
        continue
      }
      if mayBegin(with: byte, bytes, at: index), let match = match(in: text, at: text.startIndex + index) {
        guard body(match) else { return }
        index = match.range.upper - text.startIndex
      } else if byte >= 0x80 {
        index += text.scalar(at: text.startIndex + index).length
      }
      while index < bytes.count, bytes[index].isWord || bytes[index] == UInt8(ascii: "-") { index += 1 }
    }
  }

  /// Whether some phrase has the letter, and the one after it, at its beginning; true where that is not so easily told.
  @inline(__always)
  private func mayBegin(with byte: UInt8, _ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count, byte < 0x80, bytes[index + 1].isLetter else { return true }
    return pairs[Int(byte.lowercased)] & (1 << UInt32(bytes[index + 1] & 0x1F)) != 0
  }

  /// The phrase that begins at `index`.
  package func match(in text: Bytes, at index: Int) -> Found? {
    let place = Self.place(of: text[index])
    for number in starts[place]..<starts[place + 1] {
      if let end = end(of: phrases[number], in: text, at: index) {
        return Found(index: phrases[number].index, range: ByteRange(index, end))
      }
    }
    return nil
  }

  private func end(of phrase: Phrase, in text: Bytes, at start: Int) -> Int? {
    var index = start
    var next = phrase.start
    while next < phrase.end {
      let byte = letters[next]
      // `**Dependencies**:` is the same phrase.
      if byte == UInt8(ascii: ":") { while index < text.endIndex, text[index] == UInt8(ascii: "*") { index += 1 } }
      guard index < text.endIndex else { return nil }
      if text[index] < 0x80 {
        guard text[index].lowercased == byte else { return nil }
        next += 1
        index += 1
      } else {
        let (scalar, length) = text.scalar(at: index)
        let lower = scalar.properties.lowercaseMapping.utf8
        guard letters[next..<phrase.end].starts(with: lower) else { return nil }
        next += lower.count
        index += length
      }
    }
    guard let last = letters[..<phrase.end].last, last.isWord || last >= 0x80, index < text.endIndex else {
      return index
    }
    return text[index] == UInt8(ascii: "-") || text.letterLength(at: index) > 0 ? nil : index
  }
}
