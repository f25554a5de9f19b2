package import SprintLinker
import SprintModel
import SprintSource

/// Writes the tasks of a workspace as comma-separated values (RFC 4180), a header first.
package enum CSVEmitter {
  private static let header = [
    "uid", "id", "sprint", "path", "line", "row", "group", "state", "date", "note", "owners", "paths", "definition",
    "criteria", "criteria_done", "estimate", "priority", "notes", "depends_on", "waits_for", "ready", "stale",
  ]

  package static func csv(_ workspace: Workspace) -> [UInt8] {
    let standing = TaskStanding(GraphAnalysis(workspace))
    var text = CSVLine.text(header)
    for sprint in workspace.selection {
      for place in workspace.sprints[sprint].tasks.indices {
        text += CSVLine.text(cells(TaskIndex(sprint: sprint, task: place), standing))
      }
    }
    return Array(text.utf8)
  }

  private static func cells(_ index: TaskIndex, _ standing: TaskStanding) -> [String] {
    let workspace = standing.analysis.workspace
    let (task, sprint) = (workspace.task(index), workspace.sprint(of: index))
    let prerequisites = standing.analysis.prerequisites(of: index).map { standing.analysis.name(of: $0.target) }
    let line = workspace.files[sprint.file].position(at: task.id.range.lower).line
    return [
      task.uid, task.id.value.text, sprint.slug, sprint.path, "\(line)", task.row?.value ?? "",
      task.group.map { sprint.groups[$0].name.value } ?? "", task.state.rawValue,
      task.status.date?.value.description ?? "", task.status.note?.value ?? "", list(task.owners.map(\.name.value)),
      list(task.paths.map(\.value)), task.definition?.value ?? "", "\(task.acceptance.count)",
      "\(task.acceptance.count { $0.isDone })", task.estimate?.value ?? "", task.priority?.value ?? "",
      task.notes?.value ?? "", list(prerequisites), list(standing.waitsFor(index)),
      standing.isReady(index) ? "yes" : "no", standing.isStale(index) ? "yes" : "no",
    ]
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: "; ") }
}
