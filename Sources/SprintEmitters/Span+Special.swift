extension Span<UInt8> {
  /// The first place, at or after `index`, of a byte that may not stand in a string of JSON as it is, or is not ASCII.
  func firstSpecial(from index: Int) -> Int? {
    var place = index
    // Eight bytes at a time, the last of them with some that were looked at: most strings have none.
    while place + 8 <= count, !areSpecial(at: place) { place += 8 }
    if place < count, place + 8 > count, count >= 8, !areSpecial(at: count - 8) { return nil }
    while place < count, !Self.isSpecial(self[place]) { place += 1 }
    return place < count ? place : nil
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Whether one of the eight bytes from a place on is special.
  private func areSpecial(at place: Int) -> Bool {
    let bytes = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    /// Eight times the same byte.
    func all(_ byte: UInt8) -> UInt64 { UInt64(byte) * 0x0101_0101_0101_0101 }
    /// The high bit of a byte is set where it is less than a number: once that is taken from it, and not before.
    func areBelow(_ bytes: UInt64, _ number: UInt8) -> UInt64 { (bytes &- all(number)) & ~bytes }
    func are(_ byte: UInt8) -> UInt64 { areBelow(bytes ^ all(byte), 1) }
    let found = bytes | areBelow(bytes, 0x20) | are(0x7F) | are(UInt8(ascii: "\"")) | are(UInt8(ascii: "\\"))
    return found & all(0x80) != 0
  }
}
