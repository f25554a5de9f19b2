import SprintSource

/// The lines of a flattened line, found again.
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
  /// The numbers of columns that tables of the line have; a few, as each is tried for each stray pipe.
  private let columnCounts: [Int]
  /// The next mark to be looked at.
  private var mark = 0
  /// The next pipe outside tables to be looked at.
  private var pipe = 0

  init(_ line: FlatLine) {
    self.line = line
    breaks = LineBreaks(line.text)
    tables = line.tables()
    columnCounts = Array(Set(tables.map(\.columns)).sorted().prefix(8))
    var start = line.text.startIndex
    if let matter = FlatFrontMatter(line.text) {
      for offset in matter.lines { breaks.add(.line, before: offset, isIndented: true) }
      start = line.contentStart(from: matter.end)
      breaks.add(.paragraph, before: start)
    }
    for table in tables where table.range.lower >= start {
      let endsWithHeading = readStretch(from: start, to: table.range.lower)
      breaks.add(endsWithHeading ? .line : .paragraph, before: table.range.lower)
      for row in table.rows { breaks.add(.line, before: row) }
      start = line.contentStart(from: table.range.upper)
      breaks.add(.paragraph, before: start)
    }
    readStretch(from: start, to: line.text.endIndex)
  }

  /// The rows of all tables, without header and delimiter rows.
  var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count - 1 } }

  // MARK: Sections

  /// Reads what lies between two tables; returns whether it ends with a heading and nothing below it.
  @discardableResult
  private mutating func readStretch(from start: Int, to end: Int) -> Bool {
    let marks = marks(from: start, to: end).replacing(rows(from: start, to: end))
    var endsWithHeading = false
    var index = 0
    var lower = start
    while lower < end {
      let isHeading = index < marks.count && marks[index].kind == .heading && marks[index].offset == lower
      let first = isHeading ? index + 1 : index
      let next = marks[first...].firstIndex { $0.kind == .heading } ?? marks.count
      let upper = next < marks.count ? marks[next].offset : end
      if isHeading {
        endsWithHeading = readSection(marks[index], marks[first..<next], to: upper)
      } else {
        readBlocks(marks[first..<next], from: lower, to: upper, isTaskBlock: false)
      }
      lower = upper
      index = next
    }
    return endsWithHeading
  }

  /// Reads a heading and the marks below it; returns whether there is nothing below it.
  private mutating func readSection(_ mark: FlatMark, _ marks: ArraySlice<FlatMark>, to upper: Int) -> Bool {
    breaks.add(.paragraph, before: mark.offset)
    let heading = FlatHeading(at: mark.offset, in: line)
    let first =
      marks.indices.first { index in
        heading.isEnded(by: marks[index], reachingTo: marks[index...].dropFirst().first?.offset ?? upper)
      } ?? marks.endIndex
    let below = marks[first...]
    let end = heading.end(before: below.first, followedBy: below.dropFirst().first, upTo: upper)
    count(heading, at: mark.offset, end: end)
    let body = line.contentStart(from: end)
    guard body < upper else { return true }
    breaks.add(.paragraph, before: body)
    readBlocks(below, from: body, to: upper, isTaskBlock: heading.beginsWithTaskID)
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

  private mutating func readBlocks(_ marks: ArraySlice<FlatMark>, from start: Int, to end: Int, isTaskBlock: Bool) {
    var reader = FlatBlockReader(line, from: start, to: end, isTaskBlock: isTaskBlock)
    reader.read(marks, into: &breaks)
    items += reader.items
  }

  // MARK: Marks between tables

  private mutating func marks(from start: Int, to end: Int) -> [FlatMark] {
    while mark < line.marks.count, line.marks[mark].offset < start { mark += 1 }
    let first = mark
    while mark < line.marks.count, line.marks[mark].offset < end { mark += 1 }
    return Array(line.marks[first..<mark])
  }

  /// The rows in a stretch between tables that have as many cells as some table of the line.
  private mutating func rows(from start: Int, to end: Int) -> [ByteRange] {
    while pipe < line.pipes.count, line.pipes[pipe] < start { pipe += 1 }
    var rows: [ByteRange] = []
    while pipe < line.pipes.count, line.pipes[pipe] < end {
      let open = pipe
      pipe += 1
      guard line.pipes[open] > line.text.startIndex, line.text[line.pipes[open] - 1].isBlank else { continue }
      let close = columnCounts.lazy.map { open + $0 }.first { close in
        close < line.pipes.count && line.pipes[close] < end && line.isRowEnd(close)
      }
      guard let close, isRow(from: line.pipes[open], to: line.pipes[open + 1]) else { continue }
      rows.append(ByteRange(line.pipes[open], line.pipes[close] + 1))
      pipe = close + 1
    }
    return rows
  }

  /// Whether a stray pipe begins a row, given the next one, and no aside in a sentence.
  private func isRow(from open: Int, to next: Int) -> Bool {
    line.endsSentence(before: open) || RowLead(line.text[(open + 1)..<next].trimmed) != nil
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
