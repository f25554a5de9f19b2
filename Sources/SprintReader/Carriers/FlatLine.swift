import SprintSource

/// A line that may have been many, cut at what can begin a block or a cell.
///
/// Nothing inside a code span or a comment is a mark.
struct FlatLine {
  let text: Bytes
  let words: TrackerWords
  /// In the order of the text.
  private(set) var marks: [FlatMark] = []
  /// The pipes that separate cells.
  private(set) var pipes: [Int] = []
  /// Blank lines were turned into a second blank rather than swallowed.
  let keepsBlankLines: Bool

  /// A line with more marks than this is no document.
  private static let limit = 1 << 21

  init?(_ text: Bytes, words: TrackerWords) {
    self.text = text
    self.words = words
    let headings = text.flatHeadings
    let spaced = headings.filter { $0 > text.startIndex + 1 && text[$0 - 2] == UInt8(ascii: " ") }
    keepsBlankLines = headings.count > 1 && spaced.count * 5 >= headings.count * 4
    let barriers = (headings + text.rowBoundaries).sorted()
    let opaque = CodeSpans(in: text, barriers: barriers).ranges

    var index = text.startIndex
    var span = 0
    var endsComments = false
    while index < text.endIndex {
      if span < opaque.count, index >= opaque[span].lower {
        index = max(index, opaque[span].upper)
        span += 1
        continue
      }
      let byte = text[index]
      if byte == UInt8(ascii: "|") {
        if index == text.startIndex || text[index - 1] != UInt8(ascii: "\\") { pipes.append(index) }
      } else if byte == UInt8(ascii: "<"), !endsComments, text.hasPrefix("<!--", at: index) {
        if let end = text.firstRange(of: Self.commentEnd, from: index) {
          index = end.upperBound
          while span < opaque.count, opaque[span].lower < index { span += 1 }
          continue
        }
        endsComments = true
      } else if index == text.startIndex || text[index - 1] == UInt8(ascii: " ") {
        if let kind = text.flatMark(at: index, words: words) {
          marks.append(FlatMark(kind, at: index))
        } else if keepsBlankLines, index > text.startIndex + 1, byte != UInt8(ascii: " "),
          text[index - 2] == UInt8(ascii: " ")
        {
          marks.append(FlatMark(.gap, at: index))
        }
      }
      guard marks.count + pipes.count <= Self.limit else { return nil }
      index += 1
    }
  }

  private static let commentEnd = Array("-->".utf8)[...]

  /// The first byte at or after `offset` that is no blank.
  func contentStart(from offset: Int) -> Int {
    var index = offset
    while index < text.endIndex, text[index].isSpace { index += 1 }
    return index
  }

  /// The end of what stands before `offset`, without blanks.
  func contentEnd(before offset: Int) -> Int {
    var index = offset
    while index > text.startIndex, text[index - 1].isSpace { index -= 1 }
    return index
  }

  func isBlank(from start: Int, to end: Int) -> Bool { contentStart(from: start) >= end }
}
