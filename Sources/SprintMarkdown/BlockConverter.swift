import SprintSource

/// Turns cmark's nodes into blocks.
///
/// Structure and lines come from cmark; text comes from slices of the source, because several of
/// cmark's columns are wrong (inlines after an escape, continuation lines, a header under a paragraph).
struct BlockConverter {
  private let file: SourceFile
  /// By line that cmark saw, the number that it has in the file.
  private let lineNumbers: [Int]
  /// Block quotes around these blocks.
  private let quotes: Int
  /// Containers around these blocks.
  private let depth: Int
  /// What stands in for a position that cmark lost.
  private let parent: ByteRange
  /// The box before the text of the first block.
  private let box: MarkdownList.Mark?
  private(set) var blocks: [Block] = []

  /// Below this, blocks are not looked into: nobody nests a tracker so deep, and recursion has its cost.
  private static let deepest = 64

  init(file: SourceFile, lineNumbers: [Int]) {
    self.init(
      file: file, lineNumbers: lineNumbers, quotes: 0, depth: 0, parent: ByteRange(0, file.text.count), box: nil)
  }

  private init(
    file: SourceFile, lineNumbers: [Int], quotes: Int, depth: Int, parent: ByteRange, box: MarkdownList.Mark?
  ) {
    self.file = file
    self.lineNumbers = lineNumbers
    self.quotes = quotes
    self.depth = depth
    self.parent = parent
    self.box = box
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

  private func children(
    of node: CMarkNode, in range: ByteRange, quotes: Int, box: MarkdownList.Mark? = nil
  ) -> [Block] {
    guard depth < Self.deepest else { return [.other(range)] }
    var converter = BlockConverter(
      file: file, lineNumbers: lineNumbers, quotes: quotes, depth: depth + 1, parent: range, box: box)
    node.forEachChild { converter.add($0) }
    return converter.blocks
  }

  // MARK: Ranges

  /// The number in the file of a line that cmark counted; 0, which no line has, where the library lost it.
  private func number(_ line: Int) -> Int { lineNumbers.indices.contains(line - 1) ? lineNumbers[line - 1] : 0 }

  private func firstLine(of node: CMarkNode) -> Int { number(node.startLine) }
  private func lastLine(of node: CMarkNode) -> Int { number(max(node.endLine, node.startLine)) }

  /// The one place where positions of cmark become ranges: what is not inside the parent falls back to it.
  private func range(of node: CMarkNode) -> ByteRange {
    guard let first = file.lines.range(ofLine: firstLine(of: node)),
      let last = file.lines.range(ofLine: lastLine(of: node))
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

  /// A line without what containers put before it.
  private func line(_ number: Int) -> Bytes {
    guard let range = file.lines.range(ofLine: number) else { return [] }
    var slice = file.slice(range).trimmed
    for _ in 0..<quotes where slice.first == UInt8(ascii: ">") { slice = slice.dropFirst().trimmed }
    return slice
  }

  /// The line at which a node begins, from its column.
  private func line(of node: CMarkNode) -> Bytes {
    let number = firstLine(of: node)
    let column = node.startColumn
    guard let range = file.lines.range(ofLine: number), column > 0 else { return line(number) }
    return file.slice(ByteRange(min(range.lower + column - 1, range.upper), range.upper)).trimmed
  }

  // MARK: Blocks

  private func heading(_ node: CMarkNode, _ range: ByteRange) -> Heading {
    var text = line(of: node)
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
  private func setextHeading(_ node: CMarkNode, _ text: Bytes) -> Heading {
    func isUnderline(_ line: Bytes) -> Bool {
      guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
      return line.allSatisfy { $0 == mark }
    }
    let start = firstLine(of: node)
    let end = lastLine(of: node)
    let underline = end - 1 > start && isUnderline(line(end - 1)) ? end - 1 : end
    let first = ByteRange(of: text)
    return Heading(
      level: node.headingLevel, range: first.union(ByteRange(of: line(underline))),
      text: underline - 1 > start ? first.union(ByteRange(of: line(underline - 1))) : first)
  }

  private func paragraph(from node: CMarkNode, _ range: ByteRange) -> Paragraph {
    let start = firstLine(of: node)
    let end = max(lastLine(of: node), start)
    let first = behindBox(ByteRange(of: line(of: node).trimmedOfComments))
    let range = isBehindBox ? ByteRange(first.lower, range.upper) : range
    guard end > start else { return Paragraph(range: range, lines: [first]) }
    var lines = [first]
    lines.reserveCapacity(end - start + 1)
    for number in start..<end { lines.append(ByteRange(of: line(number + 1).trimmedOfComments)) }
    return Paragraph(range: range, lines: lines)
  }

  /// Whether the next block begins behind a box, if it is a paragraph.
  private var isBehindBox: Bool { box != nil && blocks.isEmpty }

  /// What a line has behind the box that may stand before it.
  private func behindBox(_ line: ByteRange) -> ByteRange {
    guard let box, isBehindBox else { return line }
    return ByteRange(of: file.slice(ByteRange(max(line.lower, box.range.upper), line.upper)).trimmed)
  }

  private func list(_ node: CMarkNode, _ range: ByteRange) -> MarkdownList {
    var items: [MarkdownList.Item] = []
    node.forEachChild { item in
      let range = self.range(of: item)
      let box = box(of: range)
      let blocks = children(of: item, in: range, quotes: quotes, box: box)
      items.append(MarkdownList.Item(range: range, mark: box, blocks: blocks))
    }
    return MarkdownList(range: range, isOrdered: node.isOrderedList, items: items)
  }

  /// The box after the list marker.
  private func box(of item: ByteRange) -> MarkdownList.Mark? {
    let source = file.text
    let text = source.span
    var start = item.lower
    while start < item.upper, !text[start].isSpace { start += 1 }
    while start < item.upper, text[start].isBlank { start += 1 }
    let end = start + 3
    guard end <= item.upper, text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]"),
      end == item.upper || text[end].isSpace
    else { return nil }
    return MarkdownList.Mark(character: text[start + 1], range: ByteRange(start, end))
  }

  // MARK: Tables

  /// Adds a table, and before it the paragraph that its header line was taken from.
  ///
  /// Under a paragraph cmark gives the table and its header the position of the paragraph. The rows
  /// are always right, and the delimiter row stands right above the first of them.
  private mutating func addTable(_ node: CMarkNode) {
    var firstRow: Int?
    var lastRow = 0
    var isHeader = true
    node.forEachChild { row in
      if !isHeader {
        lastRow = firstLine(of: row)
        firstRow = firstRow ?? lastRow
      }
      isHeader = false
    }
    let start = firstLine(of: node)
    let delimiterLine = firstRow.map { $0 - 1 } ?? number(max(node.endLine, node.startLine + 1))
    let headerLine = delimiterLine - 1
    if headerLine > start {
      let lines = (start..<headerLine).map {
        $0 == start ? behindBox(ByteRange(of: line(of: node))) : ByteRange(of: line($0))
      }
      if let first = lines.first, let last = lines.last {
        blocks.append(.paragraph(Paragraph(range: first.union(last), lines: lines)))
      }
    }
    let header = Table.Row(headerLine == start ? line(of: node) : line(headerLine))
    let delimiter = ByteRange(of: line(delimiterLine))
    var rows: [Table.Row] = []
    if let firstRow {
      // cmark gives every row the column of the table, whatever its own indent.
      rows = (firstRow...max(firstRow, lastRow)).map { Table.Row(line($0), columns: header.cells.count) }
    }
    let end = rows.last?.range ?? delimiter
    blocks.append(
      .table(Table(range: header.range.union(end), header: header, delimiter: delimiter, rows: rows)))
  }
}
