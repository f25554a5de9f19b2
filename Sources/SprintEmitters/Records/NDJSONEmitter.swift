package import SprintLinker
import SprintModel
import SprintSource

/// Writes a workspace as JSON, a line for each task, log entry and dependency, for tools that read tables.
package enum NDJSONEmitter {
  package static func ndjson(_ workspace: Workspace) -> [UInt8] {
    let standing = TaskStanding(GraphAnalysis(workspace))
    var bytes: [UInt8] = []
    func line(_ type: String, _ members: (inout JSONWriter) -> Void) {
      var writer = JSONWriter(brokenDepth: 0)
      writer.object { writer in
        writer.member("type", type)
        members(&writer)
      }
      writer.endLine()
      bytes += writer.bytes
    }
    for sprint in workspace.selection {
      let tasks = workspace.sprints[sprint].tasks.indices.map { TaskIndex(sprint: sprint, task: $0) }
      for index in tasks { line("task") { TaskRecord(index: index, standing: standing).writeMembers(to: &$0) } }
      for entry in workspace.sprints[sprint].log.indices {
        line("log") { LogRecord(sprint: sprint, place: entry, workspace: workspace).writeMembers(to: &$0) }
      }
      for index in tasks {
        for place in workspace.task(index).dependencies.indices
        where workspace.task(index).dependencies[place].kind != .none {
          let record = DependencyRecord(index: index, place: place, workspace: workspace)
          for target in record.targets { line("edge") { record.writeMembers(to: target, &$0) } }
        }
      }
    }
    return bytes
  }
}

/// A log entry as one flat record.
struct LogRecord {
  let sprint: Int
  /// The place in the log.
  let place: Int
  let workspace: Workspace

  func writeMembers(to writer: inout JSONWriter) {
    let entry = workspace.sprints[sprint].log[place]
    var mentions: [String] = []
    for resolution in workspace.mentions(sprint: sprint, entry: place) {
      mentions += workspace.targets(of: resolution).filter { !mentions.contains($0) }
    }
    writer.member("sprint", workspace.sprints[sprint].slug)
    writer.place(of: entry.range, in: sprint, workspace)
    writer.member("date", entry.date)
    writer.member("event", entry.event.rawValue)
    writer.member("update", entry.update.value)
    writer.member("owner", entry.owner?.value)
    writer.member("mentions", mentions)
  }
}
