package import SprintLinker
import SprintModel
package import SprintSource

/// Writes a workspace as JSON: the model of every sprint, and the graph of all.
package enum ModelEmitter {
  package static func json(_ workspace: Workspace, threads: Int = Parallel.threads) -> [UInt8] {
    var bytes: [UInt8] = []
    write(workspace, threads: threads) { bytes += $0 }
    return bytes
  }

  /// Hands on the document while it is written: a large one is never held as a whole.
  package static func write(_ workspace: Workspace, threads: Int = Parallel.threads, to output: ([UInt8]) -> Void) {
    var writer = JSONWriter(brokenDepth: 4)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("sprints")
      let selection = workspace.selection
      writer.array(selection.count, inPiecesOf: 4, threads: threads, to: output) { writer, places in
        for place in places { SprintWriter(workspace, selection[place]).write(to: &writer) }
      }
      writer.key("graph")
      writer.object { GraphWriter(workspace: workspace, threads: threads).write(to: &$0, output) }
    }
    writer.endLine()
    writer.flush(to: output)
  }
}

/// Writes one sprint.
private struct SprintWriter {
  private let workspace: Workspace
  private let index: Int
  private let sprint: Sprint
  private let file: SourceFile
  private let uids: NameTable

  init(_ workspace: Workspace, _ index: Int) {
    self.workspace = workspace
    self.index = index
    sprint = workspace.sprints[index]
    file = workspace.files[sprint.file]
    uids = workspace.symbols.uids
  }

  func write(to writer: inout JSONWriter) {
    writer.element { $0.object(writeMembers) }
  }

  private func writeMembers(to writer: inout JSONWriter) {
    writer.member("path", sprint.path)
    writer.member("number", sprint.number?.value)
    writer.member("code", sprint.code?.value)
    writer.member("title", sprint.title?.value)
    writer.member("dialect", sprint.dialect)
    writer.member("startDate", sprint.startDate?.value)
    writer.member("endDate", sprint.endDate?.value)
    writer.member("workingDirectories", sprint.workingDirectories)
    writer.member("prerequisites", sprint.prerequisites)
    writer.member("dependsOnSprints", sprint.sprintDependencies.lazy.map(\.text.value))
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
    let tasks = sprint.tasks.span
    writer.array(tasks.indices) { write(tasks[$1], at: $1, to: &$0) }
    writer.key("log")
    let log = sprint.log.span
    writer.array(log.indices) { write(log[$1], at: $1, to: &$0) }
    writer.member("decisions", sprint.decisions)
    writer.member("checkpoints", sprint.checkpoints)
  }

  private func write(_ task: TrackerTask, at place: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", task.id.value.text)
      writer.member("uid", task.uid)
      writer.member("row", task.row?.value)
      writer.member("group", task.group.map { sprint.groups[$0].name.value })
      writer.key("status")
      writer.object { writer in
        writer.member("state", task.state.rawValue)
        writer.member("date", task.status.date?.value)
        writer.member("note", task.status.note?.value)
        writer.member("text", task.status.text.value)
      }
      writer.key("owners")
      writer.array(task.owners) { writer, owner in writer.object { $0.member("name", owner.name.value) } }
      writer.member("paths", task.paths)
      writer.member("definition", task.definition?.value)
      Self.write(task.acceptance, to: &writer)
      writer.member("estimate", task.estimate?.value)
      writer.member("priority", task.priority?.value)
      writer.member("notes", task.notes?.value)
      writer.key("dependencies")
      let resolutions = workspace.dependencies(of: TaskIndex(sprint: index, task: place))
      writer.array(task.dependencies.indices) { writer, place in
        write(task.dependencies[place], resolutions[resolutions.startIndex + place], to: &writer)
      }
      write(task.range, to: &writer)
    }
  }

  private func write(_ reference: Reference, _ resolution: Resolution, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("text", reference.text.value)
      writer.member("kind", reference.kind.rawValue)
      let isLinked = reference.kind == .task || reference.kind == .sprint
      writer.member("resolution", isLinked ? resolution.method.rawValue : nil)
      writer.key("targets")
      writeTargets(of: resolution, to: &writer)
      write(reference.text.range, to: &writer)
    }
  }

  /// Writes the names of what a reference means.
  private func writeTargets(of resolution: Resolution, to writer: inout JSONWriter) {
    if resolution.nodes.isEmpty {
      writer.array(resolution.names) { $0.string($1) }
    } else {
      writer.array(resolution.nodes) { $0.name($1, in: uids) }
    }
  }

  private func write(_ entry: LogEntry, at place: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("date", entry.date)
      writer.member("update", entry.update.value)
      writer.member("owner", entry.owner?.value)
      writer.key("mentions")
      writeMentions(workspace.mentions(sprint: index, entry: place), to: &writer)
      writer.member("event", entry.event.rawValue)
      write(entry.range, to: &writer)
    }
  }

  /// Writes the names of what several references mean, each once.
  private func writeMentions(_ resolutions: ArraySlice<Resolution>, to writer: inout JSONWriter) {
    if resolutions.count == 1 { return writeTargets(of: resolutions[resolutions.startIndex], to: &writer) }
    var mentions: [String] = []
    for resolution in resolutions {
      mentions += workspace.targets(of: resolution).filter { !mentions.contains($0) }
    }
    writer.array(mentions) { $0.string($1) }
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
    let (start, end) = file.positions(of: range)
    writer.key("range")
    writer.range(start, end)
  }
}

/// Writes the graph of dependencies, as far as the selected sprints speak of them.
private struct GraphWriter {
  let workspace: Workspace
  let threads: Int

  func write(to writer: inout JSONWriter, _ output: ([UInt8]) -> Void) {
    let uids = workspace.symbols.uids
    writer.key("edges")
    let edges = workspace.graph.edges
    writer.array(edges.count, inPiecesOf: 256, threads: threads, to: output) { writer, places in
      for edge in edges[places] where isSelected(edge) {
        writer.elementOnOneLine { writer in
          writer.key("from")
          writer.name(edge.from, in: uids)
          writer.key("to")
          writer.name(edge.to, in: uids)
          place(edge.reference, of: edge.task, to: &writer)
        }
      }
    }
    writer.key("cycles")
    let cycles = workspace.graph.cycles().filter { $0.path.contains { isSelected(edges[$0]) } }
    writer.array(cycles) { writer, cycle in
      writer.onOneLine { writer in
        writer.array(cycle.path) { $0.name(edges[$1].from, in: uids) }
      }
    }
    writer.key("unresolved")
    let selection = workspace.selection
    writer.array(selection.count, inPiecesOf: 32, threads: threads, to: output) { writer, places in
      for sprint in selection[places] { writeUnresolved(in: sprint, to: &writer) }
    }
  }

  private func isSelected(_ edge: DependencyGraph.Edge) -> Bool { workspace.isSelected(edge.task.sprint) }

  private func writeUnresolved(in sprint: Int, to writer: inout JSONWriter) {
    for place in workspace.sprints[sprint].tasks.indices {
      let index = TaskIndex(sprint: sprint, task: place)
      for (number, resolution) in workspace.dependencies(of: index).enumerated() where resolution.method == .unresolved
      {
        writer.elementOnOneLine { writer in
          writer.member("from", workspace.sprints[sprint].tasks[place].uid)
          writer.member("text", workspace.sprints[sprint].tasks[place].dependencies[number].text.value)
          self.place(number, of: index, to: &writer)
        }
      }
    }
  }

  /// Where one of the dependencies of a task is written.
  private func place(_ reference: Int, of task: TaskIndex, to writer: inout JSONWriter) {
    // Each property by itself: a sprint has many, and would be copied with all of them.
    let range = workspace.sprints[task.sprint].tasks[task.task].dependencies[reference].text.range
    writer.member("path", workspace.sprints[task.sprint].path)
    writer.member("line", workspace.files[workspace.sprints[task.sprint].file].position(at: range.lower).line)
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, _ values: [LocatedText]) {
    member(name, values.lazy.map(\.value))
  }

  /// One more element of an array: an object on a line of its own.
  @inline(__always)
  fileprivate mutating func elementOnOneLine(_ body: (inout JSONWriter) -> Void) {
    element { $0.onOneLine { $0.object(body) } }
  }

  /// The name with a number.
  fileprivate mutating func name(_ number: Int, in names: NameTable) {
    string(names.bytes.span.extracting(names.range(ofName: number)))
  }
}

extension JSONWriter {
  /// A range as `{"start": {"line", "column"}, "end": {…}}`, the end exclusive.
  package mutating func range(_ start: Position, _ end: Position) {
    object { writer in
      writer.key("start")
      writer.position(start)
      writer.key("end")
      writer.position(end)
    }
  }

  private mutating func position(_ position: Position) {
    object { writer in
      writer.member("line", position.line)
      writer.member("column", position.column)
    }
  }
}
