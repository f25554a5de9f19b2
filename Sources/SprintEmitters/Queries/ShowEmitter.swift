package import SprintLinker
package import SprintModel
import SprintSource

/// Writes all that is known of some tasks as JSON.
package enum ShowEmitter {
  /// - Parameters:
  ///   - accounts: one for each declaration.
  ///   - name: what was asked for.
  ///   - standing: how the tasks stand.
  /// - Returns: UTF-8.
  package static func json(_ accounts: [TaskAccount], named name: String, _ standing: TaskStanding) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 4)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.member("query", name)
      writer.key("tasks")
      writer.array(accounts) { Self.write($1, standing, to: &$0) }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ account: TaskAccount, _ standing: TaskStanding, to writer: inout JSONWriter) {
    let workspace = standing.analysis.workspace
    let uids = workspace.symbols.uids
    let task = workspace.task(account.index)
    writer.object { writer in
      TaskRecord(index: account.index, standing: standing).writeMembers(to: &writer)
      writer.key("acceptance")
      writer.array(task.acceptance) { writer, criterion in
        writer.object { writer in
          writer.member("text", criterion.text.value)
          writer.member("done", criterion.isDone)
        }
      }
      writer.key("dependencies")
      writer.array(account.dependencies) { writer, place in
        let record = DependencyRecord(index: account.index, place: place, workspace: workspace)
        writer.object { writer in
          record.writeMembers(to: &writer)
          writer.member("targets", workspace.targets(of: workspace.dependency(place, of: account.index)))
        }
      }
      writer.key("dependents")
      writer.array(account.dependents) { writer, edge in
        writer.object { writer in
          writer.member("uid", uids[edge.from])
          writer.member("state", workspace.task(edge.task).state.rawValue)
          let reference = workspace.task(edge.task).dependencies[edge.reference]
          writer.member("text", reference.text.value)
          writer.member("resolution", workspace.dependency(edge.reference, of: edge.task).method.rawValue)
          writer.place(of: reference.text.range, in: edge.task.sprint, workspace)
        }
      }
      if account.omitted > 0 { writer.member("omitted", account.omitted) }
      writer.key("log")
      writer.array(account.log) { writer, entry in
        writer.object {
          LogRecord(sprint: entry.sprint, place: entry.entry, workspace: workspace).writeMembers(to: &$0)
        }
      }
    }
  }
}

extension ShowEmitter {
  /// Writes how documents are read as JSON.
  package static func json(documents: Workspace) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 4)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("documents")
      writer.array(documents.selection.map { documents.sprints[$0] }) { writer, sprint in
        let file = documents.files[sprint.file]
        writer.object { writer in
          writer.member("path", sprint.path)
          writer.member("dialect", sprint.dialect)
          writer.member("tasks", sprint.tasks.count)
          writer.member("logEntries", sprint.log.count)
          writer.member("repairs", file.repairs.map(\.kind.rawValue))
          writer.key("readings")
          writer.array(sprint.readings) { writer, reading in
            writer.object { writer in
              writer.member("line", file.position(at: reading.range.lower).line)
              writer.member("subject", reading.subject.rawValue)
              writer.member("verdict", reading.verdict.sentence)
            }
          }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension Reading.Verdict {
  /// The verdict as the end of a sentence about a table, a list or a block.
  package var sentence: String {
    switch self {
    case .tasks(let count, let dialect): "read as \(count) \(count == 1 ? "task" : "tasks") (\(dialect))"
    case .groups(let count, let dialect): "read as \(count) \(count == 1 ? "group" : "groups") (\(dialect))"
    case .log(let count): "read as \(count) log \(count == 1 ? "entry" : "entries")"
    case .notTasks(let reason): "not read as tasks: \(reason)"
    }
  }
}
