package import SprintModel

/// What the log of a sprint says, task by task.
package struct LogIndex: Sendable {
  /// A log entry that names a task.
  package struct Mention: Sendable {
    /// The place of the entry in the log.
    package let entry: Int
    /// Whether the entry's event is about the task.
    package let isSubject: Bool
  }

  private var mentions: [Int: [Mention]] = [:]
  /// By node, the last day on which an entry says of its task that it is blocked.
  private var blocks: [Int: CalendarDate] = [:]

  package init(_ sprint: Sprint, _ index: Int, _ workspace: Workspace) {
    for place in sprint.log.indices {
      for (number, resolution) in workspace.mentions(sprint: index, entry: place).enumerated() {
        // An ambiguous mention may mean the task: good enough to say that the log knows of it.
        let isSubject = resolution.isResolved && sprint.log[place].mentions[number].isSubject
        for node in resolution.nodes { mentions[node, default: []].append(Mention(entry: place, isSubject: isSubject)) }
        guard isSubject, sprint.log[place].event == .blocked, let date = sprint.log[place].date else { continue }
        for node in resolution.nodes { blocks[node] = max(date, blocks[node] ?? date) }
      }
    }
  }

  /// The last day on which the log says of the task of a node that it is blocked.
  package func lastBlock(of node: Int) -> CalendarDate? { blocks[node] }

  /// The entries that name the task of a node, in the order of the log.
  package func mentions(of node: Int) -> [Mention] { mentions[node] ?? [] }
}
