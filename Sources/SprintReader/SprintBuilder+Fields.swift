import SprintMarkdown
import SprintModel
import SprintSource
import SprintYAML

extension SprintBuilder {
  // MARK: Title

  mutating func addTitle(_ heading: Heading) {
    let text = context.slice(heading.text)
    sprint.title = LocatedText(text)
    sprint.number = TitleReader.number(in: text)
    sprint.code = TitleReader.code(in: text)
  }

  // MARK: Lines

  mutating func addFields(of list: MarkdownList, in kind: SectionKind, _ index: Int) {
    for item in list.items {
      for line in item.lead?.lines ?? [] { addField(context.slice(line), in: kind, index) }
    }
  }

  /// A line such as `**Working directory:** ops/devops` or `Depends on: Sprint 190.A`.
  mutating func addField(_ line: Bytes, in kind: SectionKind, _ index: Int) {
    guard let field = Field(line) else { return }
    let name = Self.fields[field.label]
    switch name {
    case .workingDirectory:
      sprint.workingDirectories += PathScanner.paths(in: field.value)
    case .dates:
      let found = DateScanner.all(in: field.value)
      let dates = found.compactMap(\.located)
      sprint.impossibleDates += found.compactMap { $0.impossible(in: field.value) }
      if sprint.startDate == nil { sprint.startDate = dates.first }
      if sprint.endDate == nil, dates.count > 1 { sprint.endDate = dates.last }
    case .startDate, .endDate:
      guard let found = DateScanner.first(in: field.value) else { return }
      if name == .startDate, sprint.startDate == nil { sprint.startDate = found.located }
      if name == .endDate, sprint.endDate == nil { sprint.endDate = found.located }
      if let impossible = found.impossible(in: field.value) { sprint.impossibleDates.append(impossible) }
    case .dependencies:
      // In their own section they are read as statements.
      if kind != .dependencies { addSprintDependencies(in: field.value, isField: true) }
    case nil: addGroupField(field, index)
    }
  }

  private enum FieldName { case workingDirectory, dates, startDate, endDate, dependencies }

  /// The fields of a sprint as a whole.
  private static let fields = TermTable<FieldName>([
    "working directory": .workingDirectory, "working directories": .workingDirectory, "working dir": .workingDirectory,
    "dates": .dates, "sprint dates": .dates, "duration": .dates, "timeline": .dates, "period": .dates,
    "start date": .startDate, "end date": .endDate, "depends on": .dependencies, "dependencies": .dependencies,
  ])

  /// What is said of a group as a whole, below the heading that names it.
  private mutating func addGroupField(_ field: Field, _ index: Int) {
    switch context.columns[field.label] {
    case .criteria:
      let criteria = CriteriaScanner.criteria(in: field.value)
      guard !criteria.isEmpty, let group = group(of: index) else { return }
      sprint.groups[group].acceptance += criteria
    case .status where !taskSections.contains(index):
      if groupStatuses[index] == nil { groupStatuses[index] = context.status(in: field.value) }
    default: break
    }
  }

  private mutating func addSprintDependencies(in text: Bytes, isField: Bool = false) {
    sprint.sprintDependencies += SprintMentions.dependencies(in: text, isField: isField).map {
      Reference(.sprint, LocatedText($0.number, at: $0.range))
    }
  }

  /// Entries in lines, bullets and quotes; a line without a date goes on with the entry before it.
  mutating func addLogLines(of block: Block) {
    switch block {
    case .paragraph(let paragraph):
      let reader = LogReader(context: context)
      var range: ByteRange?
      func entry() -> LogEntry? { range.flatMap { reader.entry(inLine: context.slice($0)) } }
      for line in paragraph.lines where !CellScanner.looksLikeRow(context.slice(line)) {
        if reader.entry(inLine: context.slice(line)) == nil {
          range = range?.union(line)
        } else {
          if let entry = entry() { sprint.log.append(entry) }
          range = line
        }
      }
      if let entry = entry() { sprint.log.append(entry) }
    case .list(let list): for item in list.items { for inner in item.blocks { addLogLines(of: inner) } }
    case .quote(let quote): for inner in quote.blocks { addLogLines(of: inner) }
    default: break
    }
  }

  // MARK: Statements

  mutating func addStatements(of block: Block, in kind: SectionKind) {
    switch kind {
    case .scope, .dependencies, .prerequisites, .decisions, .checkpoints:
      let statements = StatementReader.statements(in: block, context)
      sprint.statements[kind, default: []] += statements
      if kind == .decisions || kind == .checkpoints {
        for statement in statements {
          sprint.claims += context.claims.claims(in: context.slice(statement.range), of: kind)
        }
      }
      if kind == .dependencies {
        for statement in statements { addSprintDependencies(in: context.slice(statement.range)) }
      }
    case .tracker, .log, .other: break
    }
  }

  // MARK: Front matter

  mutating func addFrontMatter(_ range: ByteRange?) {
    sprint.frontMatter = range
    guard let range else { return }
    let frontMatter = FrontMatterReader(range, context)
    sprint.startDate = frontMatter.startDate
    sprint.endDate = frontMatter.endDate
    sprint.impossibleDates = frontMatter.impossibleDates
    sprint.workingDirectories = frontMatter.workingDirectories
    if let error = frontMatter.error {
      sprint.irregularities.append(Irregularity(.frontMatter(error.message, help: error.help), at: error.range))
    }
    let title = outline.sections.first { $0.heading != nil }?.heading.map { context.located($0.text) }
    if let task = frontMatter.task(title: title),
      let dialect = dialects.first(where: { if case .document = $0.shape { true } else { false } }),
      !outline.sections.isEmpty
    {
      addTask(task, as: [task.id], dialect, listing: "front matter", in: 0)
    }
  }
}
