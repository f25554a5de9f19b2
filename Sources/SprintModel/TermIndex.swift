package import SprintSource

/// Terms of the vocabulary, each with a place from 0 on, found by a text as it is written: no copy of it in normal form
/// is made.
package struct TermIndex: Sendable {
  /// The terms in normal form, one behind the other.
  private var letters: [UInt8] = []
  /// Where the letters of each term begin, and where those of the last one end.
  private var starts = [0]
  /// The places of terms by their hash, and -1 where there is none: a power of two, so that a hash is cut by its bits.
  private var slots: [Int]
  /// The bytes of the longest term.
  private var longest = 0
  /// A bit for each first byte of a term, by its last six bits: most texts begin with another one.
  private var initials: UInt64 = 0
  /// Whoever writes a vocabulary is not to know which terms collide.
  private let seed = UInt64.random(in: .min ... .max)

  /// - Parameter terms: each once, in the normal form of ``Vocabulary/normalized(_:)``.
  package init(_ terms: [String]) {
    var size = 8
    while size < terms.count * 2 { size *= 2 }
    slots = [Int](repeating: -1, count: size)
    for (place, term) in terms.enumerated() {
      var slot = slot(of: hash(of: term.utf8.span))
      while slots[slot] >= 0 { slot = next(slot) }
      slots[slot] = place
      letters += term.utf8
      starts.append(letters.count)
      longest = max(longest, term.utf8.count)
      initials |= term.utf8.first.map(Self.bit) ?? 0
    }
  }

  /// The place of the term that a text is, in any case and with anything but letters and digits around its words.
  package subscript(text: Bytes) -> Int? {
    let bytes = text.span
    var hash = seed
    var count = 0
    let isASCII = Vocabulary.visitNormalForm(of: bytes) { byte in
      // What no term begins with is as good as longer than any.
      count = count == 0 && initials & Self.bit(byte) == 0 ? longest + 1 : count + 1
      hash = Self.step(hash, byte)
      return count <= longest
    }
    guard isASCII else { return self[normalized: Vocabulary.normalized(text)] }
    guard count <= longest else { return nil }
    var slot = slot(of: hash)
    while slots[slot] >= 0 {
      let place = slots[slot]
      var letter = starts[place]
      if starts[place + 1] - letter == count {
        _ = Vocabulary.visitNormalForm(of: bytes) { byte in
          guard letters[letter] == byte else { return false }
          letter += 1
          return true
        }
        if letter == starts[place + 1] { return place }
      }
      slot = next(slot)
    }
    return nil
  }

  /// The place of a term in normal form.
  package subscript(normalized term: String) -> Int? {
    let bytes = term.utf8.span
    guard bytes.count <= longest else { return nil }
    var slot = slot(of: hash(of: bytes))
    while slots[slot] >= 0 {
      let place = slots[slot]
      let start = starts[place]
      if starts[place + 1] - start == bytes.count, bytes.indices.allSatisfy({ letters[start + $0] == bytes[$0] }) {
        return place
      }
      slot = next(slot)
    }
    return nil
  }

  private func hash(of bytes: Span<UInt8>) -> UInt64 {
    var hash = seed
    for index in bytes.indices { hash = Self.step(hash, bytes[index]) }
    return hash
  }

  /// FNV-1a, begun with a seed.
  @inline(__always)
  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The high bits are those that each byte has had its part in.
  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1) }
  private func next(_ slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

  @inline(__always)
  private static func bit(_ byte: UInt8) -> UInt64 { 1 &<< UInt64(byte & 0x3F) }
}
