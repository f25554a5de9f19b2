extension OutputSpan<UInt8> {
  /// Adds bytes, for which there must be room, at once.
  @inline(__always)
  mutating func append(_ text: Span<UInt8>) {
    precondition(text.count <= freeCapacity)
    unsafe withUnsafeMutableBufferPointer { room, count in
      unsafe text.withUnsafeBufferPointer { text in
        _ = unsafe room.extracting(count...).update(fromContentsOf: text)
        count += text.count
      }
    }
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    unsafe append(Span(_unsafeStart: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a number by its digits, with zeros before them where these are fewer than `width`.
  mutating func append(decimal number: UInt, width: Int = 1) {
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    if tens > 0 || width > 1 { append(decimal: tens, width: width - 1) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: ones))
  }
}
