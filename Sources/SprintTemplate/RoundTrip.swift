import SprintModel
import SprintSource

/// Holds a sprint that was written in the template and read again against the one that was written.
struct RoundTrip {
  private let sprint: Sprint
  private let expansions: Expansions

  init(_ sprint: Sprint, _ expansions: Expansions) {
    self.sprint = sprint
    self.expansions = expansions
  }

  /// What is not the same, a sentence each.
  func differences(in other: Sprint) -> [String] {
    let before = Self.facts(of: sprint, expansions)
    let after = Self.facts(of: other, .none)
    return Self.missing(before, after).map { "it would lose \($0)" }
      + Self.missing(after, before).map { "it would gain \($0)" }
  }

  private static func missing(_ facts: [String], _ others: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for fact in others { counts[fact, default: 0] += 1 }
    return facts.filter { fact in
      guard let count = counts[fact], count > 0 else { return true }
      counts[fact] = count - 1
      return false
    }
  }

  // MARK: Facts

  private static func facts(of sprint: Sprint, _ expansions: Expansions) -> [String] {
    var facts: [String] = []
    for task in sprint.tasks { facts += self.facts(of: task, in: sprint, expansions) }
    for entry in sprint.log {
      // Of a line, the time of day gets into the cell of the date.
      let date = entry.date?.description ?? String(plain(entry.dateText.value).prefix(10))
      let mentions = entry.mentions.map { "\($0.reference.text.value)\($0.isSubject ? "!" : "")" }
      facts.append(
        "the log row \(plain(date)) | \(plain(entry.update.value)) | \(entry.owner.map { plain($0.value) } ?? "") (\(entry.event.rawValue) \(mentions.joined(separator: " ")))"
      )
    }
    for kind in SectionKind.allCases {
      for text in sprint.statements[kind] ?? [] {
        facts.append("the statement of \(kind.rawValue): \(plain(text.value))")
      }
    }
    for claim in sprint.claims {
      facts.append("the claim that \(claim.subjects.map(\.text.value)) \(plain(claim.phrase.value))")
    }
    let used = Set(sprint.tasks.compactMap(\.group))
    for (index, group) in sprint.groups.enumerated() {
      // A heading alone keeps nothing together.
      guard used.contains(index) || !group.acceptance.isEmpty || group.sprint != nil || group.dialect != nil else {
        continue
      }
      let acceptance = group.acceptance.map { "\($0.isDone ? "[x] " : "")\(plain($0.text.value))" }
      facts.append(
        "the group \(plain(group.name.value)) \(acceptance) \(group.status?.state.rawValue ?? "")\(group.sprint.map { " for \($0.value)" } ?? "")"
      )
    }
    facts += sprint.workingDirectories.map { "the folder \($0.value)" }
    facts += sprint.sprintDependencies.map { "the dependency on sprint \($0.text.value)" }
    facts += sprint.links.map { "the link \($0.value)" }
    facts += sprint.suppressions.map { "the comment \($0.word.value) \($0.rules.map(\.value))" }
    if let date = sprint.startDate { facts.append("the start on \(date.value)") }
    if let date = sprint.endDate { facts.append("the end on \(date.value)") }
    if let code = sprint.code { facts.append("the code \(code.value)") }
    if let number = sprint.number { facts.append("the number \(number.value)") }
    return facts
  }

  private static func facts(of task: TrackerTask, in sprint: Sprint, _ expansions: Expansions) -> [String] {
    var facts = ["the task \(task.uid)"]
    func add(_ what: String, _ value: String?) {
      if let value, !plain(value).isEmpty { facts.append("the \(what) of \(task.uid): \(plain(value))") }
    }
    add("state", task.state.rawValue)
    add("date", task.status.date?.value.description)
    add("note on the state", task.status.note.map { written($0, expansions) })
    if task.state == .unknown { add("state as written", task.status.text.value) }
    for owner in task.owners { add("owner", owner.name.value) }
    for path in task.paths { add("path", path.value) }
    var dependencies: [String] = []
    for reference in task.dependencies where reference.kind != .none {
      let range = reference.text.range
      if let edit = expansions.edit(at: range) {
        for id in String(decoding: edit.replacement, as: UTF8.self).split(separator: ", ") {
          dependencies.append("dependency (task): \(id)")
        }
      } else {
        dependencies.append("dependency (\(reference.kind.rawValue)): \(Self.plain(reference.text.value))")
      }
    }
    var seen: Set<String> = []
    facts += dependencies.filter { seen.insert($0).inserted }.map { "the \(task.uid) \($0)" }
    add("definition", task.definition.map { written($0, expansions) })
    // One without a word says nothing, and a cell does not hold it.
    for criterion in task.acceptance where criterion.saysSomething {
      add(criterion.isDone ? "criterion that is met" : "criterion", written(criterion.text, expansions))
    }
    add("estimate", task.estimate?.value)
    add("priority", task.priority?.value)
    add("notes", task.notes.map { written($0, expansions) })
    add("group", task.group.map { sprint.groups[$0].name.value })
    return facts
  }

  /// A text with full ids for what it writes short.
  private static func written(_ text: LocatedText, _ expansions: Expansions) -> String {
    let inner = expansions.edits(in: text.range)
    guard !inner.isEmpty, text.value.utf8.count == text.range.count else { return text.value }
    let edits = inner.map { edit in
      let range = ByteRange(edit.range.lower - text.range.lower, edit.range.upper - text.range.lower)
      return TextEdit(range, edit.replacement)
    }
    return String(decoding: TextEdit.apply(edits, to: Array(text.value.utf8)).0, as: UTF8.self)
  }

  /// A text without what a cell changes: on one line, with bare pipes.
  static func plain(_ text: String) -> String {
    text.replacingBytes("\\|", with: "|").replacingBytes("<br>", with: " ").singleSpaced
  }
}
