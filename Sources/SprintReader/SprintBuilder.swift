import SprintMarkdown
import SprintModel
import SprintSource
import SprintYAML

/// Puts a sprint together, section by section.
struct SprintBuilder {
  private let context: ReadingContext
  private let dialects: [Dialect]
  private(set) var sprint: Sprint
  /// The places of the groups, by the section whose heading names them.
  private var groups: [Int: Int] = [:]
  /// The last table of tasks and of the log: rows that follow them after a gap belong to them.
  private var lastTable: LastTable?

  private enum LastTable {
    case tasks(ColumnMap, columns: Int, Dialect, group: Int?)
    case log(ColumnMap, columns: Int)
  }

  init(_ context: ReadingContext, _ dialects: [Dialect], index: Int) {
    self.context = context
    self.dialects = dialects
    sprint = Sprint(file: index, path: context.file.path, slug: context.file.slug)
    sprint.numberInName = TitleReader.number(inName: context.file.slug)
  }

  // MARK: The whole

  mutating func add(_ outline: Outline) {
    for (index, section) in outline.sections.enumerated() {
      if let heading = section.heading {
        if sprint.title == nil { addTitle(heading) }
        if section.isNamed, sprint.sections[section.kind] == nil { sprint.sections[section.kind] = heading.range }
      }
      if addTaskBlock(section, index, outline) { continue }
      lastTable = nil
      for block in section.blocks { add(block, in: section, index, outline) }
    }
  }

  mutating func finished() -> Sprint {
    if sprint.number == nil, let number = sprint.numberInName {
      sprint.number = Located(number, at: .empty(at: 0))
    }
    addDependencies()
    return sprint
  }

  private mutating func addTitle(_ heading: Heading) {
    let text = context.slice(heading.text)
    sprint.title = Located(text)
    sprint.number = TitleReader.number(in: text)
    sprint.code = TitleReader.code(in: text)
  }

  // MARK: Blocks

  private mutating func add(_ block: Block, in section: Outline.Section, _ index: Int, _ outline: Outline) {
    switch block {
    case .table(let table): add(table, in: section, index, outline)
    case .list(let list):
      if section.announcesTasks, addBullets(list, in: section, index, outline) { return }
      addFields(of: list)
      addStatements(of: block, in: section)
      addStrayRows(of: block, in: section)
    case .paragraph(let paragraph):
      for line in paragraph.lines { addField(context.slice(line), in: section, index) }
      if section.kind == .log { addLogLines(paragraph) }
      addStatements(of: block, in: section)
      addStrayRows(of: block, in: section)
    case .quote: addStatements(of: block, in: section)
    case .heading, .code, .thematicBreak, .other: break
    }
  }

  private mutating func addStatements(of block: Block, in section: Outline.Section) {
    switch section.kind {
    case .scope, .dependencies, .prerequisites, .decisions, .checkpoints:
      let statements = StatementReader.statements(in: block, context)
      sprint.statements[section.kind, default: []] += statements
      if section.kind == .decisions || section.kind == .checkpoints {
        for statement in statements { sprint.claims += context.claims.claims(in: context.slice(statement.range), of: section.kind) }
      }
      if section.kind == .dependencies {
        for statement in statements { addSprintDependencies(in: context.slice(statement.range)) }
      }
    case .tracker, .log, .other: break
    }
  }

  // MARK: Tables

  private mutating func add(_ table: Table, in section: Outline.Section, _ index: Int, _ outline: Outline) {
    let columns = ColumnMap(table, context)
    if let dialect = dialect(of: columns, in: section) {
      let rows = LogicalRow.rows(of: table, context.file)
      let group = group(of: index, outline)
      if rows.isEmpty, sprint.emptyTracker == nil { sprint.emptyTracker = table.header.range }
      for row in rows { addTasks(row, columns, dialect, group) }
      lastTable = .tasks(columns, columns: table.columns, dialect, group: group)
    } else if section.kind == .log, let columns = LogReader(context: context).columns(of: table) {
      for row in LogicalRow.rows(of: table, context.file) { addEntry(row, columns) }
      lastTable = .log(columns, columns: table.columns)
    }
  }

  private func dialect(of columns: ColumnMap, in section: Outline.Section) -> Dialect? {
    guard section.kind != .log else { return nil }
    return dialects.first { dialect in
      if case .table(let shape) = dialect.shape { columns.fits(shape) } else { false }
    }
  }

  private mutating func addTasks(_ row: LogicalRow, _ columns: ColumnMap, _ dialect: Dialect, _ group: Int?) {
    if let irregularity = row.irregularity { sprint.irregularities.append(irregularity) }
    addTasks(TaskTableReader(context: context, columns: columns).tasks(in: row, group: group), dialect)
  }

  private mutating func addTasks(_ tasks: [TrackerTask], _ dialect: Dialect) {
    guard let first = tasks.first else { return }
    sprint.tasks += tasks
    if sprint.dialect == nil { sprint.dialect = dialect.name }
    if let group = first.group, sprint.groups[group].dialect == nil { sprint.groups[group].dialect = dialect.name }
  }

  private mutating func addEntry(_ row: LogicalRow, _ columns: ColumnMap) {
    if let irregularity = row.irregularity { sprint.irregularities.append(irregularity) }
    sprint.log.append(LogReader(context: context).entry(in: row, columns))
  }

  // MARK: Rows outside tables

  /// Rows in a paragraph, or in the paragraphs of a list, stand in no table: a note or a blank line cut
  /// them off, or they were put into the wrong section.
  private mutating func addStrayRows(of block: Block, in section: Outline.Section) {
    switch block {
    case .paragraph(let paragraph):
      for line in paragraph.lines { addStrayRow(context.slice(line), in: section) }
    case .list(let list):
      for item in list.items { for inner in item.blocks { addStrayRows(of: inner, in: section) } }
    default: break
    }
  }

  private mutating func addStrayRow(_ line: Bytes, in section: Outline.Section) {
    guard CellScanner.looksLikeRow(line) else { return }
    let row = Table.Row(line)
    switch lastTable {
    case .tasks(let columns, let count, let dialect, let group) where row.cells.count == count:
      sprint.irregularities.append(Irregularity(.orphanRow, at: row.range))
      addTasks(LogicalRow(row, columns: count, context.file), columns, dialect, group)
    case .log(let columns, let count) where row.cells.count == count:
      sprint.irregularities.append(Irregularity(.orphanRow, at: row.range))
      addEntry(LogicalRow(row, columns: count, context.file), columns)
    default:
      guard section.kind != .log, let entry = LogReader(context: context).entry(inStrayRow: line) else { return }
      let heading = section.heading.map { context.slice($0.text).string }
      sprint.irregularities.append(Irregularity(.misplacedLogRow(section: heading, entry: entry), at: row.range))
    }
  }

  private mutating func addLogLines(_ paragraph: Paragraph) {
    let reader = LogReader(context: context)
    sprint.log += paragraph.lines.compactMap { reader.entry(inLine: context.slice($0)) }
  }

  // MARK: Blocks of tasks and bullets

  private mutating func addTaskBlock(_ section: Outline.Section, _ index: Int, _ outline: Outline) -> Bool {
    guard let heading = section.heading, section.kind != .log else { return false }
    for dialect in dialects {
      guard case .blocks(let shape) = dialect.shape else { continue }
      let group = section.parent.flatMap { self.group(of: $0, outline) }
      let reader = TaskBlockReader(context: context, shape: shape)
      if let tasks = reader.tasks(heading, section.blocks, group: group) {
        addTasks(tasks, dialect)
        return true
      }
    }
    return false
  }

  private mutating func addBullets(_ list: MarkdownList, in section: Outline.Section, _ index: Int, _ outline: Outline) -> Bool {
    guard let dialect = dialects.first(where: { if case .bullets = $0.shape { true } else { false } }) else { return false }
    let tasks = BulletReader(context: context).tasks(in: list, group: nil)
    guard !tasks.isEmpty else { return false }
    let group = group(of: index, outline)
    addTasks(
      tasks.map { task in
        var task = task
        task.group = group
        return task
      }, dialect)
    return true
  }

  /// The group that tasks in a section belong to: the nearest heading that names one.
  private mutating func group(of index: Int, _ outline: Outline) -> Int? {
    if let group = groups[index] { return group }
    let section = outline.sections[index]
    guard let heading = section.heading else { return nil }
    let words = Vocabulary.normalized(context.slice(heading.text)).split(separator: " ")
    guard !section.isNamed, heading.level > 1, let first = words.first,
      context.vocabulary.groupWords.contains(String(first))
    else { return section.parent.flatMap { group(of: $0, outline) } }
    sprint.groups.append(TaskGroup(name: context.located(heading.text)))
    groups[index] = sprint.groups.count - 1
    return sprint.groups.count - 1
  }

  // MARK: Fields

  private mutating func addFields(of list: MarkdownList) {
    for item in list.items {
      for line in item.lead?.lines ?? [] { addField(context.slice(line), in: nil, nil) }
    }
  }

  /// A line such as `**Working directory:** ops/devops` or `Depends on: Sprint 190.A`.
  private mutating func addField(_ line: Bytes, in section: Outline.Section?, _ index: Int?) {
    guard let field = Field(line) else { return }
    switch field.name {
    case "working directory", "working directories", "working dir":
      sprint.workingDirectories += PathScanner.paths(in: field.value)
    case "dates", "sprint dates", "duration", "timeline", "period":
      let dates = DateScanner.all(in: field.value).compactMap { found in found.date.map { Located($0, at: found.range) } }
      if sprint.startDate == nil { sprint.startDate = dates.first }
      if sprint.endDate == nil, dates.count > 1 { sprint.endDate = dates.last }
    case "depends on", "dependencies":
      // In their own section they are read as statements.
      if section?.kind != .dependencies { addSprintDependencies(in: field.value) }
    default:
      guard let index, let group = groups[index], context.vocabulary.columns[field.name] == .criteria else { return }
      sprint.groups[group].acceptance += CriteriaScanner.criteria(in: field.value)
    }
  }

  private mutating func addSprintDependencies(in text: Bytes) {
    sprint.sprintDependencies += SprintMentions.all(in: text).map { Reference(.sprint, Located($0.number, at: $0.range)) }
  }

  // MARK: Front matter

  mutating func addFrontMatter(_ range: ByteRange?) {
    sprint.frontMatter = range
    guard let range else { return }
    let frontMatter = FrontMatterReader(range, context.file)
    sprint.startDate = frontMatter.startDate
    sprint.endDate = frontMatter.endDate
    sprint.workingDirectories = frontMatter.workingDirectories
    if let error = frontMatter.error {
      sprint.irregularities.append(Irregularity(.frontMatter(error.message, help: error.help), at: error.range))
    }
  }

  // MARK: Dependencies

  /// Reads what tasks wait for, once all short ids of the sprint are known.
  private mutating func addDependencies() {
    let shortIDs = Set(sprint.tasks.lazy.map(\.id.value).filter { !$0.isGlobal }.map(\.text))
    var index = 0
    while index < sprint.tasks.count {
      // The tasks of a row share its text.
      let row = sprint.tasks[index...].prefix { $0.range == sprint.tasks[index].range }
      let references = references(of: Array(row), shortIDs)
      for place in row.indices { sprint.tasks[place].dependencies = references }
      index = row.endIndex
    }
  }

  private func references(of row: [TrackerTask], _ shortIDs: Set<String>) -> [Reference] {
    guard let task = row.first else { return [] }
    var references: [Reference] = []
    func add(_ text: Located<String>?, _ field: DependencyScanner.Context.FieldKind, isBlocked: Bool) {
      guard let text else { return }
      let found = context.dependencies.references(
        in: context.slice(text.range),
        DependencyScanner.Context(ids: row.map(\.id.value), shortIDs: shortIDs, isBlocked: isBlocked, field: field))
      references += found.filter { one in !references.contains { $0.kind == one.kind && $0.text.value == one.text.value && $0.form == one.form } }
    }
    let isBlocked = task.state == .blocked
    add(task.dependencyText, .dependencies, isBlocked: isBlocked)
    add(task.status.note, .text, isBlocked: isBlocked)
    // Prose elsewhere names the blocker only where nothing nearer does.
    add(task.definition, .text, isBlocked: isBlocked && references.isEmpty)
    add(task.notes, .text, isBlocked: isBlocked && references.isEmpty)
    return references
  }
}
