import SprintMarkdown
import SprintModel
import SprintSource

extension SprintBuilder {
  mutating func add(_ table: Table, in index: Int) {
    let section = outline.sections[index]
    let columns = ColumnMap(table, context)
    if section.kind != .log, let dialect = dialect(of: columns) {
      let rows = LogicalRow.rows(of: table, context.file)
      guard isWork(rows, columns, in: section) else {
        note(.table, .notTasks(.noStates), at: table.header.range)
        lastTable = .other(columns: table.columns)
        return
      }
      if case .groupTable = dialect.shape {
        lastTable = .other(columns: table.columns)
        return addGroups(rows, columns, dialect, at: table.header.range)
      }
      if rows.isEmpty, sprint.emptyTracker == nil { sprint.emptyTracker = table.header.range }
      var count = 0
      // A few rows declare several tasks.
      if sprint.tasks.isEmpty, case let rows = outline.rows(besides: .log) { expectTasks(rows + rows / 8 + 2) }
      var unnamed: [LogicalRow] = []
      let reader = TaskTableReader(context: context, columns: columns)
      for row in rows {
        let tasks = addTasks(row, reader, dialect, in: index)
        count += tasks
        if tasks == 0 { unnamed.append(row) }
      }
      if count > 0 { addUnnamed(unnamed, columns) }
      note(.table, .tasks(count, dialect: dialect.name), at: table.header.range)
      lastTable = .tasks(columns, table, end: Self.end(of: table, rows), dialect, section: index)
    } else if section.kind == .log, columns.has([.date, .update]) {
      let rows = LogicalRow.rows(of: table, context.file)
      if sprint.log.isEmpty { sprint.log.reserveCapacity(rows.count) }
      for row in rows { addEntry(row, columns) }
      note(.table, .log(rows.count), at: table.header.range)
      lastTable = .log(columns, table, end: Self.end(of: table, rows))
    } else {
      lastTable = .other(columns: table.columns)
      note(.table, .notTasks(section.kind == .log ? .inLog : columns.refusal(table, context)), at: table.header.range)
    }
  }

  /// Where rows can follow those of a table: GFM makes rows of lines without pipes that stand below it, too.
  private static func end(of table: Table, _ rows: [LogicalRow]) -> ByteRange {
    rows.last { $0.cells.count > 1 }?.range ?? table.delimiter
  }

  mutating func note(_ subject: Reading.Subject, _ verdict: Reading.Verdict, at range: ByteRange) {
    sprint.readings.append(Reading(subject, verdict, at: range))
  }

  private func dialect(of columns: ColumnMap) -> Dialect? {
    dialects.first { dialect in
      switch dialect.shape {
      case .table(let shape), .groupTable(let shape): columns.fits(shape)
      case .blocks, .bullets, .planGroups, .document: false
      }
    }
  }

  /// Whether a table lists tasks, and no other things that have ids.
  private func isWork(_ rows: [LogicalRow], _ columns: ColumnMap, in section: Outline.Section) -> Bool {
    if columns.namesTasks || section.announcesTasks { return true }
    switch section.kind {
    case .decisions, .checkpoints, .prerequisites: return false
    case .scope, .dependencies, .tracker, .log, .other: return rows.isEmpty || columns.showsWork(in: rows, context)
    }
  }

  /// Rows with a state, and with words beside it, are tasks whose ids are missing, or none.
  private mutating func addUnnamed(_ rows: [LogicalRow], _ columns: ColumnMap) {
    for row in rows {
      guard let cell = columns.cell(.id, of: row), columns.hasKnownState(row, context),
        columns.text(.definition, of: row) != nil || columns.text(.dependencies, of: row) != nil
      else { continue }
      sprint.irregularities.append(Irregularity(.unnamedTask(context.located(cell)), at: row.range))
    }
  }

  /// - Returns: how many tasks the row names.
  @discardableResult
  private mutating func addTasks(_ row: LogicalRow, _ reader: TaskTableReader, _ dialect: Dialect, in index: Int) -> Int
  {
    if let irregularity = row.irregularity { sprint.irregularities.append(irregularity) }
    guard case (var task, let ids)? = reader.task(in: row) else { return 0 }
    task.group = group(of: index)
    addTask(consume task, as: ids, dialect, listing: reader.columns.signature, in: index)
    return ids.count
  }

  /// Rows that are groups of the sprint, or sprints of an index.
  private mutating func addGroups(_ rows: [LogicalRow], _ columns: ColumnMap, _ dialect: Dialect, at header: ByteRange)
  {
    let count = sprint.groups.count
    for row in rows {
      if let irregularity = row.irregularity { sprint.irregularities.append(irregularity) }
      let sprintCell = columns.text(.sprint, of: row)
      guard let name = columns.text(.group, of: row) ?? sprintCell else { continue }
      var group = TaskGroup(name: LocatedText(Inline.unwrapped(context.slice(name))))
      group.sprint = sprintCell.flatMap { SprintMentions.only(in: Inline.unwrapped(context.slice($0))) }
      group.dialect = dialect.name
      group.status = columns.cell(.status, of: row).map { context.status(in: $0) }
      sprint.groups.append(group)
    }
    note(.table, .groups(sprint.groups.count - count, dialect: dialect.name), at: header)
  }

  private mutating func addEntry(_ row: LogicalRow, _ columns: ColumnMap) {
    if let irregularity = row.irregularity { sprint.irregularities.append(irregularity) }
    sprint.log.append(LogReader(context: context).entry(in: row, columns))
  }

  // MARK: Rows outside tables

  /// Rows in a paragraph, or in the paragraphs of a list, stand in no table: a note or a blank line cut
  /// them off, or they were put into the wrong section.
  mutating func addStrayRows(of block: Block, in index: Int) {
    switch block {
    case .paragraph(let paragraph): addStrayRows(paragraph.lines, in: index)
    case .list(let list):
      for item in list.items { for inner in item.blocks { addStrayRows(of: inner, in: index) } }
    case .quote(let quote):
      // A row right below a quote is taken in as a line of it; rows that are quoted stay what they are.
      for case .paragraph(let paragraph) in quote.blocks { addStrayRows(paragraph.lines.filter(startsLine), in: index) }
    default: break
    }
  }

  /// Whether nothing but blanks stands before a text on its line.
  private func startsLine(_ range: ByteRange) -> Bool {
    let lines = context.file.lines
    guard let line = lines.range(ofLine: lines.line(at: range.lower)) else { return false }
    return context.slice(ByteRange(line.lower, range.lower)).allSatisfy(\.isBlank)
  }

  private mutating func addStrayRows(_ lines: [ByteRange], in index: Int) {
    guard lines.contains(where: { context.slice($0).firstIndex(of: CellScanner.pipe, from: $0.lower) != nil }) else {
      return
    }
    let rows = lines.map { Table.Row(context.slice($0)) }
    var place = 0
    while place < rows.count { place += addStrayRow(rows, at: place, in: index) }
  }

  /// - Returns: how many lines the row takes.
  private mutating func addStrayRow(_ rows: [Table.Row], at place: Int, in index: Int) -> Int {
    let line = context.slice(rows[place].range)
    guard CellScanner.looksLikeRow(line) else { return 1 }
    let count = rows[place].cells.count
    let section = outline.sections[index]
    let entry = LogReader(context: context).entry(inStrayRow: line)
    switch lastTable {
    case .tasks(let columns, let table, let end, let dialect, let own) where count == table.columns || entry == nil:
      let (row, lines) = LogicalRow.row(
        of: rows, at: place, columns: table.columns, hasOuterPipes: columns.hasOuterPipes, context.file)
      let reader = TaskTableReader(context: context, columns: columns)
      // With another number of cells it is a row of this table if it names a task.
      guard count == table.columns || reader.task(in: row) != nil else { return 1 }
      sprint.irregularities.append(Irregularity(.orphanRow(below: end), at: row.range))
      addTasks(row, reader, dialect, in: own)
      return lines
    case .log(let columns, let table, let end) where count == table.columns || (entry != nil && section.kind == .log):
      let (row, lines) = LogicalRow.row(
        of: rows, at: place, columns: table.columns, hasOuterPipes: columns.hasOuterPipes, context.file)
      sprint.irregularities.append(Irregularity(.orphanRow(below: end), at: row.range))
      addEntry(row, columns)
      return lines
    case .other(let expected) where count == expected:
      return 1  // Cut off from a table that is none of the tracker's.
    default:
      guard section.kind != .log, let entry else { return 1 }
      // A heading may have several lines.
      let heading = section.heading.map { context.slice($0.text).string.singleSpaced }
      sprint.irregularities.append(
        Irregularity(.misplacedLogRow(section: heading, entry: entry), at: rows[place].range))
      return 1
    }
  }
}
