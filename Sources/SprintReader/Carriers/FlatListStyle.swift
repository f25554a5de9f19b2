import SprintSource

/// What tells the bullets of a flattened section from the dashes in its prose.
struct FlatListStyle {
  private let marker: UInt8
  /// The items begin with a checkbox or in bold.
  private let isStrong: Bool
  /// The items end in a full stop or the like.
  private let isClosed: Bool

  /// Looks at all bullets of a section, of which the first is one for certain; `end` is where the section ends.
  init(_ bullets: some Collection<FlatMark>, in line: FlatLine, upTo end: Int) {
    let text = line.text
    let first = bullets.first?.offset ?? text.startIndex
    marker = text[first]
    isStrong = text.isStrongBullet(at: first)
    let others = bullets.dropFirst()
    let closed = others.count { line.endsSentence(before: $0.offset) }
    // Where the last item ends in a full stop and most of the others do, a dash without one is prose.
    isClosed = line.endsSentence(before: end) && closed * 2 >= others.count && closed > 0
  }

  /// Whether a bullet mark after the first begins an item.
  func isItem(_ offset: Int, in line: FlatLine) -> Bool {
    let text = line.text
    if text.isStrongBullet(at: offset) || line.isAfterGap(offset) { return true }
    guard text[offset] == marker else { return false }
    if line.endsSentence(before: offset) { return true }
    return !isStrong && !isClosed && !isBetweenNumbers(offset, in: line)
  }

  /// `2025-11-24 - 2025-12-05`
  private func isBetweenNumbers(_ offset: Int, in line: FlatLine) -> Bool {
    let end = line.contentEnd(before: offset)
    let next = line.contentStart(from: offset + 1)
    return end > line.text.startIndex && next < line.text.endIndex && line.text[end - 1].isDigit
      && line.text[next].isDigit
  }
}

extension FlatLine {
  /// Whether what stands before `offset` ends in a full stop, a colon or the like, perhaps within brackets or emphasis.
  func endsSentence(before offset: Int) -> Bool {
    var end = contentEnd(before: offset)
    while end > text.startIndex, ")]*_`\"'".utf8.contains(text[end - 1]) { end -= 1 }
    guard end > text.startIndex else { return false }
    return ".:!?;".utf8.contains(text[end - 1])
  }

  /// Whether a blank line or an indent stood before `offset`.
  func isAfterGap(_ offset: Int) -> Bool {
    let blanks = offset - contentEnd(before: offset)
    return blanks > 2 || (keepsBlankLines && blanks > 1)
  }
}
