package import SprintLinker
import SprintModel
import SprintSource

/// Writes a list of tasks as JSON.
package enum ListEmitter {
  /// - Parameters:
  ///   - tasks: in the order in which they are written.
  ///   - assumption: what is, and what would be.
  ///   - done: the tasks that are taken to be done, as nodes.
  /// - Returns: UTF-8.
  package static func json(_ tasks: [TaskIndex], _ assumption: Assumption, done: [Int]) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 2)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.member("assumedDone", done.map { assumption.after.analysis.workspace.symbols.uids[$0] })
      writer.key("tasks")
      writer.array(tasks) { writer, index in
        writer.object { writer in
          TaskRecord(index: index, standing: assumption.after).writeMembers(to: &writer)
          writer.member("becomes", assumption.change(of: index)?.rawValue)
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}
