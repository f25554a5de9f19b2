import SprintMarkdown
import SprintModel
import SprintSource

extension SprintBuilder {
  mutating func add(_ table: Table, in index: Int) {
    let section = outline.sections[index]
    let columns = ColumnMap(table, context)
    if section.kind != .log, let dialect = dialect(of: columns) {
      let rows = LogicalRow.rows(of: table, context.file)
      if case .groupTable = dialect.shape { return addGroups(rows, columns, dialect, at: table.header.range) }
      if rows.isEmpty, sprint.emptyTracker == nil { sprint.emptyTracker = table.header.range }
      let count = sprint.tasks.count
      for row in rows { addTasks(row, columns, dialect, in: index) }
      note(.table, .tasks(sprint.tasks.count - count, dialect: dialect.name), at: table.header.range)
      lastTable = .tasks(columns, columns: table.columns, dialect, section: index)
    } else if section.kind == .log, let columns = LogReader(context: context).columns(of: table) {
      let rows = LogicalRow.rows(of: table, context.file)
      for row in rows { addEntry(row, columns) }
      note(.table, .log(rows.count), at: table.header.range)
      lastTable = .log(columns, columns: table.columns)
    } else {
      lastTable = .other(columns: table.columns)
      note(.table, .notTasks(section.kind == .log ? .inLog : columns.refusal(table, context)), at: table.header.range)
    }
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

  private mutating func addTasks(_ row: LogicalRow, _ columns: ColumnMap, _ dialect: Dialect, in index: Int) {
    if let irregularity = row.irregularity { sprint.irregularities.append(irregularity) }
    let tasks = TaskTableReader(context: context, columns: columns).tasks(in: row, group: nil)
    guard !tasks.isEmpty else { return }
    let group = self.group(of: index)
    addTasks(
      tasks.map { task in
        var task = task
        task.group = group
        return task
      }, dialect, listing: columns.signature, in: index)
  }

  /// Rows that are groups of the sprint: waves.
  private mutating func addGroups(_ rows: [LogicalRow], _ columns: ColumnMap, _ dialect: Dialect, at header: ByteRange) {
    note(.table, .groups(rows.count, dialect: dialect.name), at: header)
    for row in rows {
      guard let name = columns.text(.group, of: row) else { continue }
      var group = TaskGroup(name: Located(Inline.unwrapped(context.slice(name))))
      group.dialect = dialect.name
      group.status = columns.cell(.status, of: row).map { context.statuses.status(in: context.slice($0)) }
      sprint.groups.append(group)
    }
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
    case .paragraph(let paragraph):
      for line in paragraph.lines { addStrayRow(context.slice(line), in: index) }
    case .list(let list):
      for item in list.items { for inner in item.blocks { addStrayRows(of: inner, in: index) } }
    case .quote(let quote):
      // A row right below a quote is taken in as a line of it; rows that are quoted stay what they are.
      for case .paragraph(let paragraph) in quote.blocks {
        for line in paragraph.lines where startsLine(line) { addStrayRow(context.slice(line), in: index) }
      }
    default: break
    }
  }

  /// Whether nothing but blanks stands before a text on its line.
  private func startsLine(_ range: ByteRange) -> Bool {
    let lines = context.file.lines
    guard let line = lines.range(ofLine: lines.line(at: range.lower)) else { return false }
    return context.slice(ByteRange(line.lower, range.lower)).allSatisfy(\.isBlank)
  }

  private mutating func addStrayRow(_ line: Bytes, in index: Int) {
    guard CellScanner.looksLikeRow(line) else { return }
    let section = outline.sections[index]
    let row = Table.Row(line)
    switch lastTable {
    case .tasks(let columns, let count, let dialect, let table) where row.cells.count == count:
      sprint.irregularities.append(Irregularity(.orphanRow, at: row.range))
      addTasks(LogicalRow(row, columns: count, context.file), columns, dialect, in: table)
    case .log(let columns, let count) where row.cells.count == count:
      sprint.irregularities.append(Irregularity(.orphanRow, at: row.range))
      addEntry(LogicalRow(row, columns: count, context.file), columns)
    case .other(let count) where row.cells.count == count:
      break  // Cut off from a table that is none of the tracker's.
    default:
      guard section.kind != .log, let entry = LogReader(context: context).entry(inStrayRow: line) else { return }
      let heading = section.heading.map { context.slice($0.text).string }
      sprint.irregularities.append(Irregularity(.misplacedLogRow(section: heading, entry: entry), at: row.range))
    }
  }
}
