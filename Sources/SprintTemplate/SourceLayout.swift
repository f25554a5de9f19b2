import SprintLinker
import SprintMarkdown
import SprintModel
import SprintReader
import SprintSource

/// Which lines of a document the model holds, and which have to be carried along.
struct SourceLayout {
  let sprint: Sprint
  let context: ReadingContext
  let outline: Outline
  let rows: [TaskRow]
  private(set) var coverage: Coverage
  private(set) var surplus = Surplus()
  /// Entries of the log that are written anew; others stay where they stand.
  private(set) var entries: [LogEntry] = []
  /// By line, counted from 1: whether it is carried along.
  private(set) var isCarried: [Bool]
  /// By line, what is left out of it: the box of a task, whose state is told elsewhere.
  private(set) var cuts: [Int: ByteRange] = [:]
  /// By line, the rows, as places in `rows`, that begin on it.
  private(set) var rowsOnLine: [Int: [Int]] = [:]
  /// By line, whether a list stands there that names tasks, or a block that is one.
  private(set) var isListing: [Bool]
  /// By section, the rows of headings and of what stands below them that belong into its table.
  private(set) var rowsOfBlocks: [Int: [Int]] = [:]
  /// Where tasks are named, in order.
  private let labels: [ByteRange]
  /// By the line of a row that is carried along, the lines of the header that have to stand above it.
  private(set) var headersAbove: [Int: [Int]] = [:]
  /// The same, of headings that stand in no section.
  private(set) var rowsOfDocument: [Int] = []
  /// The sections whose heading names the group of tasks.
  private(set) var groupSections: Set<Int> = []
  /// The sections that list the tasks of a group on one line, and state nothing but that.
  private var listings: Set<Int> = []
  /// The sections whose heading is a task.
  private(set) var blocks: Set<Int> = []

  /// The rows that a gap cut off from their table.
  let strayRows: Set<ByteRange>
  private let rowRanges: Set<ByteRange>
  /// The sections whose headings begin at a place.
  private let headings: [Int: Int]

  private var file: SourceFile { context.file }

  /// Looks through a document; a task that is the whole document may be kept as it is written.
  init(_ sprint: Sprint, _ document: MarkdownDocument, _ context: ReadingContext, keepsDocument: Bool) {
    self.sprint = sprint
    self.context = context
    let outline = Outline(document, context)
    self.outline = outline
    var kept = [sprint.frontMatter].compactMap(\.self)
    if keepsDocument {
      kept += outline.sections.filter { $0.level == 1 }.compactMap(\.heading).map { .empty(at: $0.range.lower) }
    }
    // What the front matter declares stays there, and only there.
    let isKept = { (task: TrackerTask) in
      kept.contains { $0.contains(task.range) || $0.isEmpty && $0.lower == task.range.lower }
    }
    rows = TaskRow.rows(of: sprint).filter { !isKept(sprint.tasks[$0.tasks.lowerBound]) }
    var written = sprint
    written.tasks.removeAll(where: isKept)
    coverage = Coverage(written)
    labels = rows.map { sprint.tasks[$0.tasks.lowerBound].label.range }.sorted()
    rowRanges = Set(rows.map { sprint.tasks[$0.tasks.lowerBound].range })
    strayRows = Set(sprint.irregularities.filter { $0.tableAbove != nil }.map(\.range))
    let count = context.file.lines.lineCount + 1
    isCarried = Array(repeating: true, count: count + 1)
    isListing = Array(repeating: false, count: count + 1)
    headings = Dictionary(
      outline.sections.enumerated().compactMap { index, section in section.heading.map { ($0.range.lower, index) } },
      uniquingKeysWith: { first, _ in first })
    for row in rows { if let section = headings[range(of: row).lower] { blocks.insert(section) } }
    let groups = Set(
      rows.compactMap { row in sprint.tasks[row.tasks.lowerBound].group.map { sprint.groups[$0].name.range } })
    groupSections = Set(
      outline.sections.indices.filter { index in
        outline.sections[index].heading.map { groups.contains($0.text) } ?? false
      })
    keepTitles()
    markTables()
    markListings()
    markLog()
    placeRows()
  }

  func range(of row: TaskRow) -> ByteRange { sprint.tasks[row.tasks.lowerBound].range }

  // MARK: Lines

  func line(_ offset: Int) -> Int { file.lines.line(at: offset) }

  func lines(of range: ByteRange) -> ClosedRange<Int> {
    let first = line(range.lower)
    return first...max(first, line(max(range.lower, range.upper - 1)))
  }

  /// A line without its end and without what is cut out of it.
  func text(ofLine number: Int) -> [UInt8] {
    guard let range = file.lines.range(ofLine: number) else { return [] }
    let slice = file.slice(range).withoutLineEnd
    guard let cut = cuts[number] else { return Array(slice) }
    return slice.at(ByteRange(slice.startIndex, cut.lower)) + Array(slice.at(ByteRange(cut.upper, slice.endIndex)))
  }

  /// The line that closes a fence or a comment which runs to the end of the file: elsewhere it would swallow what
  /// follows it.
  var closing: [UInt8]? {
    guard let block = outline.sections.last?.blocks.last else { return nil }
    let text = file.slice(block.range)
    switch block {
    case .code:
      let lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
      guard let first = lines.first, let opening = FenceLine(first), let last = lines.last else { return nil }
      let isClosed = lines.count > 1 && FenceLine(last)?.closes(opening) ?? false
      return isClosed ? nil : Array(first.trimmed.prefix { $0 == first.trimmed.first })
    case .other:
      let isOpen =
        text.hasPrefix("<!--", at: text.startIndex)
        && text.firstRange(of: Bytes("-->"), from: text.startIndex) == nil
      return isOpen ? Array("-->".utf8) : nil
    default: return nil
    }
  }

  func isBlank(_ number: Int) -> Bool {
    file.lines.range(ofLine: number).map { file.slice($0).allSatisfy(\.isSpace) } ?? true
  }

  /// The lines of a section below its heading, up to the next heading.
  func body(of index: Int) -> Range<Int> {
    let start = outline.sections[index].heading.map { lines(of: $0.range).upperBound + 1 } ?? firstLine
    let next = index + 1 < outline.sections.count ? outline.sections[index + 1].heading : nil
    return start..<max(start, next.map { line($0.range.lower) } ?? file.lines.lineCount + 1)
  }

  /// The first line below the front matter.
  var firstLine: Int { sprint.frontMatter.map { line($0.upper) + 1 } ?? 1 }

  /// Whether any line of a section but blank ones is carried along.
  func isBodyCarried(_ index: Int) -> Bool { body(of: index).contains { isCarried[$0] && !isBlank($0) } }

  /// Whether a heading is carried along: that of a task or of its fields only where something is left to stand below.
  func isHeadingCarried(_ index: Int) -> Bool {
    let section = outline.sections[index]
    guard let heading = section.heading else { return false }
    let isRest = isBodyCarried(index) || outline.descendants(of: index).contains { isHeadingCarried($0) }
    if isRest { return true }
    if blocks.contains(index) { return !isTaken(context.slice(heading.text), isFollowed: true) }
    return !(isFieldName(heading) && body(of: index).contains { !isCarried[$0] } && block(around: index) != nil)
  }

  /// The section of the task that a section stands in.
  func block(around index: Int) -> Int? {
    var place = outline.sections[index].parent
    while let section = place, !blocks.contains(section) { place = outline.sections[section].parent }
    return place
  }

  /// The text of a heading on one line, with the comments behind it.
  func text(of heading: Heading) -> [UInt8] { Cell.folded(context.slice(heading.text)) + comments(behind: heading) }

  /// The comments that a heading ends with, after a blank.
  func comments(behind heading: Heading) -> [UInt8] {
    let tail = context.slice(ByteRange(heading.text.upper, heading.range.upper))
    guard let start = tail.firstRange(of: Bytes("<!--"), from: tail.startIndex)?.lowerBound else { return [] }
    return [0x20] + Cell.folded(tail[start...])
  }

  /// Whether a heading would name a group of the tasks below it, had it another level.
  func namesGroup(_ heading: Heading) -> Bool {
    let words = Vocabulary.words(of: context.slice(heading.text))
    return words.first { !$0.utf8.allSatisfy(\.isDigit) }.map { context.vocabulary.groupWords.contains(String($0)) }
      ?? false
  }

  private func isFieldName(_ heading: Heading) -> Bool {
    let name = Vocabulary.normalized(context.slice(heading.text))
    return context.columns[normalized: name] != nil || name.hasSuffix(" information") || name.hasSuffix(" details")
  }

  // MARK: Titles

  /// A task with a description can have a title besides: it gets a column.
  private mutating func keepTitles() {
    for row in rows {
      let task = sprint.tasks[row.tasks.lowerBound]
      guard let text = lead(of: task),
        let declaration = context.declarations.declaration(in: context.slice(text)),
        declaration.ids.first?.range == task.id.range, !coverage.residue(of: declaration.title).isEmpty
      else { continue }
      surplus.add("Title", declaration.title.trimmed, toRowAt: task.range.lower)
      coverage.add([declaration.title.range])
    }
  }

  /// The heading, or the paragraph of the bullet, that names a task.
  private func lead(of task: TrackerTask) -> ByteRange? {
    if let section = headings[task.range.lower] { return outline.sections[section].heading?.text }
    guard let item = item(at: task.range), let lead = item.lead, let first = lead.lines.first,
      let last = lead.lines.last
    else { return nil }
    return first.union(last)
  }

  private func item(at range: ByteRange) -> MarkdownList.Item? {
    for case .list(let list) in outline.sections[section(at: range.lower)].blocks where list.range.contains(range) {
      if let item = Self.item(at: range, in: list) { return item }
    }
    return nil
  }

  private static func item(at range: ByteRange, in list: MarkdownList) -> MarkdownList.Item? {
    // Bullets stand in order and apart.
    let place = list.items.partitionPoint { $0.range.upper < range.upper }
    for item in list.items[place...].prefix(1) where item.range.contains(range) {
      if item.range == range { return item }
      for case .list(let inner) in item.blocks { if let found = Self.item(at: range, in: inner) { return found } }
    }
    return nil
  }

  /// The section that holds a byte.
  func section(at offset: Int) -> Int {
    max(0, outline.sections.partitionPoint { ($0.heading?.range.lower ?? 0) <= offset } - 1)
  }

  // MARK: Tables

  private mutating func markTables() {
    let places = Set(rows.map { range(of: $0).lower })
    let entries = Set(sprint.log.map(\.range.lower))
    let read = Set(
      sprint.readings.compactMap { reading in
        switch reading.verdict {
        case .tasks, .log: reading.subject == .table ? reading.range.lower : nil
        default: nil
        }
      })
    for section in outline.sections {
      for block in section.blocks {
        guard case .table(let table) = block, read.contains(table.header.range.lower) else { continue }
        surplus.add(table, places.union(entries), coverage, context)
        let logical = LogicalRow.rows(of: table, file)
        let isTaken = { (row: LogicalRow) in places.contains(row.range.lower) || entries.contains(row.range.lower) }
        let taken = logical.filter(isTaken)
        for row in taken { for line in lines(of: row.range) { isCarried[line] = false } }
        // What is left of a table follows the rows that are taken out of it.
        guard !taken.isEmpty || logical.isEmpty else { continue }
        let head = table.header.range.union(table.delimiter)
        let isCommented = context.slice(head).firstRange(of: Bytes("<!--"), from: head.lower) != nil
        if let first = taken.first {
          surplus.addComments(in: head, besides: table.header.cells, toRowAt: first.range.lower, context)
        } else if isCommented {
          continue
        }
        let header = Array(line(table.header.range.lower)...line(table.delimiter.lower))
        for line in header { isCarried[line] = false }
        let rest = logical.filter { !isTaken($0) }
        if let first = rest.first { headersAbove[line(first.range.lower)] = header }
        for row in rest { for line in lines(of: row.range) { isListing[line] = true } }
      }
    }
    // Rows that a gap cut off from their table.
    for irregularity in sprint.irregularities where irregularity.tableAbove != nil {
      guard places.contains(irregularity.range.lower) || entries.contains(irregularity.range.lower) else { continue }
      surplus.addComments(
        in: irregularity.range, besides: CellScanner.cells(of: context.slice(irregularity.range)),
        toRowAt: irregularity.range.lower, context)
      for line in lines(of: irregularity.range) { isCarried[line] = false }
    }
  }

  // MARK: Bullets and blocks

  private mutating func markListings() {
    var listed = Set<Int>()
    for row in rows {
      let task = sprint.tasks[row.tasks.lowerBound]
      let index = section(at: task.range.lower)
      if blocks.contains(index), outline.sections[index].heading?.range.lower == task.range.lower {
        listed.formUnion(lines(of: task.range))
        // A document that is one task has its fields below any heading.
        if outline.sections[index].level == 1 { listed.formUnion(firstLine...max(firstLine, file.lines.lineCount)) }
      } else if task.range == task.label.range {
        // A group lists its tasks on one line, and says of all of them who does them.
        listed.formUnion(body(of: index))
        listings.insert(index)
      } else if item(at: task.range) != nil {
        listed.formUnion(lines(of: task.range))
      }
    }
    for section in outline.sections {
      for case .list(let list) in section.blocks {
        let own = lines(of: list.range)
        if own.contains(where: { listed.contains($0) }) { for line in own { isListing[line] = true } }
      }
    }
    var isFollowed = false
    for line in listed.sorted().reversed() where isCarried[line] && line < isListing.count {
      guard !isBlank(line), let range = file.lines.range(ofLine: line) else { continue }
      if outline.sections[section(at: range.lower)].heading.map({ lines(of: $0.range).contains(line) }) ?? false {
        isFollowed = false
        continue
      }
      isListing[line] = true
      // What a section says stays there, also where a task says it.
      guard !isStatement(range.lower) else { continue }
      isFollowed = isTaken(file.slice(range), isFollowed: isFollowed)
      if isFollowed { isCarried[line] = false }
    }
    for section in outline.sections { keepParents(section.blocks, listed) }
  }

  private func isStatement(_ offset: Int) -> Bool {
    let section = section(at: offset)
    return switch outline.sections[section].kind {
    case .scope, .dependencies, .prerequisites, .decisions, .checkpoints: !listings.contains(section)
    case .tracker, .log, .other: false
    }
  }

  /// Whether a line says nothing but what the model holds.
  private func isTaken(_ line: Bytes, isFollowed: Bool) -> Bool {
    let content = Self.afterMarks(line)
    guard content.contains(where: { $0.isWord || $0 >= 0x80 }) else {
      return content.isEmpty || content.indices.allSatisfy { coverage.covers($0) }
    }
    var residue = coverage.residue(of: content)
    guard !residue.isEmpty else { return true }
    var said: [ByteRange] = []
    var start = content.startIndex
    for field in Field.all(in: content, context.columns) {
      let isNobody = field.column == .owners && OwnerScanner.isNobody(field.value)
      if field.value.isEmpty ? isFollowed : isNobody || coverage.residue(of: field.value).isEmpty {
        said.append(ByteRange(start, isNobody ? field.value.endIndex : max(start, field.value.startIndex)))
        if field.value.isEmpty { said.append(ByteRange(start, content.endIndex)) }
      }
      start = field.value.endIndex
    }
    // `Story 1.2`: the word says what the id is of.
    for label in labels(in: content.range) {
      let before = content[..<label.lower]
      if context.vocabulary.kindWords.contains(Vocabulary.normalized(before)) { said.append(before.range) }
    }
    residue.removeAll { word in said.contains { $0.contains(word) } }
    return residue.isEmpty
  }

  private func labels(in range: ByteRange) -> ArraySlice<ByteRange> {
    labels[labels.partitionPoint { $0.lower < range.lower }...].prefix { $0.upper <= range.upper }
  }

  /// A line without quote marks, the marker of a bullet, and the box after it.
  private static func afterMarks(_ line: Bytes) -> Bytes {
    var rest = line.trimmed
    while rest.first == UInt8(ascii: ">") { rest = rest.dropFirst().trimmed }
    let digits = rest.prefix(while: \.isDigit).count
    let mark = rest.dropFirst(digits)
    if let first = mark.first, (digits == 0 ? "-*+" : ".)").utf8.contains(first),
      mark.dropFirst().first.map(\.isSpace) ?? true
    {
      rest = mark.dropFirst().trimmed
    }
    if rest.count >= 3, rest.first == UInt8(ascii: "["), rest[rest.startIndex + 2] == UInt8(ascii: "]") {
      rest = rest.dropFirst(3).trimmed
    }
    return rest
  }

  /// A bullet stays, without its box, where anything below it does: what is below would be another's.
  private mutating func keepParents(_ blocks: some Sequence<Block>, _ listed: Set<Int>) {
    for block in blocks {
      guard case .list(let list) = block else { continue }
      for item in list.items {
        keepParents(item.blocks, listed)
        let own = lines(of: item.range)
        guard own.contains(where: { listed.contains($0) }), own.contains(where: { isCarried[$0] && !isBlank($0) })
        else {
          continue
        }
        let lead = item.lead.map { lines(of: $0.range) } ?? own.lowerBound...own.lowerBound
        isCarried[own.lowerBound] = true
        for line in lead { isCarried[line] = true }
        if let mark = item.mark, isTask(item) {
          let end = file.slice(ByteRange(mark.range.upper, file.text.count)).prefix(while: \.isBlank).count
          cuts[own.lowerBound] = ByteRange(mark.range.lower, mark.range.upper + end)
        }
      }
    }
  }

  /// Whether a bullet is a task, and its box the state.
  private func isTask(_ item: MarkdownList.Item) -> Bool { rowRanges.contains(item.range) }

  // MARK: The log

  private mutating func markLog() {
    let tables = Set(
      sprint.log.filter { file.slice($0.range).contains(UInt8(ascii: "|")) }.map(\.range.lower))
    for entry in sprint.log {
      let own = lines(of: entry.range)
      let isRow = tables.contains(entry.range.lower) && !isCarried[own.lowerBound]
      // A bullet with more below it stays as it is.
      guard isRow || !hasRest(below: entry) else { continue }
      entries.append(entry)
      for line in own { isCarried[line] = false }
    }
  }

  private func hasRest(below entry: LogEntry) -> Bool {
    for case .list(let list) in outline.sections[section(at: entry.range.lower)].blocks
    where list.range.contains(entry.range) {
      // The outermost bullet counts: what is inside leans on it.
      for item in list.items where item.range.contains(entry.range) { return item.blocks.count > 1 }
    }
    return false
  }

  // MARK: Where rows go

  private mutating func placeRows() {
    for (place, row) in rows.enumerated() {
      let task = sprint.tasks[row.tasks.lowerBound]
      let index = section(at: task.range.lower)
      let isBlock = blocks.contains(index) && outline.sections[index].heading?.range.lower == task.range.lower
      let group = task.group.map { sprint.groups[$0].name.range }
      func isGroup(_ index: Int) -> Bool { group != nil && outline.sections[index].heading?.text == group }
      guard isBlock || (blocks.contains(index) && !isGroup(index)) else {
        rowsOnLine[line(task.range.lower), default: []].append(place)
        continue
      }
      // The table stands in the nearest section around that is no task itself.
      var around: Int? = index
      while let inner = around, blocks.contains(inner), isBlock && inner == index || !isGroup(inner) {
        around = outline.sections[inner].parent
      }
      if let around { rowsOfBlocks[around, default: []].append(place) } else { rowsOfDocument.append(place) }
    }
  }
}
