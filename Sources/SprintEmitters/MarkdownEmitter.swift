package import SprintLinker
package import SprintModel
package import SprintSource

/// Writes sprints in the standard template.
///
/// Reading the result gives the same tasks, log and dependencies. Fields that the template has no
/// column for get one where any task of the table has such a field.
package enum MarkdownEmitter {
  /// All sprints of a workspace, each after a comment that names its file where there are several.
  package static func markdown(_ workspace: Workspace) -> [UInt8] {
    let texts = workspace.selection.map { index in
      let sprint = workspace.sprints[index]
      let name = workspace.selection.count > 1 ? "<!-- file: \(sprint.path) -->\n" : ""
      return name + markdown(sprint, of: workspace.files[sprint.file])
    }
    return Array(texts.joined(separator: "\n").utf8)
  }

  /// One sprint.
  package static func markdown(_ sprint: Sprint, of file: SourceFile) -> String {
    var template = StandardTemplate(sprint, file)
    return template.text()
  }
}

private struct StandardTemplate {
  private let sprint: Sprint
  private let file: SourceFile
  private var lines: [String] = []

  init(_ sprint: Sprint, _ file: SourceFile) {
    self.sprint = sprint
    self.file = file
  }

  mutating func text() -> String {
    if let frontMatter = sprint.frontMatter {
      lines += ["---", file.slice(frontMatter).string.trimmingLineEnd(), "---", ""]
    }
    lines.append("# \(sprint.title?.value ?? sprint.slug)")
    writeScope()
    writeStatements(.dependencies, besides: sprintDependencies())
    writeStatements(.prerequisites)
    writeTracker()
    writeLog()
    writeStatements(.decisions)
    writeStatements(.checkpoints)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Sections

  private mutating func heading(_ kind: SectionKind) {
    guard let heading = kind.standardHeading else { return }
    lines += ["", "## \(heading)"]
  }

  private mutating func writeStatements(_ kind: SectionKind, besides more: [String] = []) {
    heading(kind)
    lines += (statements(kind) + more).map { "- \($0)" }
  }

  private func statements(_ kind: SectionKind) -> [String] {
    (sprint.statements[kind] ?? []).map { Self.oneLine($0.value) }
  }

  private mutating func writeScope() {
    heading(.scope)
    let stated = sprint.statements[.scope] ?? []
    lines += stated.map { "- \(Self.oneLine($0.value))" }
    // What the document says elsewhere, on lines that the template has not.
    let directories = sprint.workingDirectories.filter { directory in
      !stated.contains { $0.range.contains(directory.range) }
    }
    if !directories.isEmpty {
      lines.append("- **Working directory:** \(directories.map { "`\($0.value)`" }.joined(separator: ", "))")
    }
    let dates = [sprint.startDate, sprint.endDate].compactMap(\.self).filter { date in
      !(stated.contains { $0.range.contains(date.range) } || (sprint.frontMatter?.contains(date.range) ?? false))
    }
    if !dates.isEmpty { lines.append("- **Dates:** \(dates.map(\.value.description).joined(separator: " to "))") }
  }

  /// Sprints that are named outside the section about dependencies.
  private func sprintDependencies() -> [String] {
    let stated = sprint.statements[.dependencies] ?? []
    return sprint.sprintDependencies.filter { reference in !stated.contains { $0.range.contains(reference.text.range) }
    }
    .map { "Depends on Sprint \($0.text.value)" }
  }

  private mutating func writeLog() {
    heading(.log)
    lines += ["| Date (UTC) | Update | Owner |", "| --- | --- | --- |"]
    lines += sprint.log.map { Self.row([Self.cell($0.dateText), Self.cell($0.update), Self.cell($0.owner)]) }
  }

  // MARK: Tasks

  private mutating func writeTracker() {
    heading(.tracker)
    // Tasks without a group first: below a group's heading they would belong to it.
    let ungrouped = sprint.tasks.filter { $0.group == nil }
    if !ungrouped.isEmpty || sprint.groups.isEmpty { writeTable(ungrouped) }
    for (index, group) in sprint.groups.enumerated() {
      lines += ["", "### \(Self.oneLine(group.name.value))"]
      let tasks = sprint.tasks.filter { $0.group == index }
      if !tasks.isEmpty { writeTable(tasks) }
      for criterion in group.acceptance {
        lines += ["", "**Acceptance:** \(Self.box(criterion))\(Self.oneLine(criterion.text.value))"]
      }
    }
  }

  private mutating func writeTable(_ tasks: [TrackerTask]) {
    let rows = Dictionary(grouping: tasks, by: \.range).values.compactMap(\.first).sorted { $0.range < $1.range }
    var columns: [(header: String, cell: (Int, TrackerTask) -> String)] = [
      ("#", { number, task in task.row.map(Self.cell) ?? String(number + 1) }),
      ("Task ID", { _, task in Self.cell(task.label) }),
      ("Status", { _, task in Self.status(task) }),
      ("Key dependency / next step", { _, task in task.dependencyText.map(Self.cell) ?? "—" }),
      ("Owners", { _, task in Self.owners(task) }),
      ("Task Definition", { _, task in Self.cell(task.definition) }),
    ]
    func add(_ header: String, _ text: @escaping (TrackerTask) -> String) {
      if rows.contains(where: { !text($0).isEmpty }) { columns.append((header, { _, task in text(task) })) }
    }
    add("Completion Criteria") { task in
      task.acceptance.map { "\($0.isDone ? "[x]" : "[ ]") \(Self.cell($0.text))" }.joined(separator: "<br>")
    }
    add("Estimate") { Self.cell($0.estimate) }
    add("Priority") { Self.cell($0.priority) }
    add("Notes") { Self.cell($0.notes) }
    lines += [Self.row(columns.map(\.header)), Self.row(columns.map { _ in "---" })]
    for (number, task) in rows.enumerated() { lines.append(Self.row(columns.map { $0.cell(number, task) })) }
  }

  private static func owners(_ task: TrackerTask) -> String {
    let names = task.owners.map { Self.cell($0.name) }.joined(separator: " · ")
    let paths = task.paths.map { Self.cell($0) }.joined(separator: ", ")
    return [names.isEmpty ? "—" : names, paths.isEmpty ? "" : "(\(paths))"].filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  private static func status(_ task: TrackerTask) -> String {
    guard task.status.isStated else { return "—" }
    // A box says less than a word, and stands for the same state.
    return task.status.text.value.hasPrefix("[") ? task.state.standardWord : Self.cell(task.status.text)
  }

  private static func box(_ criterion: Criterion) -> String { criterion.isDone ? "[x] " : "" }

  // MARK: Cells

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private static func cell(_ text: Located<String>?) -> String { text.map(Self.cell) ?? "" }

  /// A text as it can stand in a cell: on one line, with each pipe escaped.
  private static func cell(_ text: Located<String>) -> String {
    var result: [UInt8] = []
    for byte in Self.oneLine(text.value).utf8 {
      if byte == UInt8(ascii: "|"), result.last != UInt8(ascii: "\\") { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.split(whereSeparator: \.isNewline).map { $0.trimmingBlanks() }.filter { !$0.isEmpty }.joined(
      separator: " ")
  }
}

extension TaskState {
  /// The word of the standard template; empty for a state that nobody stated.
  package var standardWord: String {
    switch self {
    case .todo: "TODO"
    case .doing: "DOING"
    case .review: "REVIEW"
    case .blocked: "BLOCKED"
    case .done: "DONE"
    case .cancelled: "CANCELLED"
    case .unknown: ""
    }
  }
}

extension String {
  fileprivate func trimmingLineEnd() -> String {
    var text = self[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
