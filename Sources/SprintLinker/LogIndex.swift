package import SprintModel
import SprintSource

/// What the log of a sprint says, task by task.
package struct LogIndex: Sendable {
  /// A log entry that names a task.
  package struct Mention: Sendable {
    /// The place of the entry in the log.
    package let entry: Int
    /// Whether the entry's event is about the task.
    package let isSubject: Bool
  }

  /// The nodes that are named, in order, each as often as it is named, and where.
  private let nodes: [Int]
  private let mentions: [Mention]
  /// By node, the last day on which an entry says of its task that it is blocked.
  private var blocks: [Int: CalendarDate] = [:]

  package init(_ sprint: Sprint, _ index: Int, _ workspace: Workspace) {
    var found: [(node: Int, mention: Mention)] = []
    found.reserveCapacity(sprint.log.count)
    for place in sprint.log.indices {
      let resolutions = workspace.mentions(sprint: index, entry: place)
      for number in resolutions.indices {
        // An ambiguous mention may mean the task: good enough to say that the log knows of it.
        let isSubject = resolutions[number].isResolved && sprint.log[place].mentions[number].isSubject
        for node in resolutions[number].nodes { found.append((node, Mention(entry: place, isSubject: isSubject))) }
        guard isSubject, sprint.log[place].event == .blocked, let date = sprint.log[place].date else { continue }
        for node in resolutions[number].nodes { blocks[node] = max(date, blocks[node] ?? date) }
      }
    }
    found.sort { ($0.node, $0.mention.entry) < ($1.node, $1.mention.entry) }
    nodes = found.map(\.node)
    mentions = found.map(\.mention)
  }

  /// The last day on which the log says of the task of a node that it is blocked.
  package func lastBlock(of node: Int) -> CalendarDate? { blocks[node] }

  /// The entries that name the task of a node, in the order of the log.
  package func mentions(of node: Int) -> ArraySlice<Mention> {
    mentions[nodes.partitionPoint { $0 < node }..<nodes.partitionPoint { $0 <= node }]
  }
}
