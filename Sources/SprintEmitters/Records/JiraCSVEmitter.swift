package import SprintLinker
import SprintModel
import SprintSource

/// Writes sprints and their tasks as a file that Jira imports: comma-separated values (RFC 4180), a header first.
///
/// As Jira's importer wants it (Atlassian, *Prepare a CSV file for import*, *CSV import: parent-child mapping*): each
/// issue has an id of its own in the file and a summary of one line; parents stand before their children, which name
/// them by that id; a field with several values has several columns of one name, as labels and links have. An inward
/// link of the type `Blocks` names an issue that blocks this one.
///
/// Sprints become epics, tasks the issues in them. What Jira has no field for stands in the description.
package struct JiraCSVEmitter {
  private let standing: TaskStanding
  private let mapping: JiraMapping
  /// The ids in the file, by the sprint, and by the node of the task.
  private var sprintIDs: [Int: Int] = [:]
  private var taskIDs: [Int: Int] = [:]
  private var rows: [Row] = []

  private struct Row {
    let id: Int
    let type: String
    let summary: String
    let status: String
    var parent: Int?
    var externalID = ""
    var priority = ""
    var description: [String] = []
    var labels: [String] = []
    var blockers: [Int] = []
  }

  /// Each row has as many cells as the longest: more than these together are no table for anybody.
  package static let mostCells = 20_000_000

  package struct TooLarge: Error {}

  /// - Throws: `TooLarge` where there would be more than `mostCells`.
  package static func csv(
    _ workspace: Workspace, _ mapping: JiraMapping = JiraMapping()
  ) throws(TooLarge) -> [UInt8] {
    var emitter = JiraCSVEmitter(workspace, mapping)
    emitter.addSprints()
    emitter.addTasks()
    guard emitter.rows.count * (emitter.labelCount + emitter.blockerCount) <= mostCells else { throw TooLarge() }
    return Array(emitter.text.utf8)
  }

  private init(_ workspace: Workspace, _ mapping: JiraMapping) {
    standing = TaskStanding(GraphAnalysis(workspace))
    self.mapping = mapping
  }

  private var workspace: Workspace { standing.analysis.workspace }

  // MARK: Issues

  private mutating func addSprints() {
    for index in workspace.selection where !workspace.sprints[index].tasks.isEmpty {
      let sprint = workspace.sprints[index]
      let id = rows.count + 1
      sprintIDs[index] = id
      let states = Set(sprint.tasks.map(\.state))
      let state: TaskState = states.allSatisfy(\.isClosed) ? .done : states == [.todo] ? .todo : .doing
      rows.append(
        Row(
          id: id, type: mapping.sprintType, summary: Self.summary(sprint.title?.value ?? sprint.slug),
          status: mapping.status(state), externalID: sprint.slug, description: [sprint.path]))
    }
  }

  /// A task that is declared more than once is one issue, as its first declaration tells it.
  private mutating func addTasks() {
    var indices: [TaskIndex] = []
    for sprint in workspace.selection {
      for place in workspace.sprints[sprint].tasks.indices {
        let index = TaskIndex(sprint: sprint, task: place)
        let node = workspace.symbols.node(of: index)
        guard taskIDs[node] == nil else { continue }
        indices.append(index)
        taskIDs[node] = rows.count + indices.count
      }
    }
    rows += indices.map(row)
  }

  private func row(_ index: TaskIndex) -> Row {
    let (task, sprint) = (workspace.task(index), workspace.sprint(of: index))
    let definition = task.definition?.value ?? ""
    let prerequisites = standing.analysis.prerequisites(of: index)
    var blockers: [Int] = []
    for case .task(let node) in prerequisites.map(\.target) {
      if let id = taskIDs[node], !blockers.contains(id) { blockers.append(id) }
    }
    let others = prerequisites.filter { if case .task(let node) = $0.target { taskIDs[node] == nil } else { true } }
    let line = workspace.files[sprint.file].position(at: task.id.range.lower).line
    var description = definition.isEmpty ? [] : [definition]
    description += task.acceptance.map { "- [\($0.isDone ? "x" : " ")] \($0.text.value)" }
    if !others.isEmpty {
      description.append("Depends on: " + others.map { standing.analysis.name(of: $0.target) }.joined(separator: "; "))
    }
    if let note = task.status.note { description.append("Status: \(note.value)") }
    if let notes = task.notes { description.append(notes.value) }
    if let estimate = task.estimate { description.append("Estimate: \(estimate.value)") }
    if !task.owners.isEmpty { description.append("Owners: " + task.owners.map(\.name.value).joined(separator: ", ")) }
    description.append("\(sprint.path):\(line)")
    let group = task.group.map { sprint.groups[$0].name.value }
    return Row(
      id: taskIDs[workspace.symbols.node(of: index)] ?? 0, type: mapping.taskType,
      summary: Self.summary(definition.isEmpty ? task.uid : "\(task.uid): \(definition)"),
      status: mapping.status(task.state), parent: sprintIDs[index.sprint], externalID: task.uid,
      priority: task.priority?.value ?? "", description: description,
      labels: (task.owners.map(\.name.value) + [group].compactMap(\.self)).map(Self.label).filter { !$0.isEmpty },
      blockers: blockers)
  }

  /// In one line, and no longer than Jira takes: 255 characters, which it counts as UTF-16 does.
  private static func summary(_ text: String) -> String {
    let line = text.singleSpaced
    guard line.utf16.count > 255 else { return line }
    var cut = ""
    for character in line {
      if cut.utf16.count + character.utf16.count > 254 { break }
      cut.append(character)
    }
    return cut + "…"
  }

  /// A label has no blanks.
  private static func label(_ text: String) -> String {
    String(text.split(whereSeparator: \.isWhitespace).joined(separator: "-").prefix(255))
  }

  // MARK: Lines

  private var labelCount: Int { rows.reduce(1) { max($0, $1.labels.count) } }
  private var blockerCount: Int { rows.reduce(1) { max($0, $1.blockers.count) } }

  private var text: String {
    let (labels, blockers) = (labelCount, blockerCount)
    let header =
      ["Issue ID", "Issue Type", "Summary", "Status", "Parent", "External issue ID", "Priority", "Description"]
      + repeatElement("Labels", count: labels) + repeatElement("Inward issue link (Blocks)", count: blockers)
    var text = CSVLine.text(header)
    for row in rows {
      let own = [
        "\(row.id)", row.type, row.summary, row.status, row.parent.map(String.init) ?? "", row.externalID, row.priority,
        row.description.joined(separator: "\n"),
      ]
      text += CSVLine.text(own + Self.padded(row.labels, labels) + Self.padded(row.blockers.map(String.init), blockers))
    }
    return text
  }

  private static func padded(_ cells: [String], _ count: Int) -> [String] {
    cells + repeatElement("", count: count - cells.count)
  }
}
