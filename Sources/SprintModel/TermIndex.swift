package import SprintSource

/// Terms of the vocabulary, each with a place from 0 on, found by a text as it is written: no copy of it in normal form
/// is made.
package final class TermIndex: Sendable {
  /// The terms of ASCII in normal form, one behind the other.
  private let letters: [UInt8]
  /// Where the letters of each term begin, and where those of the last one end.
  private let starts: [Int]
  /// The places of terms by their hash, and -1 where there is none: a power of two, so that a hash is cut by its bits.
  private let slots: [Int]
  /// The bytes of the longest term.
  private let longest: Int
  /// A bit for each first byte of a term, by its last six bits: most texts begin with another one.
  private let initials: UInt64
  /// Terms with other letters: one letter may be written in several ways there (Unicode 15, §3.7).
  private let others: [String: Int]
  /// Whoever writes a vocabulary is not to know which terms collide.
  private let seed: UInt64

  /// - Parameter terms: each once, in the normal form of ``Vocabulary/normalized(_:)``.
  package init(_ terms: [String]) {
    let seed = UInt64.random(in: .min ... .max)
    var size = 8
    while size < terms.count * 2 { size *= 2 }
    var slots = [Int](repeating: -1, count: size)
    var letters: [UInt8] = []
    var starts = [0]
    var others: [String: Int] = [:]
    for (place, term) in terms.enumerated() {
      defer { starts.append(letters.count) }
      guard term.utf8.allSatisfy({ $0 < 0x80 }) else {
        others[term] = place
        continue
      }
      var slot = FNV1a.slot(of: Self.hash(of: term.utf8.span, seed), size)
      while slots[slot] >= 0 { slot = Self.next(slot, size) }
      slots[slot] = place
      letters += term.utf8
    }
    self.others = others
    self.letters = letters
    self.starts = starts
    self.slots = slots
    self.seed = seed
    longest = terms.reduce(0) { max($0, $1.utf8.count) }
    initials = terms.reduce(0) { $0 | ($1.utf8.first.map(Self.bit) ?? 0) }
  }

  /// The place of the term that a text is, in any case and with anything but letters and digits around its words.
  package subscript(text: Bytes) -> Int? {
    let bytes = text.span
    var hash = seed
    var count = 0
    let isASCII = Vocabulary.visitNormalForm(of: bytes) { byte in
      // What no term begins with is as good as longer than any.
      count = count == 0 && initials & Self.bit(byte) == 0 ? longest + 1 : count + 1
      hash = FNV1a.step(hash, byte)
      return count <= longest
    }
    guard isASCII else { return self[normalized: Vocabulary.normalized(text)] }
    guard count <= longest else { return nil }
    return place(hash, count) { start in
      var letter = start
      _ = Vocabulary.visitNormalForm(of: bytes) { byte in
        guard letters[letter] == byte else { return false }
        letter += 1
        return true
      }
      return letter == start + count
    }
  }

  /// The place of a term in normal form.
  package subscript(normalized term: String) -> Int? {
    let bytes = term.utf8.span
    guard bytes.count <= longest, bytes.indices.allSatisfy({ bytes[$0] < 0x80 }) else { return others[term] }
    return place(Self.hash(of: bytes, seed), bytes.count) { start in
      bytes.indices.allSatisfy { letters[start + $0] == bytes[$0] }
    }
  }

  /// The place of a term with this hash and so many bytes, of which `isAt` says whether its letters begin at a place.
  @inline(__always)
  private func place(_ hash: UInt64, _ count: Int, isAt: (_ start: Int) -> Bool) -> Int? {
    var slot = FNV1a.slot(of: hash, slots.count)
    while slots[slot] >= 0 {
      let place = slots[slot]
      if starts[place + 1] - starts[place] == count, isAt(starts[place]) { return place }
      slot = Self.next(slot, slots.count)
    }
    return nil
  }

  private static func hash(of bytes: Span<UInt8>, _ seed: UInt64) -> UInt64 {
    var hash = seed
    for index in bytes.indices { hash = FNV1a.step(hash, bytes[index]) }
    return hash
  }

  private static func next(_ slot: Int, _ size: Int) -> Int { (slot + 1) & (size - 1) }

  @inline(__always)
  private static func bit(_ byte: UInt8) -> UInt64 { 1 &<< UInt64(byte & 0x3F) }
}
