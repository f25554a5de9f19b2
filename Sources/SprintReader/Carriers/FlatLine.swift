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

  private static let limit = 1 << 21

  /// Reads a line; nil where it has more marks than a document can have.
  init?(_ text: Bytes, code: FlatCodeSpans, words: TrackerWords) {
    self.text = text
    self.words = words
    let headings = text.flatHeadings
    let spaced = headings.filter { $0 > text.startIndex + 1 && text[$0 - 2] == UInt8(ascii: " ") }
    keepsBlankLines = headings.count > 1 && spaced.count * 5 >= headings.count * 4

    let opaque = code.ranges
    var index = text.startIndex
    var span = 0
    var endsComments = false
    var boldEnd = index
    while index < text.endIndex {
      if span < opaque.count, index >= opaque[span].lower {
        addCode(opaque[span])
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
      } else if index >= boldEnd, index == text.startIndex || text[index - 1] == UInt8(ascii: " ") {
        boldEnd = text.flatBoldEnd(at: index) ?? index
        if let kind = text.flatMark(at: index, words: words), !isLabelOfItem(kind, at: index) {
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

  /// A code block was fenced by three backticks or more; what follows it is a block of its own.
  private mutating func addCode(_ span: ByteRange) {
    guard text.hasPrefix("```", at: span.lower), span.lower > text.startIndex, text[span.lower - 1].isBlank else {
      return
    }
    marks.append(FlatMark(.code, at: span.lower))
    let next = contentStart(from: span.upper)
    if next > span.upper, next < text.endIndex { marks.append(FlatMark(.gap, at: next)) }
  }

  /// A label right behind a bullet, a number or a quotation mark is the text of that item.
  private func isLabelOfItem(_ kind: FlatMark.Kind, at index: Int) -> Bool {
    guard kind == .label || kind == .boldLabel, let last = marks.last,
      [.bullet, .number, .quote].contains(last.kind)
    else {
      return false
    }
    let between = text[last.offset..<index]
    return between.count < 8 && between.allSatisfy { !$0.isLetter || $0.lowercased == UInt8(ascii: "x") }
  }

  private static let commentEnd = Bytes("-->")

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

  /// Whether the word behind the one at `offset` is code or the path of a file.
  func beginsWithName(behind offset: Int) -> Bool {
    let start = contentStart(from: offset + 1)
    let word = text[start...].prefix(120).prefix { !$0.isSpace }
    return word.first == UInt8(ascii: "`") || word.dropLast().contains { "/\\.".utf8.contains($0) }
  }

  /// Whether the word behind the one at `offset` begins with anything but a lower-case letter.
  func beginsCapital(behind offset: Int) -> Bool {
    let start = contentStart(from: text[offset...].firstIndex { $0.isSpace } ?? text.endIndex)
    return start < text.endIndex && !text[start].isLower
  }
}
