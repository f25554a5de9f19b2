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

  /// By task of the sprint, the first one that declares the same id.
  private let declarations: [Int]
  /// By task that is the first of its id; those of a task are in the order of the log.
  private let mentions: [Mention]
  private let order: Adjacency
  /// By the first task that declares an id, the last day on which an entry says of it that it is blocked.
  private var blocks: [Int: CalendarDate] = [:]

  package init(_ sprint: Sprint, _ index: Int, _ workspace: Workspace) {
    let symbols = workspace.symbols
    var tasks: [Int] = []
    var mentions: [Mention] = []
    tasks.reserveCapacity(2 * sprint.log.count)
    mentions.reserveCapacity(2 * sprint.log.count)
    for entry in sprint.log.indices {
      let resolutions = workspace.mentions(sprint: index, entry: entry)
      for (place, resolution) in resolutions.enumerated() {
        // An ambiguous mention may mean the task: good enough to say that the log knows of it.
        let isSubject = resolution.isResolved && sprint.log[entry].mentions[place].isSubject
        let block = isSubject && sprint.log[entry].event == .blocked ? sprint.log[entry].date : nil
        for node in resolution.nodes {
          guard let task = symbols.firstDeclaration(of: node, in: index) else { continue }
          tasks.append(task)
          mentions.append(Mention(entry: entry, isSubject: isSubject))
          if let block { blocks[task] = max(block, blocks[task] ?? block) }
        }
      }
    }
    order = Adjacency(nodeCount: sprint.tasks.count, ends: tasks)
    self.mentions = order.sorted(mentions)
    declarations = sprint.tasks.indices.map { task in
      symbols.firstDeclaration(of: symbols.node(of: TaskIndex(sprint: index, task: task)), in: index) ?? task
    }
  }

  /// The first task of the sprint that declares the same id as another: of both, the log says the same.
  package func first(like task: Int) -> Int { declarations[task] }

  /// The last day on which the log says of a task that it is blocked.
  package func lastBlock(of task: Int) -> CalendarDate? { blocks[declarations[task]] }

  /// The entries that name a task, in the order of the log.
  package func mentions(of task: Int) -> ArraySlice<Mention> {
    mentions[order.range(of: declarations[task])]
  }
}
