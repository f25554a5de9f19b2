private import Glibc

/// A piece of a text, by its bytes: a slice that holds the array that it is a part of, and where in it.
///
/// Its indices are those of the whole array, so a slice knows where in the file it stands: scanners take slices and
/// return slices, and the location is never lost on the way. (A slice of the standard library keeps its indices too, but
/// does not hand out its array, and takes twice the room.)
@usableFromInline package struct Bytes: Sendable {
  /// What this is a part of.
  @usableFromInline package let array: [UInt8]
  /// The part, which lies inside of the array.
  @usableFromInline package let range: ByteRange

  /// The whole of an array, of which no more than the first 4 GiB count.
  @inlinable package init(_ array: [UInt8]) {
    self.array = array
    range = ByteRange(0, array.count)
  }

  @inlinable package init(_ text: String) { self.init(Array(text.utf8)) }

  @inlinable init(array: [UInt8], range: ByteRange) {
    self.array = array
    self.range = range
  }

  @inlinable package var span: Span<UInt8> {
    // The part lies in the array.
    @_lifetime(borrow self) @inline(__always) get { unsafe array.span.extracting(unchecked: startIndex..<endIndex) }
  }

  @inlinable @inline(__always) package func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe span.withUnsafeBytes(body)
  }
}

extension Bytes: RandomAccessCollection {
  @inlinable @inline(__always) package var startIndex: Int { range.lower }
  @inlinable @inline(__always) package var endIndex: Int { range.upper }
  @inlinable @inline(__always) package var count: Int { range.count }

  @inlinable package subscript(index: Int) -> UInt8 {
    @inline(__always) get {
      precondition(index >= startIndex && index < endIndex, "no byte of the slice")
      return unsafe array.withUnsafeBufferPointer { unsafe $0[index] }
    }
  }

  @inlinable package subscript(bounds: Swift.Range<Int>) -> Bytes {
    @inline(__always) get {
      precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "no part of the slice")
      return Bytes(array: array, range: ByteRange(bounds.lowerBound, bounds.upperBound))
    }
  }

  @inlinable package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try unsafe span.withUnsafeBufferPointer(body)
  }
}

extension Bytes: Hashable {
  /// Whether the bytes are the same, wherever they stand.
  @usableFromInline package static func == (one: Bytes, other: Bytes) -> Bool {
    guard one.count == other.count else { return false }
    return unsafe one.withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { other in
        guard let start = one.baseAddress, let otherStart = other.baseAddress else { return true }
        return unsafe memcmp(start, otherStart, one.count) == 0
      }
    }
  }

  /// The count goes first: several slices that have the same bytes together are not to have one hash.
  @inlinable package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    unsafe withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

extension Bytes: ExpressibleByArrayLiteral {
  @inlinable package init(arrayLiteral elements: UInt8...) { self.init(elements) }
}

extension Bytes {
  /// The text as a string; invalid UTF-8 is replaced by U+FFFD.
  @inlinable package var string: String { String(decoding: self, as: UTF8.self) }

  /// The part of this text at `range`, cut to what there is of it.
  @inlinable package func at(_ range: ByteRange) -> Bytes {
    let lower = Swift.min(Swift.max(range.lower, startIndex), endIndex)
    return Bytes(array: array, range: ByteRange(lower, Swift.min(range.upper, endIndex)))
  }

  /// Without blanks, tabs and line ends at either end.
  @inlinable package var trimmed: Bytes {
    var lower = startIndex
    var upper = endIndex
    while lower < upper, self[lower].isSpace { lower += 1 }
    while upper > lower, self[upper - 1].isSpace { upper -= 1 }
    return self[lower..<upper]
  }

  /// Without what fulfils a condition at the end.
  ///
  /// (`removeLast` on a slice of an array that others hold too would copy the slice.)
  @inlinable package func trimmingSuffix(while isEdge: (UInt8) -> Bool) -> Bytes {
    var upper = endIndex
    while upper > startIndex, isEdge(self[upper - 1]) { upper -= 1 }
    return self[startIndex..<upper]
  }

  /// Without the line end, of whatever kind, that the text has at its end.
  @inlinable package var withoutLineEnd: Bytes { trimmingSuffix { $0 == 0x0A || $0 == 0x0D } }

  @inlinable package func hasPrefix(_ text: String, at index: Int) -> Bool {
    let prefix = text.utf8.span
    guard prefix.count <= endIndex - index else { return false }
    for place in prefix.indices where self[index + place] != prefix[place] { return false }
    return true
  }

  /// The first place of `byte` at or after `index`.
  package func firstIndex(of byte: UInt8, from index: Int) -> Int? {
    guard index < endIndex else { return nil }
    return unsafe withUnsafeBytes { text in
      guard let base = text.baseAddress,
        let found = unsafe memchr(base + (index - startIndex), Int32(byte), endIndex - index)
      else { return nil }
      return unsafe startIndex + (UnsafeRawPointer(found) - base)
    }
  }

  package func contains(_ byte: UInt8) -> Bool { firstIndex(of: byte, from: startIndex) != nil }

  /// The first place, at or after `index`, of a byte that is not ASCII.
  package func firstNonASCII(from index: Int) -> Int? {
    unsafe withUnsafeBytes { text in
      var place = index - startIndex
      // Many bytes at a time: most files have few others.
      while place + 32 <= text.count,
        unsafe (text.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self) & SIMD4(repeating: Self.highBits))
          == .zero
      {
        place += 32
      }
      while place + 8 <= text.count,
        unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self) & Self.highBits == 0
      {
        place += 8
      }
      while place < text.count, unsafe text[place] < 0x80 { place += 1 }
      return place < text.count ? startIndex + place : nil
    }
  }

  private static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  /// Whether a digit of ASCII stands in the text: no id, date or number is without one.
  package var hasDigit: Bool { firstDigit(from: startIndex) != nil }

  /// The first place, at or after `index`, of a digit of ASCII.
  package func firstDigit(from index: Int) -> Int? {
    unsafe withUnsafeBytes { text in
      var place = index - startIndex
      while place + 8 <= text.count {
        // A byte is a digit if its difference from `0` in bits is less than 10: then taking 10 from it borrows.
        let bytes = unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ 0x3030_3030_3030_3030
        if (bytes &- 0x0A0A_0A0A_0A0A_0A0A) & ~bytes & Self.highBits != 0 { break }
        place += 8
      }
      while place < text.count, unsafe !text[place].isDigit { place += 1 }
      return place < text.count ? startIndex + place : nil
    }
  }

  /// The first place of `needle`, at or after `index`.
  package func firstRange(of needle: Bytes, from index: Int) -> Swift.Range<Int>? {
    guard let first = needle.first else { return nil }
    var start = index
    while let place = firstIndex(of: first, from: start) {
      guard endIndex - place >= needle.count else { return nil }
      if self[place..<(place + needle.count)].elementsEqual(needle) { return place..<(place + needle.count) }
      start = place + 1
    }
    return nil
  }

  /// The scalar that begins at `index` and the number of bytes it takes.
  ///
  /// A byte that begins no scalar counts as one scalar of its own, U+FFFD.
  @inlinable package func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = self[index]
    return lead < 0x80 ? (Unicode.Scalar(lead), 1) : longScalar(at: index)
  }

  /// The scalar that a byte above ASCII begins.
  @usableFromInline
  func longScalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = self[index]
    let length = lead.scalarLength
    guard length > 1, index + length <= endIndex else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for next in (index + 1)..<(index + length) {
      guard self[next] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    // Overlong sequences, surrogates and what lies above U+10FFFF are no scalars (Unicode 15, table 3-7).
    guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == length else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// The number of scalars that begin between two indices, at the first of which one does.
  package func scalarCount(from start: Int, to end: Int) -> Int {
    var index = start
    var count = 0
    while index < end {
      let next = self[index..<end].firstNonASCII(from: index) ?? end
      count += next - index
      index = next
      while index < end, self[index] >= 0x80 {
        index += scalar(at: index).length
        count += 1
      }
    }
    return count
  }

  /// The scalar that ends just before `index`, with its length in bytes; nil at the start.
  package func scalar(before index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index > startIndex else { return nil }
    var start = index - 1
    while start > startIndex, self[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
    let found = scalar(at: start)
    return start + found.length == index ? found : ("\u{FFFD}", 1)
  }
}

/// For any sequence bytes would be copied one by one.
extension [UInt8] {
  @inlinable package init(_ bytes: Bytes) {
    self.init()
    append(contentsOf: bytes)
  }

  @inlinable package mutating func append(contentsOf bytes: Bytes) {
    unsafe bytes.span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  @inlinable package static func += (array: inout [UInt8], bytes: Bytes) { array.append(contentsOf: bytes) }
}

extension UInt8 {
  /// Blank, tab or a line end.
  @inlinable package var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  @inlinable package var isBlank: Bool { self == 0x20 || self == 0x09 }
  @inlinable package var isDigit: Bool { self &- 0x30 < 10 }
  @inlinable package var isUpper: Bool { self &- 0x41 < 26 }
  @inlinable package var isLower: Bool { self &- 0x61 < 26 }
  @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable package var isWord: Bool { isLetter || isDigit }
  @inlinable package var lowercased: UInt8 { isUpper ? self | 0x20 : self }

  /// The number of bytes of the UTF-8 sequence that this byte begins; 0 for one that begins none.
  var scalarLength: Int {
    switch self {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  @inlinable package init(ascii scalar: Unicode.Scalar) { self = UInt8(truncatingIfNeeded: scalar.value) }
}
