package import SprintLinker
import SprintModel
package import SprintSource

/// Writes a workspace as JSON: the model of every sprint, and the graph of all.
package enum ModelEmitter {
  package static func json(_ workspace: Workspace) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 4)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("sprints")
      let selection = workspace.selection
      writer.array(count: selection.count) { SprintWriter(workspace: workspace, index: selection[$1]).write(to: &$0) }
      writer.key("graph")
      writer.object { GraphWriter(workspace: workspace).write(to: &$0) }
    }
    writer.endLine()
    return writer.bytes
  }
}

/// Writes one sprint.
private struct SprintWriter {
  let workspace: Workspace
  let index: Int

  func write(to writer: inout JSONWriter) {
    let sprint = workspace.sprints[index]
    writer.object { writer in
      writer.member("path", sprint.path)
      writer.member("number", sprint.number?.value)
      writer.member("code", sprint.code?.value)
      writer.member("title", sprint.title?.value)
      writer.member("dialect", sprint.dialect)
      writer.member("startDate", sprint.startDate?.value.description)
      writer.member("endDate", sprint.endDate?.value.description)
      writer.member("workingDirectories", sprint.workingDirectories.map(\.value))
      writer.member("prerequisites", sprint.prerequisites.map(\.value))
      writer.member("dependsOnSprints", sprint.sprintDependencies.map(\.text.value))
      writer.key("groups")
      writer.array(sprint.groups) { writer, group in
        writer.object { writer in
          writer.member("name", group.name.value)
          writer.member("dialect", group.dialect)
          writer.member("state", group.status?.state.rawValue)
          Self.write(group.acceptance, to: &writer)
        }
      }
      writer.key("tasks")
      writer.array(sprint.tasks.indices) { write(sprint.tasks[$1], at: $1, of: sprint, to: &$0) }
      writer.key("log")
      writer.array(sprint.log.indices) { write(sprint.log[$1], at: $1, to: &$0) }
      writer.member("decisions", sprint.decisions.map(\.value))
      writer.member("checkpoints", sprint.checkpoints.map(\.value))
    }
  }

  private func write(_ task: TrackerTask, at place: Int, of sprint: Sprint, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", task.id.value.text)
      writer.member("uid", task.uid)
      writer.member("row", task.row?.value)
      writer.member("group", task.group.map { sprint.groups[$0].name.value })
      writer.key("status")
      writer.object { writer in
        writer.member("state", task.state.rawValue)
        writer.member("date", task.status.date?.value.description)
        writer.member("note", task.status.note?.value)
        writer.member("text", task.status.text.value)
      }
      writer.key("owners")
      writer.array(task.owners) { writer, owner in writer.object { $0.member("name", owner.name.value) } }
      writer.member("paths", task.paths.map(\.value))
      writer.member("definition", task.definition?.value)
      Self.write(task.acceptance, to: &writer)
      writer.member("estimate", task.estimate?.value)
      writer.member("priority", task.priority?.value)
      writer.member("notes", task.notes?.value)
      writer.key("dependencies")
      let resolutions = workspace.dependencies(of: TaskIndex(sprint: index, task: place))
      writer.array(zip(task.dependencies, resolutions)) { writer, pair in write(pair.0, pair.1, to: &writer) }
      writer.key("range")
      write(task.range, to: &writer)
    }
  }

  private func write(_ reference: Reference, _ resolution: Resolution, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("text", reference.text.value)
      writer.member("kind", reference.kind.rawValue)
      let isLinked = reference.kind == .task || reference.kind == .sprint
      writer.member("resolution", isLinked ? resolution.method.rawValue : nil)
      writer.member("targets", workspace.targets(of: resolution))
      writer.key("range")
      write(reference.text.range, to: &writer)
    }
  }

  private func write(_ entry: LogEntry, at place: Int, to writer: inout JSONWriter) {
    var mentions: [String] = []
    for resolution in workspace.mentions(sprint: index, entry: place) {
      mentions += workspace.targets(of: resolution).filter { !mentions.contains($0) }
    }
    writer.object { writer in
      writer.member("date", entry.date?.description)
      writer.member("update", entry.update.value)
      writer.member("owner", entry.owner?.value)
      writer.member("mentions", mentions)
      writer.member("event", entry.event.rawValue)
      writer.key("range")
      write(entry.range, to: &writer)
    }
  }

  private static func write(_ criteria: [Criterion], to writer: inout JSONWriter) {
    writer.key("acceptance")
    writer.array(criteria) { writer, criterion in
      writer.object { writer in
        writer.member("text", criterion.text.value)
        writer.member("done", criterion.isDone)
      }
    }
  }

  private func write(_ range: ByteRange, to writer: inout JSONWriter) {
    let (start, end) = workspace.files[workspace.sprints[index].file].positions(of: range)
    writer.range(start, end)
  }
}

/// Writes the graph of dependencies, as far as the selected sprints speak of them.
private struct GraphWriter {
  let workspace: Workspace

  func write(to writer: inout JSONWriter) {
    let uids = workspace.symbols.uids
    writer.key("edges")
    writer.array(workspace.graph.edges.lazy.filter(isSelected)) { writer, edge in
      let reference = workspace.sprints[edge.task.sprint].tasks[edge.task.task].dependencies[edge.reference]
      writer.onOneLine { writer in
        writer.object { writer in
          writer.member("from", uids[edge.from])
          writer.member("to", uids[edge.to])
          place(reference, of: edge.task, to: &writer)
        }
      }
    }
    writer.key("cycles")
    let cycles = workspace.graph.cycles().filter { $0.path.contains { isSelected(workspace.graph.edges[$0]) } }
    writer.array(cycles) { writer, cycle in
      writer.onOneLine { writer in
        writer.array(cycle.path) { $0.string(uids[workspace.graph.edges[$1].from]) }
      }
    }
    writer.key("unresolved")
    writer.array(unresolved) { writer, entry in
      writer.onOneLine { writer in
        writer.object { writer in
          writer.member("from", workspace.task(entry.task).uid)
          writer.member("text", entry.reference.text.value)
          place(entry.reference, of: entry.task, to: &writer)
        }
      }
    }
  }

  private func isSelected(_ edge: DependencyGraph.Edge) -> Bool { workspace.isSelected(edge.task.sprint) }

  private var unresolved: [(task: TaskIndex, reference: Reference)] {
    var found: [(task: TaskIndex, reference: Reference)] = []
    for sprint in workspace.selection {
      for place in workspace.sprints[sprint].tasks.indices {
        let task = TaskIndex(sprint: sprint, task: place)
        for (number, resolution) in workspace.dependencies(of: task).enumerated() where resolution.method == .unresolved
        {
          found.append((task, workspace.sprints[sprint].tasks[place].dependencies[number]))
        }
      }
    }
    return found
  }

  private func place(_ reference: Reference, of task: TaskIndex, to writer: inout JSONWriter) {
    writer.member("path", workspace.sprints[task.sprint].path)
    let file = workspace.files[workspace.sprints[task.sprint].file]
    writer.member("line", file.position(at: reference.text.range.lower).line)
  }
}

extension JSONWriter {
  /// A range as `{"start": {"line", "column"}, "end": {…}}`, the end exclusive.
  package mutating func range(_ start: Position, _ end: Position) {
    object { writer in
      for (name, position) in [("start", start), ("end", end)] {
        writer.key(name)
        writer.object { writer in
          writer.member("line", position.line)
          writer.member("column", position.column)
        }
      }
    }
  }
}
