import SprintLinker
import SprintModel
import SprintSource

/// A task as one flat record: what the lists, the records of `ndjson` and `show` say of it in the same words.
struct TaskRecord {
  let index: TaskIndex
  let standing: TaskStanding

  private var workspace: Workspace { standing.analysis.workspace }
  private var task: TrackerTask { workspace.task(index) }

  func writeMembers(to writer: inout JSONWriter) {
    let (task, sprint) = (task, workspace.sprint(of: index))
    writer.member("uid", task.uid)
    writer.member("id", task.id.value.text)
    writer.member("sprint", sprint.slug)
    writer.place(of: task.id.range, in: index.sprint, workspace)
    writer.member("row", task.row?.value)
    writer.member("group", task.group.map { sprint.groups[$0].name.value })
    writer.member("state", task.state.rawValue)
    writer.member("date", task.status.date?.value)
    writer.member("note", task.status.note?.value)
    writer.member("owners", task.owners.map(\.name.value))
    writer.member("paths", task.paths.map(\.value))
    writer.member("definition", task.definition?.value)
    writer.member("criteria", task.acceptance.count)
    writer.member("criteriaDone", task.acceptance.count { $0.isDone })
    writer.member("estimate", task.estimate?.value)
    writer.member("priority", task.priority?.value)
    writer.member("notes", task.notes?.value)
    writer.member("ready", standing.isReady(index))
    writer.member("stale", standing.isStale(index))
    writer.member("inCycle", standing.isInCycle(index))
    writer.member("waitsFor", standing.waitsFor(index))
  }
}

/// A dependency as one flat record.
struct DependencyRecord {
  let index: TaskIndex
  /// The place among the dependencies of the task.
  let place: Int
  let workspace: Workspace

  private var reference: Reference { workspace.task(index).dependencies[place] }
  private var resolution: Resolution { workspace.dependency(place, of: index) }

  /// One record for each task that is meant; where none is, one all the same.
  var targets: [String?] {
    guard reference.kind == .task, resolution.isResolved, !resolution.nodes.isEmpty else { return [nil] }
    return resolution.nodes.map { workspace.symbols.uids[$0] }
  }

  func writeMembers(to target: String?, _ writer: inout JSONWriter) {
    writer.member("from", workspace.task(index).uid)
    writer.member("to", target)
    writeMembers(to: &writer)
  }

  /// Without the ends.
  func writeMembers(to writer: inout JSONWriter) {
    let isLinked = reference.kind == .task || reference.kind == .sprint
    writer.member("kind", reference.kind.rawValue)
    writer.member("text", reference.text.value)
    writer.member("resolution", isLinked ? resolution.method.rawValue : nil)
    writer.place(of: reference.text.range, in: index.sprint, workspace)
  }
}

extension JSONWriter {
  /// The file and the line in which a range begins.
  mutating func place(of range: ByteRange, in sprint: Int, _ workspace: Workspace) {
    let sprint = workspace.sprints[sprint]
    member("path", sprint.path)
    member("line", workspace.files[sprint.file].position(at: range.lower).line)
  }
}
