import SprintSource

/// What tells the bullets of a flattened section from the dashes in its prose.
struct FlatListStyle {
  private let marker: UInt8
  /// The items begin with a checkbox or in bold.
  private let isStrong: Bool
  /// The items begin with a capital, a digit or a mark.
  private let isCapital: Bool
  /// The items end in a full stop or the like.
  private let isClosed: Bool

  /// Looks at all bullets of a section, of which the first is one for certain; `end` is where the section ends.
  init(_ bullets: some Collection<FlatMark>, in line: FlatLine, upTo end: Int) {
    let first = bullets.first?.offset ?? line.text.startIndex
    marker = line.text[first]
    isStrong = line.text.isStrongBullet(at: first)
    let isCapital = line.beginsCapital(behind: first)
    self.isCapital = isCapital
    let others = bullets.dropFirst().filter { !isCapital || line.beginsCapital(behind: $0.offset) }
    let closed = others.count { line.endsSentence(before: $0.offset) }
    // Where the last item ends in a full stop and most of the others do, a dash without one is prose.
    isClosed = line.endsSentence(before: end) && closed * 2 >= others.count && closed > 0
  }

  /// Whether a bullet mark begins an item; `item` is the bullet of the item before it.
  func isItem(_ offset: Int, after item: Int, in line: FlatLine) -> Bool {
    if line.text.isStrongBullet(at: offset) || line.isAfterGap(offset) { return true }
    guard line.text[offset] == marker else { return false }
    if line.endsSentence(before: offset) { return true }
    if isStrong || isClosed || isCapital && !line.beginsCapital(behind: offset) { return false }
    // "`make docs` - builds the pages": the dash parts a thing from what is said about it.
    if line.beginsWithName(behind: item), !line.beginsWithName(behind: offset) { return false }
    return !isBetweenNumbers(offset, in: line)
  }

  /// `2025-11-24 - 2025-12-05`
  private func isBetweenNumbers(_ offset: Int, in line: FlatLine) -> Bool {
    let end = line.contentEnd(before: offset)
    let next = line.contentStart(from: offset + 1)
    return end > line.text.startIndex && next < line.text.endIndex && line.text[end - 1].isDigit
      && line.text[next].isDigit
  }
}
