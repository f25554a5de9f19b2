import SprintMarkdown
import SprintSource

/// Takes blanks off the ends of lines where they mean nothing.
///
/// Two blanks before a line break are a hard break (CommonMark 0.29 §6.11) and stay; so does all in code, HTML and quotes.
enum TrailingBlanks {
  static func plan(_ document: MarkdownDocument, of file: SourceFile, in lines: inout LinePlan) {
    let count = file.lines.lineCount
    var line = document.frontMatter.map { file.lines.line(at: $0.upper) + 1 } ?? 1
    /// Blank lines are empty ones, wherever no code or HTML can hold them.
    func trimBlank(upTo end: Int) {
      while line < end {
        if lines.isBlank(line) { lines.trim(line) }
        line += 1
      }
    }
    for (index, block) in document.blocks.enumerated() {
      let next = index + 1 < document.blocks.count ? document.blocks[index + 1].range.lower : nil
      let end = next.map { file.lines.line(at: $0) } ?? count + 1
      trimBlank(upTo: file.lines.line(at: block.range.lower))
      trim(block, of: file, in: &lines)
      if block.holdsVerbatim { line = max(line, end) } else { trimBlank(upTo: end) }
    }
    trimBlank(upTo: count + 1)
  }

  private static func trim(_ block: Block, of file: SourceFile, in lines: inout LinePlan) {
    switch block {
    case .paragraph(let paragraph):
      guard let first = paragraph.lines.first, let last = paragraph.lines.last else { return }
      trim(file.lines.line(at: first.lower), through: file.lines.line(at: last.lower), of: file, in: &lines)
    case .heading(let heading):
      // Of a heading of several lines, the breaks are those of a paragraph.
      let first = file.lines.line(at: heading.range.lower)
      let text = file.lines.line(at: max(heading.text.lower, heading.text.upper - 1))
      let last = file.lines.line(at: max(heading.range.lower, heading.range.upper - 1))
      trim(first, through: max(first, text), of: file, in: &lines)
      if last > text { trim(last, through: last, of: file, in: &lines) }
    case .table(let table):
      for range in [table.header.range, table.delimiter] + table.rows.map(\.range) {
        lines.trim(file.lines.line(at: range.lower))
      }
    case .list(let list) where !block.holdsVerbatim:
      for item in list.items { for inner in item.blocks { trim(inner, of: file, in: &lines) } }
    case .thematicBreak(let range): lines.trim(file.lines.line(at: range.lower))
    case .list, .quote, .code, .other: break
    }
  }

  /// Trims the lines of a paragraph.
  private static func trim(_ first: Int, through last: Int, of file: SourceFile, in lines: inout LinePlan) {
    guard let start = file.lines.range(ofLine: first), let end = file.lines.range(ofLine: last) else { return }
    var breaks = BreakFinder(file.slice(start.union(end)))
    for line in first...last {
      let content = lines.content(of: line)
      var text = content
      while text.last?.isBlank ?? false { text.removeLast() }
      guard text.count < content.count else { continue }
      // The blank parts a backslash from the line break, and a box from what would else be its text.
      if text.last == CellScanner.backslash || text.last == UInt8(ascii: "]") { continue }
      if line < last, content.suffix(2) == [0x20, 0x20] || !breaks.isPlain(at: text.endIndex) { continue }
      lines.trim(line)
    }
  }
}

/// Tells whether the line breaks of a paragraph stand in plain text.
private struct BreakFinder {
  private let text: Bytes
  private let code: CodeSpans
  private var index: Int
  /// Whether a tag, or the destination and title of a link, may be open.
  private var isInTag = false
  private var isInLink = false

  init(_ text: Bytes) {
    self.text = text
    code = CodeSpans(in: text)
    index = text.startIndex
  }

  /// Asked about in the order of the text.
  mutating func isPlain(at offset: Int) -> Bool {
    while index < min(offset, text.endIndex) {
      switch text[index] {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: "]"): isInLink = isInLink || text.hasPrefix("](", at: index) || text.hasPrefix("]:", at: index)
      case UInt8(ascii: ")"): isInLink = false
      default: break
      }
      index += 1
    }
    return !isInTag && !isInLink && !code.contains(offset)
  }
}
