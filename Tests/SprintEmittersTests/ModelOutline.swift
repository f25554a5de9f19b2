import SprintLinker
import SprintModel
import SprintSource
import SprintTesting

/// What a document says, without where it says it, as lines that can be compared.
struct ModelOutline: Equatable {
  let lines: [String]

  init(_ text: String, path: String = "SPRINT_10_app.md") { self.init(Documents.workspace([path: text])) }

  init(_ workspace: Workspace) {
    var lines: [String] = []
    for (index, sprint) in workspace.sprints.enumerated() {
      lines.append("sprint \(sprint.path) \(sprint.number?.value ?? "-") \(sprint.code?.value ?? "-")")
      lines.append("title \(sprint.title?.value ?? "-")")
      lines.append("dates \(sprint.startDate?.value.description ?? "-") \(sprint.endDate?.value.description ?? "-")")
      lines.append("directories \(sprint.workingDirectories.map(\.value))")
      lines.append("after \(sprint.sprintDependencies.map(\.text.value))")
      for group in sprint.groups {
        lines.append("group \(Self.plain(group.name.value)) \(Self.criteria(group.acceptance))")
      }
      // Tasks without a group are written first.
      lines += sprint.tasks.indices.map { place in
        Self.line(workspace, TaskIndex(sprint: index, task: place))
      }.sorted()
      for (place, entry) in sprint.log.enumerated() {
        let mentions = workspace.mentions(sprint: index, entry: place).map(workspace.targets(of:))
        lines.append(
          "log \(entry.date?.description ?? "-") \(entry.dateText.value) | \(Self.plain(entry.update.value)) | \(entry.owner?.value ?? "-") "
            + "\(entry.event) \(mentions)")
      }
      for kind in [SectionKind.scope, .dependencies, .prerequisites, .decisions, .checkpoints] {
        for statement in sprint.statements[kind] ?? [] { lines.append("\(kind) \(Self.plain(statement.value))") }
      }
    }
    self.lines = lines
  }

  private static func line(_ workspace: Workspace, _ index: TaskIndex) -> String {
    let task = workspace.task(index)
    let sprint = workspace.sprint(of: index)
    let dependencies = zip(task.dependencies, workspace.dependencies(of: index)).map { reference, resolution in
      "\(reference.kind) \(plain(reference.text.value)) \(resolution.method) \(workspace.targets(of: resolution))"
    }
    return """
      task \(task.id.value.text) \(task.uid) of \(task.group.map { plain(sprint.groups[$0].name.value) } ?? "-") \
      is \(task.state) \(task.status.date?.value.description ?? "-") \(task.status.note?.value ?? "-") \
      by \(task.owners.map { plain($0.name.value) }) in \(task.paths.map(\.value)) after \(dependencies) \
      to \(plain(task.definition?.value ?? "-")) until \(criteria(task.acceptance)) \
      \(task.estimate?.value ?? "-") \(task.priority?.value ?? "-") \(plain(task.notes?.value ?? "-"))
      """
  }

  /// A difference, as `diff` shows it.
  static func line(_ change: CollectionDifference<String>.Change) -> String {
    switch change {
    case .remove(_, let line, _): "- \(line)"
    case .insert(_, let line, _): "+ \(line)"
    }
  }

  private static func criteria(_ criteria: [Criterion]) -> [String] {
    criteria.map { "\($0.isDone ? "x" : " ") \(plain($0.text.value))" }
  }

  /// On one line, with pipes as in prose: a cell can hold neither line breaks nor bare pipes.
  private static func plain(_ text: String) -> String {
    text.replacing("<br>", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(
      "\\|", with: "|")
  }
}
