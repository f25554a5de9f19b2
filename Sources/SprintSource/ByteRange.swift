/// A half-open range of byte offsets, counted from 0, into the text of one file.
///
/// Offsets are stored in 32 bits: the limit on file size (16 MiB by default) lies far below.
package struct ByteRange: Hashable, Sendable {
  private let lowerBits: UInt32
  private let upperBits: UInt32

  /// Makes a range; an end that lies before the start yields an empty range at the start.
  package init(_ lower: Int, _ upper: Int) {
    lowerBits = UInt32(clamping: lower)
    upperBits = UInt32(clamping: max(lower, upper))
  }

  /// The range that a slice of a file's bytes covers: a slice keeps the offsets of the whole.
  package init(of slice: Bytes) {
    self.init(slice.startIndex, slice.endIndex)
  }

  package static func empty(at offset: Int) -> ByteRange { ByteRange(offset, offset) }

  package var lower: Int { Int(lowerBits) }
  package var upper: Int { Int(upperBits) }
  package var count: Int { upper - lower }
  package var isEmpty: Bool { lowerBits == upperBits }

  package func contains(_ other: ByteRange) -> Bool { lower <= other.lower && other.upper <= upper }
  package func overlaps(_ other: ByteRange) -> Bool { lower < other.upper && other.lower < upper }

  /// The smallest range that covers both.
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(lower, other.lower), max(upper, other.upper))
  }
}

extension ByteRange: Comparable {
  package static func < (one: ByteRange, other: ByteRange) -> Bool {
    (one.lowerBits, one.upperBits) < (other.lowerBits, other.upperBits)
  }
}

extension ByteRange: CustomStringConvertible {
  package var description: String { "\(lower)..<\(upper)" }
}
