package import SprintSource

extension Bytes {
  /// Without blanks, line ends and HTML comments (CommonMark 0.29 §6.10) at either end.
  package var trimmedOfComments: Bytes {
    var text = trimmed
    guard let first = text.first, let last = text.last, first == UInt8(ascii: "<") || last == UInt8(ascii: ">") else {
      return text
    }
    while text.hasPrefix("<!--", at: text.startIndex),
      let close = text.firstRange(of: Self.commentEnd, from: text.startIndex),
      // No comment has another's beginning in it: the first is text.
      text[..<close.lowerBound].firstRange(of: Self.commentStart, from: text.startIndex + 4) == nil
    {
      text = text[close.upperBound...].trimmed
    }
    while text.last == UInt8(ascii: ">"), text.suffix(3) == Self.commentEnd, let open = text.lastCommentStart {
      text = text[..<open].trimmed
    }
    return text
  }

  /// A part of this text, which has no blanks at its ends, without comments there.
  @inline(__always)
  func withoutComments(_ part: ByteRange) -> ByteRange {
    // Nearly all texts have none.
    guard !part.isEmpty, self[part.lower] == UInt8(ascii: "<") || self[part.upper - 1] == UInt8(ascii: ">") else {
      return part
    }
    return at(part).trimmedOfComments.range
  }

  /// Where the comment begins that this text ends with.
  private var lastCommentStart: Int? {
    var index = endIndex - 4
    while index >= startIndex {
      if hasPrefix("<!--", at: index) { return index }
      // Another comment's end lies in between: this `-->` closes nothing.
      if hasPrefix("-->", at: index) { return nil }
      index -= 1
    }
    return nil
  }

  private static let commentStart = Bytes("<!--")
  private static let commentEnd = Bytes("-->")
}
