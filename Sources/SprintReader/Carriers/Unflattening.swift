import SprintSource

/// The blocks of a flattened line, found again.
///
/// Tables come first: their rows are counted, and what lies in a cell is no mark. The stretches between
/// them are cut into sections, and these into lists, quotes and paragraphs.
struct Unflattening {
  private let line: FlatLine
  private(set) var breaks: LineBreaks
  /// Headings that stand behind something else.
  private(set) var headings: [ByteRange] = []
  /// Of these, names of sections that trackers have.
  private(set) var namedHeadings = 0
  /// Whether the line begins with a heading.
  private(set) var hasTitle = false
  private(set) var items = 0
  let tables: [FlatTable]
  /// The numbers of columns that tables of the line have.
  private let columnCounts: [Int]
  /// The next mark to be looked at.
  private var mark = 0
  /// The next pipe outside tables to be looked at.
  private var pipe = 0

  /// What the text at hand belongs to.
  private enum Block {
    case paragraph
    case fields
    case bullets(FlatListStyle)
    case numbers(next: Int)
    case quote
    case rows
  }

  init(_ line: FlatLine) {
    self.line = line
    breaks = LineBreaks(line.text)
    tables = line.tables()
    columnCounts = Set(tables.map(\.columns)).sorted()
    var start = line.text.startIndex
    if let matter = FlatFrontMatter(line.text) {
      for offset in matter.lines { breaks.add(.line, before: offset, isIndented: true) }
      start = line.contentStart(from: matter.end)
      breaks.add(.paragraph, before: start)
    }
    for table in tables where table.range.lower >= start {
      let isBehindHeading = readStretch(from: start, to: table.range.lower)
      breaks.add(isBehindHeading ? .line : .paragraph, before: table.range.lower)
      for row in table.rows { breaks.add(.line, before: row) }
      start = line.contentStart(from: table.range.upper)
      breaks.add(.paragraph, before: start)
    }
    readStretch(from: start, to: line.text.endIndex)
  }

  var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count - 1 } }

  // MARK: Sections

  /// Reads what lies between two tables; returns whether it ends with a heading and nothing below it.
  @discardableResult
  private mutating func readStretch(from start: Int, to end: Int) -> Bool {
    while mark < line.marks.count, line.marks[mark].offset < start { mark += 1 }
    var marks: [FlatMark] = []
    while mark < line.marks.count, line.marks[mark].offset < end {
      marks.append(line.marks[mark])
      mark += 1
    }
    marks = marks.replacing(rows(from: start, to: end))

    var isBare = false
    var index = 0
    var lower = start
    while lower < end {
      let isHeading = index < marks.count && marks[index].kind == .heading && marks[index].offset == lower
      let first = isHeading ? index + 1 : index
      var next = first
      while next < marks.count, marks[next].kind != .heading { next += 1 }
      let upper = next < marks.count ? marks[next].offset : end
      isBare = readSection(isHeading ? marks[index] : nil, from: lower, to: upper, marks: marks[first..<next])
      lower = upper
      index = next
    }
    return isBare
  }

  /// Reads a heading and what is below it; returns whether nothing is.
  private mutating func readSection(_ mark: FlatMark?, from lower: Int, to upper: Int, marks: ArraySlice<FlatMark>)
    -> Bool
  {
    guard let mark else {
      readBlocks(marks, in: .paragraph, from: lower, to: upper, isTaskBlock: false)
      return false
    }
    breaks.add(.paragraph, before: mark.offset)
    let heading = FlatHeading(at: mark.offset, in: line)
    let first = marks.firstIndex { heading.isEnded(by: $0) } ?? marks.endIndex
    let block = first < marks.endIndex ? marks[first] : nil
    let end = heading.end(before: block, followedBy: marks[first...].dropFirst().first, upTo: upper)
    count(heading, at: mark.offset, end: end)
    let body = line.contentStart(from: end)
    guard body < upper else { return true }
    breaks.add(block?.offset == body ? .line : .paragraph, before: body, isIndented: block?.kind == .bullet)
    readBlocks(marks[first...], in: .paragraph, from: body, to: upper, isTaskBlock: heading.beginsWithTaskID)
    return false
  }

  private mutating func count(_ heading: FlatHeading, at offset: Int, end: Int) {
    if offset == line.text.startIndex {
      hasTitle = true
    } else {
      headings.append(ByteRange(offset, end))
      if heading.hasKnownName { namedHeadings += 1 }
    }
  }

  // MARK: Blocks

  private mutating func readBlocks(
    _ marks: ArraySlice<FlatMark>, in block: Block, from start: Int, to end: Int, isTaskBlock: Bool
  ) {
    var block = block
    var content = start
    var style: FlatListStyle?
    for index in marks.indices {
      let mark = marks[index]
      // The first word of a block is no block of its own, unless it says what the block is.
      let isFirst = mark.offset == start
      guard isFirst || mark.offset > content else { continue }
      let next = marks[index...].dropFirst().first
      guard let found = blockBegun(by: mark, in: block, isFirst: isFirst, next: next, isTaskBlock: isTaskBlock) else {
        continue
      }
      switch found {
      case .bullets:
        let current = style ?? FlatListStyle(marks[index...].filter { $0.kind == .bullet }, in: line, upTo: end)
        style = current
        items += 1
        breaks.add(.line, before: mark.offset, isIndented: true)
        block = .bullets(current)
      default:
        breaks.add(separation(of: found, from: block), before: mark.offset, isIndented: mark.kind == .number)
        block = found
      }
      content = line.contentStart(from: mark.offset + 1)
    }
  }

  /// The block that a mark begins within `block`; nil where it is part of the text.
  private func blockBegun(
    by mark: FlatMark, in block: Block, isFirst: Bool, next: FlatMark?, isTaskBlock: Bool
  ) -> Block? {
    let text = line.text
    let isClosed = isFirst || line.endsSentence(before: mark.offset) || line.isAfterGap(mark.offset)
    switch (mark.kind, block) {
    case (.heading, _): return nil
    case (.row, _): return .rows
    case (.gap, _): return .paragraph
    case (.rule, _): return isRule(mark, next: next) ? .paragraph : nil

    case (.bullet, .bullets(let style)): return style.isItem(mark.offset, in: line) ? block : nil
    case (.bullet, .quote): return nil
    case (.bullet, _):
      let style = FlatListStyle(CollectionOfOne(mark), in: line, upTo: mark.offset)
      return isClosed || text.isStrongBullet(at: mark.offset) ? .bullets(style) : nil

    case (.number, .numbers(let expected)):
      return text.flatNumber(at: mark.offset) == expected && beginsItem(mark) ? .numbers(next: expected + 1) : nil
    case (.number, .bullets), (.number, .quote): return nil
    case (.number, _):
      return text.flatNumber(at: mark.offset) == 1 && isClosed && beginsItem(mark) ? .numbers(next: 2) : nil

    case (.quote, .quote): return .quote
    case (.quote, _): return isClosed || text.hasPrefix("**", at: mark.offset + 2) ? .quote : nil

    case (.label, .paragraph), (.label, .fields): return .fields
    case (.label, .bullets), (.label, .numbers): return isTaskBlock || introducesList(mark, next: next) ? .fields : nil
    case (.boldLabel, .paragraph), (.boldLabel, .fields): return isInTableLikeLine(mark) ? nil : .fields
    case (.boldLabel, .bullets), (.boldLabel, .numbers): return isClosed && !isItemLabel(mark) ? .fields : nil
    case (.label, _), (.boldLabel, _): return nil
    case (.area, .paragraph): return next?.kind == .label ? .paragraph : nil
    case (.area, _): return nil
    }
  }

  private func separation(of block: Block, from last: Block) -> LineBreaks.Kind {
    switch (last, block) {
    case (.paragraph, .fields), (.fields, .fields), (.numbers, .numbers), (.quote, .quote), (_, .rows): .line
    default: .paragraph
    }
  }

  /// A rule of dashes ends what is before a heading or the end; elsewhere three dashes are prose.
  private func isRule(_ mark: FlatMark, next: FlatMark?) -> Bool {
    var end = mark.offset
    while end < line.text.endIndex, !line.text[end].isSpace { end += 1 }
    let start = line.contentStart(from: end)
    guard start < line.text.endIndex else { return true }
    return line.text[start] == UInt8(ascii: "#") || (line.keepsBlankLines && line.isAfterGap(mark.offset))
  }

  /// The text of a list item begins with a capital, in bold or with code.
  private func beginsItem(_ mark: FlatMark) -> Bool {
    let start = line.contentStart(from: line.text[mark.offset...].firstIndex { $0.isSpace } ?? line.text.endIndex)
    guard start < line.text.endIndex else { return false }
    return !line.text[start].isLower && !line.text[start].isDigit
  }

  /// `Completion criteria: - [ ] …`
  private func introducesList(_ mark: FlatMark, next: FlatMark?) -> Bool {
    guard let next, next.kind == .bullet || next.kind == .number else { return false }
    return line.words.labelEnd(in: line.text, at: mark.offset) == line.contentEnd(before: next.offset)
  }

  /// `| **Status**: Done`, where fields share a line.
  private func isInTableLikeLine(_ mark: FlatMark) -> Bool {
    let end = line.contentEnd(before: mark.offset)
    return end > line.text.startIndex && line.text[end - 1] == UInt8(ascii: "|")
  }

  /// A bold label right behind the number or the marker of an item belongs to the item.
  private func isItemLabel(_ mark: FlatMark) -> Bool {
    let end = line.contentEnd(before: mark.offset)
    return end > line.text.startIndex && (line.text[end - 1] == UInt8(ascii: "]") || line.text[end - 1].isDigit)
  }

  // MARK: Rows outside tables

  /// The rows in a stretch between tables that have as many cells as some table of the line.
  private mutating func rows(from start: Int, to end: Int) -> [ByteRange] {
    while pipe < line.pipes.count, line.pipes[pipe] < start { pipe += 1 }
    var rows: [ByteRange] = []
    while pipe < line.pipes.count, line.pipes[pipe] < end {
      let open = pipe
      pipe += 1
      guard line.pipes[open] > line.text.startIndex, line.text[line.pipes[open] - 1].isBlank else { continue }
      let close = columnCounts.map { open + $0 }.first { close in
        close < line.pipes.count && line.pipes[close] < end && line.isRowEnd(close)
      }
      guard let close else { continue }
      rows.append(ByteRange(line.pipes[open], line.pipes[close] + 1))
      pipe = close + 1
    }
    return rows
  }
}

extension [FlatMark] {
  /// The marks with one for each row in place of those inside the row.
  fileprivate func replacing(_ rows: [ByteRange]) -> [FlatMark] {
    guard !rows.isEmpty else { return self }
    var marks: [FlatMark] = []
    var rest = self[...]
    for row in rows {
      marks += rest.prefix { $0.offset < row.lower }
      marks.append(FlatMark(.row, at: row.lower))
      rest = rest.drop { $0.offset < row.upper }
    }
    return marks + rest
  }
}
