import SprintMarkdown
import SprintModel
import SprintSource

/// Puts a sprint together, section by section. Its parts: ``SprintBuilder+Tables``, ``SprintBuilder+Blocks``
/// and ``SprintBuilder+Fields``.
struct SprintBuilder {
  let context: ReadingContext
  let dialects: [Dialect]
  let outline: Outline
  var sprint: Sprint
  /// The places of the groups, by the section whose heading names them.
  var groups: [Int: Int] = [:]
  /// The group that each section belongs to, once somebody has asked.
  private var groupsOfSections: [Int??]
  /// The sections that name a task, and those inside them.
  var taskSections: Set<Int> = []
  /// What the lines of sections state, by section: of a group, where the heading names one.
  var groupStatuses: [Int: Status] = [:]
  /// The last table of tasks or of the log: rows that follow it after a gap belong to it.
  var lastTable: LastTable?
  /// The sections that hold headings which name tasks.
  var taskParents: Set<Int?> = []
  /// Ticked bullets under headings that announce no tasks: they may tick off what is declared elsewhere.
  var checklist: [TrackerTask] = []
  /// Whether the dialect so far is that of bullets, which may tick off what blocks below declare.
  private var isChecklistDialect = false
  /// Where each id was declared first, and in what kind of listing.
  private var declared: [Bytes: (task: Int, listing: String)] = [:]
  /// How many tasks the file declares, also beyond the limit, and the first beyond it.
  private var declarations = 0
  private var surplus: ByteRange?
  /// The bytes of rows that declare several tasks, counted for each, and the first of them beyond the limit.
  private var sharedText = 0
  private var surplusText: ByteRange?

  enum LastTable {
    case tasks(ColumnMap, Table, end: ByteRange, Dialect, section: Int)
    case log(ColumnMap, Table, end: ByteRange)
    case other(columns: Int)
  }

  init(_ document: MarkdownDocument, _ context: ReadingContext, _ dialects: [Dialect], index: Int) {
    self.context = context
    self.dialects = dialects
    outline = Outline(document, context)
    groupsOfSections = [Int??](repeating: nil, count: outline.sections.count)
    sprint = Sprint(file: index, path: context.file.path, slug: context.file.slug)
    sprint.sections.reserveCapacity(SectionKind.allCases.count)
    sprint.numberInName = TitleReader.number(inName: context.file.slug)
    addFrontMatter(document.frontMatter)
  }

  /// Reads the whole document.
  mutating func build() -> Sprint {
    let sections = outline.sections
    // A copy of a section would copy all that it holds.
    for index in sections.indices {
      if let heading = sections[index].heading {
        if sprint.title == nil { addTitle(heading) }
        let kind = sections[index].kind
        if sections[index].isNamed, sprint.sections[kind] == nil { sprint.sections[kind] = heading.range }
      }
      lastTable = nil
      if let parent = sections[index].parent, taskSections.contains(parent) { taskSections.insert(index) }
      if addPlanGroup(index) { continue }
      if addTaskBlock(index) { taskSections.insert(index) }
      for block in sections[index].blocks { add(block, in: index, isInTask: taskSections.contains(index)) }
    }
    for (section, group) in groups where sprint.groups[group].status == nil {
      sprint.groups[group].status = groupStatuses[section]
    }
    let limit = context.limits[.tasks]
    if declarations > limit {
      sprint.refusal = Excess(.tasks, declarations, limit: limit, at: surplus)
      return sprint
    }
    if let surplusText {
      sprint.refusal = Excess(.sharedText, sharedText, limit: context.limits[.sharedText], at: surplusText)
      return sprint
    }
    addChecklist()
    // Room was made for rows that might have been tasks.
    sprint.tasks.trim()
    addDependencies()
    if sprint.number == nil, let number = sprint.numberInName {
      sprint.number = LocatedText(number, at: .empty(at: 0))
    }
    return sprint
  }

  private mutating func add(_ block: Block, in index: Int, isInTask: Bool) {
    let kind = outline.sections[index].kind
    switch block {
    case .table(let table): add(table, in: index)
    case .list(let list):
      if addBullets(list, in: index, isInTask: isInTask) { return }
      addFields(of: list, in: kind, index)
      if kind == .log { addLogLines(of: block) }
      addStatements(of: block, in: kind)
      addStrayRows(of: block, in: index)
    case .paragraph(let paragraph):
      for line in paragraph.lines { addField(context.slice(line), in: kind, index) }
      if kind == .log { addLogLines(of: block) }
      addStatements(of: block, in: kind)
      addStrayRows(of: block, in: index)
    case .quote:
      if kind == .log { addLogLines(of: block) }
      addStatements(of: block, in: kind)
      addStrayRows(of: block, in: index)
    case .heading, .code, .thematicBreak, .other: break
    }
  }

  // MARK: Tasks

  /// Adds the task of one row, bullet or block, once for each of its ids.
  ///
  /// The `listing` is the kind of listing that they stand in. A task that another kind of listing in the file has
  /// declared is not declared again: an index above the blocks, a checklist far from them. One that `isBrief` says
  /// so little that it names again what was declared before.
  mutating func addTask(
    _ task: consuming TrackerTask, as ids: [Located<TaskID>], _ dialect: Dialect, listing: String,
    isBrief: Bool = false, in section: Int
  ) {
    expectTasks()
    declarations += ids.count
    guard declarations <= context.limits[.tasks] else {
      surplus = surplus ?? task.id.range
      return
    }
    if ids.count > 1 {
      sharedText += ids.count * task.range.count
      if sharedText > context.limits[.sharedText], surplusText == nil { surplusText = task.id.range }
    }
    if sprint.dialect == nil || (isChecklistDialect && listing != Self.bullets) {
      sprint.dialect = dialect.name
      isChecklistDialect = listing == Self.bullets
    }
    if let group = task.group, sprint.groups[group].dialect == nil { sprint.groups[group].dialect = dialect.name }
    if let state = outline.sections[section].state {
      // An empty box says as much as a heading `Backlog`, and less than one that says more.
      let isLess = !task.status.isStated || (task.status.text.value == "[ ]" && state.state != .todo)
      if isLess { task.status = state }
    }
    guard ids.count > 1 else { return add(task, listing: listing, isBrief: isBrief) }
    for id in ids { add(task.declared(as: id, in: context.file.slug), listing: listing, isBrief: isBrief) }
  }

  private mutating func add(_ task: consuming TrackerTask, listing: String, isBrief: Bool) {
    if let earlier = declared.updateValue((sprint.tasks.count, listing), forKey: task.name) {
      declared[task.name] = earlier
      if earlier.listing != listing || isBrief {
        let isChecklist = earlier.listing == Self.bullets && listing != Self.bullets
        return merge(task, into: earlier.task, isChecklist: isChecklist)
      }
    }
    sprint.tasks.append(consume task)
  }

  /// Makes room for the first tasks.
  mutating func expectTasks(_ count: Int = 0) {
    guard sprint.tasks.isEmpty else { return }
    let count = min(max(count, 8), context.limits[.tasks])
    sprint.tasks.reserveCapacity(count)
    declared.reserveCapacity(count)
  }

  /// Puts two listings of one task together: the first one stands, unless it is only a checklist.
  private mutating func merge(_ task: TrackerTask, into place: Int, isChecklist: Bool) {
    if isChecklist {
      var task = task
      task.fillIn(from: sprint.tasks[place])
      sprint.tasks[place] = task
    } else {
      sprint.tasks[place].fillIn(from: task)
    }
  }

  /// A progress checklist far from the blocks that it ticks states how far they are.
  private mutating func addChecklist() {
    for ticked in checklist {
      guard let place = declared[ticked.name]?.task, !sprint.tasks[place].status.isStated else { continue }
      sprint.tasks[place].status = ticked.status
    }
  }

  /// The name of the listing that bullets make.
  static let bullets = "bullets"

  /// The group that tasks in a section belong to: the nearest heading that names one.
  mutating func group(of index: Int) -> Int? {
    if let known = groupsOfSections[index] { return known }
    let group = namedGroup(of: index)
    groupsOfSections[index] = group
    return group
  }

  private mutating func namedGroup(of index: Int) -> Int? {
    let section = outline.sections[index]
    guard let heading = section.heading else { return nil }
    let words = Vocabulary.words(ofNormalized: section.name)
    guard !section.isNamed, heading.level > 1, let first = words.first(where: { !$0.utf8.allSatisfy(\.isDigit) }),
      context.groupWords.contains(first)
    else { return section.parent.flatMap { self.group(of: $0) } }
    return addGroup(TaskGroup(name: context.located(heading.text)), of: index)
  }

  mutating func addGroup(_ group: TaskGroup, of section: Int) -> Int {
    sprint.groups.append(group)
    groups[section] = sprint.groups.count - 1
    groupsOfSections[section] = sprint.groups.count - 1
    return sprint.groups.count - 1
  }

  // MARK: Dependencies

  /// Reads what tasks wait for, once all short ids of the sprint are known.
  private mutating func addDependencies() {
    var count = sprint.claims.reduce(0) { $0 + $1.subjects.count }
    if count > context.limits[.dependencies] {
      sprint.refusal = Excess(
        .dependencies, count, limit: context.limits[.dependencies], at: sprint.claims.last?.phrase.range)
      return
    }
    let ids = context.ids
    let shortIDs = Set(
      sprint.tasks.lazy.map(\.id.value).filter { !$0.isGlobal || ids.isForeign($0.bytes) }.map(\.text))
    var index = 0
    while index < sprint.tasks.count {
      // The tasks of a row share its text. No slice of the tasks is kept: the writing below would copy them all.
      var end = index + 1
      while end < sprint.tasks.count, sprint.tasks[end].range == sprint.tasks[index].range { end += 1 }
      let references = references(of: index..<end, shortIDs)
      count += references.count
      if count > context.limits[.dependencies] {
        sprint.refusal = Excess(
          .dependencies, count, limit: context.limits[.dependencies], at: sprint.tasks[index].id.range)
        return
      }
      for place in index..<end { sprint.tasks[place].dependencies = references }
      index = end
    }
  }

  private func references(of row: Range<Int>, _ shortIDs: Set<String>) -> [Reference] {
    // The places are looked at one by one: a copy of a task would copy all that it holds.
    let tasks = sprint.tasks
    let first = row.lowerBound
    let scanner = context.dependencies
    var scope = DependencyScanner.Context(
      id: tasks[first].id.value, others: row.count > 1 ? row.dropFirst().map { tasks[$0].id.value } : [],
      shortIDs: shortIDs)
    var references: [Reference] = []
    var known: Set<Reference.Meaning> = []
    func isNew(_ meaning: Reference.Meaning) -> Bool {
      // Few are compared faster than found.
      if references.count < 8 { return !references.contains { $0.meaning == meaning } }
      if known.isEmpty { known = Set(references.lazy.map(\.meaning)) }
      return known.insert(meaning).inserted
    }
    func add(_ range: ByteRange, _ field: DependencyScanner.Context.FieldKind, isBlocked: Bool) {
      scope.field = field
      scope.isBlocked = isBlocked
      let found = scanner.references(in: context.slice(range), scope)
      guard !found.isEmpty else { return }
      if references.isEmpty, found.count == 1 {
        references = found
      } else {
        for one in found where isNew(one.meaning) { references.append(one) }
      }
    }
    let isBlocked = tasks[first].status.state == .blocked
    if let text = tasks[first].dependencyText { add(text.range, .dependencies, isBlocked: isBlocked) }
    // The state itself can begin the phrase: `Blocked by 2.1`.
    if tasks[first].status.note != nil { add(tasks[first].status.text.range, .text, isBlocked: isBlocked) }
    // Prose elsewhere names the blocker only where nothing nearer does, or where it says so in so many words.
    // In a table without descriptions, the criteria are what describes the tasks.
    func addProse(_ range: ByteRange) {
      let isNamed = references.contains { $0.kind != .none }
      let saysSo = { Self.blockedBy.occurs(in: context.slice(range)) }
      add(range, .text, isBlocked: isBlocked && (!isNamed || saysSo()))
    }
    if let definition = tasks[first].definition { addProse(definition.range) }
    if let notes = tasks[first].notes { addProse(notes.range) }
    if tasks[first].definition == nil { for criterion in tasks[first].acceptance { addProse(criterion.text.range) } }
    return references
  }

  private static let blockedBy = PhraseScanner([
    "blocked by", "blocked on", "blocked until", "blocked pending", "waiting for", "waiting on", "waits for",
    "waits on",
    "awaiting", "awaits",
  ])
}

extension TrackerTask {
  /// Takes over what another listing of the same task says and this one does not.
  fileprivate mutating func fillIn(from other: TrackerTask) {
    let isBox = status.text.value == "[ ]"
    if !status.isStated || (isBox && other.status.isStated) { status = other.status }
    if owners.isEmpty { owners = other.owners }
    if paths.isEmpty { paths = other.paths }
    if acceptance.isEmpty { acceptance = other.acceptance }
    dependencyText = dependencyText ?? other.dependencyText
    definition = definition ?? other.definition
    estimate = estimate ?? other.estimate
    priority = priority ?? other.priority
    notes = notes ?? other.notes
    group = group ?? other.group
  }
}
