/// A text that a file says, at its place.
///
/// Nearly all texts are slices of the file: they take no room of their own, and strings of them are made only where they
/// are asked for. Some are made out of what stands at their place, and hold what they say.
@usableFromInline package struct LocatedText: Sendable {
  /// The text of the file, or what is said.
  @usableFromInline let array: [UInt8]
  @usableFromInline let lower: UInt32
  /// Twice the end, and one more if the array is what is said.
  @usableFromInline let upperAndKind: UInt32

  @inlinable init(_ array: [UInt8], at range: ByteRange, isOwn: Bool) {
    self.array = array
    lower = UInt32(truncatingIfNeeded: range.lower)
    upperAndKind = UInt32(truncatingIfNeeded: range.upper) << 1 | (isOwn ? 1 : 0)
  }

  /// The text of a slice, at the place where it stands; the file may have 2 GiB.
  @inlinable package init(_ slice: Bytes) { self.init(slice.array, at: slice.range, isOwn: false) }

  /// A text that is made out of what stands at a place.
  @inlinable package init(_ text: String, at range: ByteRange) { self.init(Array(text.utf8), at: range, isOwn: true) }

  @inlinable var isOwn: Bool { upperAndKind & 1 == 1 }

  /// Where in the file it stands.
  @inlinable package var range: ByteRange { ByteRange(Int(lower), Int(upperAndKind >> 1)) }

  /// What it says.
  @inlinable package var bytes: Bytes { isOwn ? Bytes(array) : Bytes(array: array, range: range) }

  /// What it says, as a string that is made anew each time; what is no UTF-8 is replaced by U+FFFD.
  @inlinable package var value: String { bytes.string }

  /// Whether it says nothing.
  @inlinable package var isEmpty: Bool { bytes.isEmpty }

  /// The same at the place of another text, for a text that was read from the same bytes, which began at 0.
  @inlinable package func moved(to text: Bytes) -> LocatedText {
    LocatedText(isOwn ? array : text.array, at: range.moved(by: text.startIndex), isOwn: isOwn)
  }
}

extension LocatedText: Hashable {
  @usableFromInline package static func == (one: LocatedText, other: LocatedText) -> Bool {
    one.range == other.range && one.bytes == other.bytes
  }

  @usableFromInline package func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(bytes)
  }
}

/// In a message it stands for what it says, as a string does.
extension LocatedText: CustomStringConvertible {
  @usableFromInline package var description: String { value }
}
