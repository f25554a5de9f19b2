/// Where each line of a text begins.
///
/// A line ends at LF, CR LF or a lone CR, as in CommonMark 0.29 §2.1 (*line ending*), so that line
/// numbers agree with the parser's.
@usableFromInline package struct LineTable: Sendable {
  /// Offsets of the first byte of each line; the first is 0.
  @usableFromInline let starts: [UInt32]
  @usableFromInline let count: Int

  package init(_ text: [UInt8]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(text.count / 64 + 1)
    let slice = Bytes(text)
    // Nearly all files have the one kind of line end.
    var index = slice.firstIndex(of: 0x0D, from: 0) == nil ? text.count : 0
    if index > 0 {
      var next = 0
      while let end = slice.firstIndex(of: 0x0A, from: next) {
        next = end + 1
        starts.append(UInt32(truncatingIfNeeded: next))
      }
    }
    let bytes = text.span
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A {
        starts.append(UInt32(truncatingIfNeeded: index))
      } else if byte == 0x0D {
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        starts.append(UInt32(truncatingIfNeeded: index))
      }
    }
    // A line end at the end of the text ends the last line; it begins no further one.
    if starts.count > 1, Int(starts[starts.count - 1]) == text.count { starts.removeLast() }
    self.starts = starts
    self.count = text.count
  }

  /// Whether a line has so many bytes that it is a burden to count its columns for each finding on it.
  var hasLongLine: Bool {
    let longest = 4_096
    // Between so few lines as the bytes make full, no line is longer.
    guard count > longest else { return false }
    return zip(starts, starts.dropFirst()).contains { $1 - $0 > longest }
      || count - Int(starts[starts.count - 1]) > longest
  }

  /// The number of lines; a text without a byte has one, empty.
  @inlinable package var lineCount: Int { starts.count }

  /// The line, counted from 1, that holds the byte at `offset` (an offset past the end: the last line).
  @inlinable package func line(at offset: Int) -> Int {
    max(1, starts.partitionPoint { Int($0) <= offset })
  }

  /// The bytes of a line, counted from 1, with its line end; nil where there is no such line.
  @inlinable package func range(ofLine line: Int) -> ByteRange? {
    guard line >= 1, line <= starts.count else { return nil }
    let upper = line < starts.count ? Int(starts[line]) : count
    return ByteRange(Int(starts[line - 1]), upper)
  }
}
