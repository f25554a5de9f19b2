import SprintSource

/// Turns cmark's nodes into blocks.
///
/// Structure and lines come from cmark; text comes from slices of the source, because several of
/// cmark's columns are wrong (inlines after an escape, continuation lines, a header under a paragraph).
struct BlockConverter {
  private let file: SourceFile
  /// Lines of the file before the text that cmark saw.
  private let linesBefore: Int
  /// Block quotes around these blocks.
  private let quotes: Int
  /// Containers around these blocks.
  private let depth: Int
  /// What stands in for a position that cmark lost.
  private let parent: ByteRange
  private(set) var blocks: [Block] = []

  /// Below this, blocks are not looked into: nobody nests a tracker so deep, and recursion has its cost.
  private static let deepest = 64

  init(file: SourceFile, linesBefore: Int) {
    self.init(file: file, linesBefore: linesBefore, quotes: 0, depth: 0, parent: ByteRange(0, file.text.count))
  }

  private init(file: SourceFile, linesBefore: Int, quotes: Int, depth: Int, parent: ByteRange) {
    self.file = file
    self.linesBefore = linesBefore
    self.quotes = quotes
    self.depth = depth
    self.parent = parent
  }

  mutating func add(_ node: CMarkNode) {
    let range = range(of: node)
    switch node.kind {
    case .heading: blocks.append(.heading(heading(node, range)))
    case .paragraph:
      // A paragraph whose last line became the header of a table has no position: see `table`.
      if node.startLine > 0 { blocks.append(.paragraph(paragraph(from: node, range))) }
    case .list: blocks.append(.list(list(node, range)))
    case .table: addTable(node)
    case .quote: blocks.append(.quote(Quote(range: range, blocks: children(of: node, in: range, quotes: quotes + 1))))
    case .code: blocks.append(.code(CodeBlock(range: range)))
    case .thematicBreak: blocks.append(.thematicBreak(range))
    case .other: blocks.append(.other(throughComment(range)))
    }
  }

  private func children(of node: CMarkNode, in range: ByteRange, quotes: Int) -> [Block] {
    guard depth < Self.deepest else { return [.other(range)] }
    var converter = BlockConverter(
      file: file, linesBefore: linesBefore, quotes: quotes, depth: depth + 1, parent: range)
    node.forEachChild { converter.add($0) }
    return converter.blocks
  }

  // MARK: Ranges

  /// The one place where positions of cmark become ranges: what is not inside the parent falls back to it.
  private func range(of node: CMarkNode) -> ByteRange {
    guard node.startLine > 0, let first = file.lines.range(ofLine: node.startLine + linesBefore),
      let last = file.lines.range(ofLine: max(node.endLine, node.startLine) + linesBefore)
    else { return parent }
    let lower = first.lower + max(node.startColumn - 1, 0)
    let range = ByteRange(of: trimmedEnd(ByteRange(lower, last.upper)))
    return lower <= first.upper && parent.contains(range) ? range : parent
  }

  /// A comment up to where it is closed: cmark lets it end a line too early.
  private func throughComment(_ range: ByteRange) -> ByteRange {
    let text = file.slice(ByteRange(range.lower, parent.upper))
    guard text.hasPrefix("<!--", at: text.startIndex),
      let close = text.firstRange(of: Array("-->".utf8)[...], from: text.startIndex),
      let line = file.lines.range(ofLine: file.lines.line(at: close.lowerBound))
    else { return range }
    return range.union(ByteRange(of: trimmedEnd(ByteRange(range.lower, min(line.upper, parent.upper)))))
  }

  private func trimmedEnd(_ range: ByteRange) -> Bytes { file.slice(range).trimmingSuffix(while: \.isSpace) }

  /// A line, counted as cmark does, without what containers put before it.
  private func line(_ number: Int) -> Bytes {
    guard let range = file.lines.range(ofLine: number + linesBefore) else { return [] }
    var slice = file.slice(range).trimmed
    for _ in 0..<quotes where slice.first == UInt8(ascii: ">") { slice = slice.dropFirst().trimmed }
    return slice
  }

  /// A line from the column at which a node begins.
  private func line(_ number: Int, column: Int) -> Bytes {
    guard let range = file.lines.range(ofLine: number + linesBefore), column > 0 else { return line(number) }
    return file.slice(ByteRange(min(range.lower + column - 1, range.upper), range.upper)).trimmed
  }

  // MARK: Blocks

  private func heading(_ node: CMarkNode, _ range: ByteRange) -> Heading {
    var text = line(node.startLine, column: node.startColumn)
    if node.endLine > node.startLine { return setextHeading(node, text) }
    text = text.drop { $0 == UInt8(ascii: "#") }.trimmedOfComments
    // A closing run of `#` counts only after a blank (CommonMark 0.29 §4.2).
    let closing = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let rest = text.dropLast(closing)
    if closing > 0, rest.last?.isBlank ?? true { text = rest.trimmed }
    return Heading(level: node.headingLevel, range: range, text: ByteRange(of: text))
  }

  /// A heading of one line or several over a line of `=` or `-` (CommonMark 0.29 §4.3), which cmark says
  /// ends on that line or on the next.
  private func setextHeading(_ node: CMarkNode, _ firstLine: Bytes) -> Heading {
    func isUnderline(_ line: Bytes) -> Bool {
      guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
      return line.allSatisfy { $0 == mark }
    }
    let isEarly = node.endLine - 1 > node.startLine && isUnderline(line(node.endLine - 1))
    let underline = isEarly ? node.endLine - 1 : node.endLine
    let first = ByteRange(of: firstLine)
    let text = underline - 1 > node.startLine ? first.union(ByteRange(of: line(underline - 1))) : first
    return Heading(level: node.headingLevel, range: first.union(ByteRange(of: line(underline))), text: text)
  }

  private func paragraph(from node: CMarkNode, _ range: ByteRange) -> Paragraph {
    let last = max(node.endLine, node.startLine)
    var lines = [line(node.startLine, column: node.startColumn)]
    for number in node.startLine..<last { lines.append(line(number + 1)) }
    return Paragraph(range: range, lines: lines.map { ByteRange(of: $0.trimmedOfComments) })
  }

  private func list(_ node: CMarkNode, _ range: ByteRange) -> MarkdownList {
    var items: [MarkdownList.Item] = []
    node.forEachChild { item in
      let itemRange = self.range(of: item)
      items.append(self.item(blocks: children(of: item, in: itemRange, quotes: quotes), in: itemRange))
    }
    return MarkdownList(range: range, isOrdered: node.isOrderedList, items: items)
  }

  private func item(blocks: [Block], in range: ByteRange) -> MarkdownList.Item {
    guard let mark = mark(of: range) else { return MarkdownList.Item(range: range, mark: nil, blocks: blocks) }
    var blocks = blocks
    if case .paragraph(let paragraph)? = blocks.first, let first = paragraph.lines.first {
      let text = file.slice(ByteRange(max(first.lower, mark.range.upper), first.upper)).trimmed
      let lines = [ByteRange(of: text)] + paragraph.lines.dropFirst()
      blocks[0] = .paragraph(Paragraph(range: ByteRange(text.startIndex, paragraph.range.upper), lines: lines))
    }
    return MarkdownList.Item(range: range, mark: mark, blocks: blocks)
  }

  /// The box after the list marker.
  private func mark(of item: ByteRange) -> MarkdownList.Mark? {
    var rest = file.slice(item)
    rest = rest.drop { !$0.isSpace }
    rest = rest.drop { $0.isBlank }
    let start = rest.startIndex
    guard rest.count >= 3, rest[start] == UInt8(ascii: "["), rest[start + 2] == UInt8(ascii: "]"),
      rest.count == 3 || rest[start + 3].isSpace
    else { return nil }
    return MarkdownList.Mark(character: rest[start + 1], range: ByteRange(start, start + 3))
  }

  // MARK: Tables

  /// Adds a table, and before it the paragraph that its header line was taken from.
  ///
  /// Under a paragraph cmark gives the table and its header the position of the paragraph. The rows
  /// are always right, and the delimiter row stands right above the first of them.
  private mutating func addTable(_ node: CMarkNode) {
    var rows: [Table.Row] = []
    var firstRow: Int?
    var isHeader = true
    node.forEachChild { row in
      if isHeader {
        isHeader = false
      } else {
        // cmark gives every row the column of the table, whatever its own indent.
        rows.append(Table.Row(line(row.startLine)))
        if firstRow == nil { firstRow = row.startLine }
      }
    }
    let delimiterLine = firstRow.map { $0 - 1 } ?? max(node.endLine, node.startLine + 1)
    let headerLine = delimiterLine - 1
    if headerLine > node.startLine {
      let lines = (node.startLine..<headerLine).map { number in
        ByteRange(of: number == node.startLine ? line(number, column: node.startColumn) : line(number))
      }
      if let first = lines.first, let last = lines.last {
        blocks.append(.paragraph(Paragraph(range: first.union(last), lines: lines)))
      }
    }
    let header = Table.Row(
      headerLine == node.startLine ? line(headerLine, column: node.startColumn) : line(headerLine))
    let delimiter = ByteRange(of: line(delimiterLine))
    let end = rows.last?.range ?? delimiter
    blocks.append(
      .table(Table(range: header.range.union(end), header: header, delimiter: delimiter, rows: rows)))
  }
}
