import SprintSource

extension SourceFile {
  /// The bytes of a line of the text, counted from 1, without its line end.
  func content(ofLine line: Int) -> Bytes {
    guard let range = lines.range(ofLine: line) else { return [] }
    var slice = slice(range).withoutLineEnd
    if slice.startIndex == 0, slice.hasPrefix(byteOrderMark, at: 0) { slice = slice.dropFirst(byteOrderMarkLength) }
    return slice
  }

  /// Where the text begins behind a byte order mark.
  var contentStart: Int { Bytes(text).hasPrefix(byteOrderMark, at: 0) ? byteOrderMarkLength : 0 }
}

private let byteOrderMark = "\u{FEFF}"
private let byteOrderMarkLength = 3

extension Bytes {
  var isBlankLine: Bool { allSatisfy(\.isSpace) }

  /// The level of the ATX heading that this line is (CommonMark 0.29 §4.2); nil where it is none.
  var headingLevel: Int? {
    var index = startIndex
    while index < endIndex, self[index] == UInt8(ascii: " "), index - startIndex < 4 { index += 1 }
    guard index - startIndex < 4 else { return nil }
    let start = index
    while index < endIndex, self[index] == UInt8(ascii: "#"), index - start < 7 { index += 1 }
    guard (1...6).contains(index - start), index == endIndex || self[index].isSpace else { return nil }
    return index - start
  }

  /// The beginning of a text, cut between two characters.
  func clipped(to length: Int) -> Bytes {
    guard count > length else { return self }
    var end = startIndex + length
    while end > startIndex, self[end] & 0xC0 == 0x80 { end -= 1 }
    return self[..<end]
  }

  func equals(_ text: String) -> Bool { elementsEqual(text.utf8) }
}
