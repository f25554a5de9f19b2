import SprintMarkdown
import SprintModel
import SprintSource

extension SprintBuilder {
  // MARK: Headings that name a task

  /// Adds the tasks that a section's heading names; false where it names none.
  mutating func addTaskBlock(_ index: Int) -> Bool {
    let kind = outline.sections[index].kind
    // A risk can have a name and a status, too.
    guard let heading = outline.sections[index].heading, kind != .log, kind != .decisions,
      let named = context.declarations.declaration(in: context.slice(heading.text))
    else { return false }
    let section = outline.sections[index]
    let fields = fields(of: index)
    let reader = TaskBlockReader(context: context)
    guard
      let declaration = reader.declaration(
        named, fields, announced: section.announcesTasks, hasSibling: taskParents.contains(section.parent)),
      let dialect = dialect(of: declaration, level: heading.level)
    else { return false }
    taskParents.insert(section.parent)
    // Of a document that is one task, the range is the part above its sections.
    let inner: Range<Int> = heading.level == 1 ? 0..<0 : outline.descendants(of: index)
    let end = inner.last { !outline.sections[$0].blocks.isEmpty } ?? index
    let last = outline.sections[end].blocks.last?.range ?? heading.range
    note(.block, .tasks(declaration.ids.count, dialect: dialect.name), at: heading.range)
    let group = section.parent.flatMap { self.group(of: $0) }
    if let task = reader.task(declaration, fields, group: group, range: heading.range.union(last)) {
      // A heading without fields may name again what a block elsewhere describes.
      addTask(
        task, as: declaration.ids, dialect, listing: "block", isBrief: !fields.describesTask, in: index)
    }
    return true
  }

  private func dialect(of declaration: Declaration, level: Int) -> Dialect? {
    dialects.first { dialect in
      switch dialect.shape {
      case .document: level == 1
      case .blocks(let shape): level > 1 && shape.forms.contains(declaration.form)
      default: false
      }
    }
  }

  /// The fields below a heading, down to the next heading that is none of a field.
  private func fields(of index: Int) -> BlockFields {
    let section = outline.sections[index]
    var fields = BlockFields(section.blocks, context, readsQuotes: section.level == 1)
    for inner in outline.descendants(of: index) {
      let section = outline.sections[inner]
      guard let heading = section.heading, section.kind != .log else { continue }
      let name = section.name
      // `## Status`, `## Status: DONE`
      let isField =
        context.columns[normalized: name] != nil
        || !Field.all(in: context.slice(heading.text), context.columns).isEmpty
      // A story keeps its fields under headings such as `Story Information`.
      if isField || name.hasSuffix(" information") || name.hasSuffix(" details") { fields.add(section) }
    }
    // A document that is one task says how far it is anywhere, sometimes only at its foot.
    if section.level == 1 {
      for inner in outline.descendants(of: index) where !isReview(inner) {
        fields.addStatus(from: outline.sections[inner])
      }
    }
    return fields
  }

  /// Whether a section, or one that it stands in, holds a review: its status is a verdict, and not the task's.
  private func isReview(_ index: Int) -> Bool {
    var next: Int? = index
    while let place = next, outline.sections[place].level > 1 {
      if Vocabulary.words(ofNormalized: outline.sections[place].name).contains("review") { return true }
      next = outline.sections[place].parent
    }
    return false
  }

  // MARK: Bullets

  /// Adds the bullets of a list that name tasks; false where none does.
  mutating func addBullets(_ list: MarkdownList, in index: Int, isInTask: Bool) -> Bool {
    let section = outline.sections[index]
    guard section.announcesTasks || section.isInTaskList || isInTask else {
      let likely =
        section.kind == .other ? BulletReader(context: context, needsBox: false).tasks(in: list) : []
      checklist += likely.filter { $0.status.text.value.hasPrefix("[") }
      let isLikely = !likely.isEmpty
      if isLikely { note(.list, .notTasks(.notAnnounced), at: list.items.first?.range ?? list.range) }
      return false
    }
    guard section.kind == .tracker || section.kind == .other else { return false }
    if isInTask, isCriteria(section) { return false }
    let needsBox = isInTask || !section.announcesTasks
    let tasks = BulletReader(context: context, needsBox: needsBox).tasks(in: list)
    guard !tasks.isEmpty else { return false }
    let hasFields = tasks.contains { $0.dependencyText != nil || !$0.owners.isEmpty || !$0.acceptance.isEmpty }
    guard
      let dialect = dialects.first(where: {
        if case .bullets(let shape) = $0.shape { shape.hasFields == hasFields } else { false }
      })
    else { return false }
    note(.list, .tasks(tasks.count, dialect: dialect.name), at: list.items.first?.range ?? list.range)
    let group = self.group(of: index)
    (consume tasks).moveEach { (task: consuming TrackerTask) in
      task.group = group
      // A bullet without a box, or with the id at its end, may speak of a task that another declares.
      let isAtEnd = task.definition.map { $0.range.lower < task.label.range.lower } ?? false
      let isBrief = isAtEnd || (!task.status.isStated && task.id.value.isGlobal)
      addTask(task, as: [task.id], dialect, listing: Self.bullets, isBrief: isBrief, in: index)
    }
    return true
  }

  private func isCriteria(_ section: Outline.Section) -> Bool {
    context.columns[normalized: section.name] == .criteria
  }

  // MARK: Plan groups

  /// Adds a group that lists its tasks on one line; false where the section is none.
  mutating func addPlanGroup(_ index: Int) -> Bool {
    guard let heading = outline.sections[index].heading,
      context.groupWords.containsFirstWord(of: outline.sections[index].name),
      let dialect = dialects.first(where: { if case .planGroups = $0.shape { true } else { false } })
    else { return false }
    let fields = BlockFields(outline.sections[index].blocks, context)
    guard let list = fields.tasks else { return false }
    let entries = PlanGroupReader(context: context).entries(in: context.slice(list))
    guard !entries.isEmpty else { return false }
    var group = TaskGroup(name: context.located(heading.text))
    group.status = fields.value(of: .status).map { context.status(in: $0) }
    group.acceptance = fields.criteria
    note(.block, .tasks(entries.count, dialect: dialect.name), at: heading.range)
    let place = addGroup(group, of: index)
    for entry in entries {
      var task = TrackerTask(
        id: entry.id, name: entry.id.value.name(in: context.file.slug), label: entry.label,
        status: group.status ?? Status(state: .unknown, text: LocatedText("", at: .empty(at: entry.label.range.upper))),
        range: entry.label.range)
      task.group = place
      task.estimate = entry.estimate
      task.dependencyText = fields.value(of: .dependencies).map(context.located)
      if let owners = fields.value(of: .owners) {
        (task.owners, task.paths) = context.owners.owners(in: context.slice(owners))
      }
      addTask(task, as: [entry.id], dialect, listing: "plan", in: index)
    }
    return true
  }
}
