import SprintSource

/// Turns cmark's nodes into blocks.
///
/// Structure and lines come from cmark; text comes from slices of the source, because several of
/// cmark's columns are wrong (inlines after an escape, continuation lines, a header under a paragraph).
struct BlockConverter {
  private let file: SourceFile
  /// By line that cmark saw, the number that it has in the file.
  private let lineNumbers: [Int]
  /// How many lines below a node stands what is made of it: of lines that are the same, cmark did not see all.
  private var shift = 0
  /// Block quotes around these blocks.
  private var quotes = 0
  /// Containers around these blocks.
  private var depth = 0
  /// What stands in for a position that cmark lost.
  private var parent: ByteRange
  /// The box before the text of the first block.
  private var box: MarkdownList.Mark?
  private(set) var blocks: [Block] = []

  /// Below this, blocks are not looked into: nobody nests a tracker so deep, and recursion has its cost.
  private static let deepest = 64

  init(file: SourceFile, lineNumbers: [Int]) {
    self.file = file
    self.lineNumbers = lineNumbers
    parent = ByteRange(0, file.text.count)
  }

  mutating func add(_ node: CMarkNode) {
    let range = range(of: node)
    switch node.kind {
    case .heading: blocks.add(.heading(heading(node, range)))
    case .paragraph:
      // A paragraph whose last line became the header of a table has no position: see `table`.
      if node.startLine > 0 { blocks.add(.paragraph(paragraph(from: node, range))) }
    case .list: blocks.add(.list(list(node, range)))
    case .table: addTable(node)
    case .quote:
      var inner = inside(range)
      inner.quotes += 1
      blocks.add(.quote(Quote(range: range, blocks: inner.children(of: node))))
    case .code: blocks.add(.code(CodeBlock(range: range)))
    case .thematicBreak: blocks.add(.thematicBreak(range))
    case .other: blocks.add(.other(throughComment(range)))
    }
  }

  /// What turns the blocks of a container into blocks.
  private func inside(_ range: ByteRange) -> BlockConverter {
    var inner = self
    inner.depth += 1
    inner.parent = range
    inner.box = nil
    inner.blocks = []
    return inner
  }

  private mutating func children(of node: CMarkNode) -> [Block] {
    guard depth <= Self.deepest else { return [.other(parent)] }
    node.forEachChild { add($0) }
    return blocks
  }

  // MARK: Ranges

  /// The number in the file of a line that cmark counted; 0, which no line has, where the library lost it.
  private func number(_ line: Int) -> Int {
    lineNumbers.indices.contains(line - 1) ? lineNumbers[line - 1] + shift : 0
  }

  private func firstLine(of node: CMarkNode) -> Int { number(node.startLine) }
  private func lastLine(of node: CMarkNode) -> Int { number(max(node.endLine, node.startLine)) }

  /// The one place where positions of cmark become ranges: what is not inside the parent falls back to it.
  private func range(of node: CMarkNode) -> ByteRange {
    guard let first = file.lines.range(ofLine: firstLine(of: node)),
      let last = file.lines.range(ofLine: lastLine(of: node))
    else { return parent }
    let lower = first.lower + max(node.startColumn - 1, 0)
    let range = trimmedEnd(ByteRange(lower, last.upper))
    return lower <= first.upper && parent.contains(range) ? range : parent
  }

  /// A comment up to where it is closed: cmark lets it end a line too early.
  private func throughComment(_ range: ByteRange) -> ByteRange {
    let text = file.slice(ByteRange(range.lower, parent.upper))
    guard text.hasPrefix("<!--", at: text.startIndex),
      let close = text.firstRange(of: Bytes("-->"), from: text.startIndex),
      let line = file.lines.range(ofLine: file.lines.line(at: close.lowerBound))
    else { return range }
    return range.union(trimmedEnd(ByteRange(range.lower, min(line.upper, parent.upper))))
  }

  private func trimmedEnd(_ range: ByteRange) -> ByteRange {
    let text = file.text
    let bytes = text.span
    var upper = range.upper
    while upper > range.lower, bytes[upper - 1].isSpace { upper -= 1 }
    return ByteRange(range.lower, upper)
  }

  private func byte(at index: Int, in range: ByteRange) -> UInt8? {
    index >= range.lower && index < range.upper ? file.text[index] : nil
  }

  /// A line without what containers put before it.
  private func line(_ number: Int) -> ByteRange {
    guard let whole = file.lines.range(ofLine: number) else { return .empty(at: 0) }
    var range = file.trimmed(whole)
    for _ in 0..<quotes where byte(at: range.lower, in: range) == UInt8(ascii: ">") {
      range = file.trimmed(ByteRange(range.lower + 1, range.upper))
    }
    return range
  }

  /// The line at which a node begins, from its column.
  private func line(of node: CMarkNode) -> ByteRange {
    let number = firstLine(of: node)
    let column = node.startColumn
    guard let range = file.lines.range(ofLine: number), column > 0 else { return line(number) }
    return file.trimmed(ByteRange(min(range.lower + column - 1, range.upper), range.upper))
  }

  /// A line without comments at its ends; nearly all lines have none.
  private func withoutComments(_ line: ByteRange) -> ByteRange {
    byte(at: line.lower, in: line) == UInt8(ascii: "<") || byte(at: line.upper - 1, in: line) == UInt8(ascii: ">")
      ? file.slice(line).trimmedOfComments.range : line
  }

  // MARK: Blocks

  private func heading(_ node: CMarkNode, _ range: ByteRange) -> Heading {
    let line = line(of: node)
    if node.endLine > node.startLine { return setextHeading(node, line) }
    var text = file.slice(line).drop { $0 == UInt8(ascii: "#") }.trimmedOfComments
    // A closing run of `#` counts only after a blank (CommonMark 0.29 §4.2).
    let rest = text.trimmingSuffix { $0 == UInt8(ascii: "#") }
    if rest.endIndex < text.endIndex, rest.last?.isBlank ?? true { text = rest.trimmed }
    return Heading(level: node.headingLevel, range: range, text: text.range)
  }

  /// A heading of one line or several over a line of `=` or `-` (CommonMark 0.29 §4.3), which cmark says
  /// ends on that line or on the next.
  private func setextHeading(_ node: CMarkNode, _ first: ByteRange) -> Heading {
    func isUnderline(_ line: Bytes) -> Bool {
      guard let mark = line.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
      return line.allSatisfy { $0 == mark }
    }
    let start = firstLine(of: node)
    let end = lastLine(of: node)
    let underline = end - 1 > start && isUnderline(file.slice(line(end - 1))) ? end - 1 : end
    return Heading(
      level: node.headingLevel, range: first.union(line(underline)),
      text: underline - 1 > start ? first.union(line(underline - 1)) : first)
  }

  private func paragraph(from node: CMarkNode, _ range: ByteRange) -> Paragraph {
    let start = firstLine(of: node)
    let end = max(lastLine(of: node), start)
    let first = behindBox(withoutComments(line(of: node)))
    let range = isBehindBox ? ByteRange(first.lower, range.upper) : range
    guard end > start else { return Paragraph(range: range, lines: [first]) }
    var lines = [first]
    lines.reserveCapacity(end - start + 1)
    for number in start..<end { lines.append(withoutComments(line(number + 1))) }
    return Paragraph(range: range, lines: lines)
  }

  /// Whether the next block begins behind a box, if it is a paragraph.
  private var isBehindBox: Bool { box != nil && blocks.isEmpty }

  /// What a line has behind the box that may stand before it.
  private func behindBox(_ line: ByteRange) -> ByteRange {
    guard let box, isBehindBox else { return line }
    return file.trimmed(ByteRange(max(line.lower, box.range.upper), line.upper))
  }

  private func list(_ node: CMarkNode, _ range: ByteRange) -> MarkdownList {
    var items: [MarkdownList.Item] = []
    items.reserveCapacity(node.childCount)
    var inner = inside(range)
    var last: CMarkNode?
    node.forEachChild { item in
      if let last, last.startLine + 1 == item.startLine {
        // Each line that cmark did not see is an item like the one above.
        for more in 1..<max(1, firstLine(of: item) - firstLine(of: last)) {
          inner.shift = shift + more
          items.append(inner.item(last, in: parent))
        }
        inner.shift = shift
      }
      items.append(inner.item(item, in: parent))
      last = item
    }
    return MarkdownList(range: range, isOrdered: node.isOrderedList, items: items)
  }

  /// An item of a list in `outer`.
  private mutating func item(_ node: CMarkNode, in outer: ByteRange) -> MarkdownList.Item {
    parent = outer
    let range = range(of: node)
    parent = range
    box = box(of: range)
    blocks = []
    return MarkdownList.Item(range: range, mark: box, blocks: children(of: node))
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
      let lines = (start..<headerLine).map { $0 == start ? behindBox(line(of: node)) : line($0) }
      if let first = lines.first, let last = lines.last {
        blocks.append(.paragraph(Paragraph(range: first.union(last), lines: lines)))
      }
    }
    let header = Table.Row(file.slice(headerLine == start ? line(of: node) : line(headerLine)))
    let delimiter = line(delimiterLine)
    var rows: [Table.Row] = []
    if let firstRow {
      // cmark gives every row the column of the table, whatever its own indent.
      rows = (firstRow...max(firstRow, lastRow)).map { Table.Row(file.slice(line($0)), columns: header.cells.count) }
    }
    let end = rows.last?.range ?? delimiter
    blocks.append(
      .table(Table(range: header.range.union(end), header: header, delimiter: delimiter, rows: rows)))
  }
}
