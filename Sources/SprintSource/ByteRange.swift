/// A half-open range of byte offsets, counted from 0, into the text of one file.
///
/// Offsets are stored in 32 bits: the limit on file size (4 MiB by default) lies far below.
@usableFromInline package struct ByteRange: Hashable, Sendable {
  @usableFromInline let lowerBits: UInt32
  @usableFromInline let upperBits: UInt32

  /// Makes a range; an end that lies before the start yields an empty range at the start.
  @inlinable package init(_ lower: Int, _ upper: Int) {
    lowerBits = UInt32(clamping: lower)
    upperBits = UInt32(clamping: max(lower, upper))
  }

  @inlinable package static func empty(at offset: Int) -> ByteRange { ByteRange(offset, offset) }

  @inlinable package var lower: Int { Int(lowerBits) }
  @inlinable package var upper: Int { Int(upperBits) }
  @inlinable package var count: Int { upper - lower }
  @inlinable package var isEmpty: Bool { lowerBits == upperBits }

  @inlinable package func contains(_ other: ByteRange) -> Bool { lower <= other.lower && other.upper <= upper }
  @inlinable package func overlaps(_ other: ByteRange) -> Bool { lower < other.upper && other.lower < upper }

  /// The same range of a text that begins so many bytes later.
  @inlinable package func moved(by offset: Int) -> ByteRange { ByteRange(lower + offset, upper + offset) }

  /// The smallest range that covers both.
  @inlinable package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(lower, other.lower), max(upper, other.upper))
  }
}

extension ByteRange: Comparable {
  @inlinable package static func < (one: ByteRange, other: ByteRange) -> Bool {
    (one.lowerBits, one.upperBits) < (other.lowerBits, other.upperBits)
  }
}

extension ByteRange: CustomStringConvertible {
  @inlinable package var description: String { "\(lower)..<\(upper)" }
}
