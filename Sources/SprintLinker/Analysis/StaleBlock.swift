import SprintModel
import SprintSource

/// Tasks that are blocked although all that they depend on is done.
package struct StaleBlock: Sendable, Hashable {
  /// The tasks of the row, which share what it says.
  package let tasks: [TaskIndex]
  /// The tasks that they depend on, as nodes of the graph.
  package let dependencies: [Int]
}

extension Workspace {
  /// The tasks that a row depends on, where it is blocked and they are all that can block it; else nil.
  ///
  /// Whatever is not a task known to be closed may be what blocks it: a clause of prose, a sprint, a reference that leads
  /// nowhere, a note beside the state, words beside the dependencies, or something that came up after they were done.
  package func staleDependencies(of row: TaskRow, in sprint: Int, log: LogIndex) -> [Int]? {
    let index = TaskIndex(sprint: sprint, task: row.tasks.lowerBound)
    guard state(of: index) == .blocked, sprints[sprint].tasks[index.task].status.note == nil else { return nil }
    let resolutions = dependencies(of: index)
    var namesTask = false
    for (place, resolution) in resolutions.enumerated() {
      switch sprints[sprint].tasks[index.task].dependencies[place].kind {
      case .none: break
      case .task where resolution.isResolved && resolution.nodes.allSatisfy(isClosed): namesTask = true
      case .task, .sprint, .external: return nil
      }
    }
    guard namesTask, !saysMore(task(index), in: sprint) else { return nil }
    let nodes = resolutions.flatMap(\.nodes)
    return wasBlocked(row, after: nodes, log) ? nil : nodes
  }

  /// Whether the dependencies of a task are written among words that may say what else it waits for.
  private func saysMore(_ task: TrackerTask, in sprint: Int) -> Bool {
    guard let range = task.dependencyText?.range else { return false }
    let text = files[sprints[sprint].file].slice(range)
    let references = task.dependencies.map(\.text.range).filter(range.contains).sorted().map { reference in
      // Where a link leads says nothing.
      guard text.hasPrefix("](", at: reference.upper),
        let end = text.firstIndex(of: UInt8(ascii: ")"), from: reference.upper)
      else { return reference }
      return ByteRange(reference.lower, end)
    }
    return !Vocabulary.words(of: text, besides: references).allSatisfy { Self.saysNothing.contains($0) }
  }

  /// Words that bind dependencies to each other, or say that they are some.
  private static let saysNothing: Set<Substring> = [
    "depends", "depend", "depending", "dependent", "on", "dependency", "dependencies", "deps", "blocked", "by", "until",
    "pending", "waiting", "wait", "waits", "for", "awaiting", "await", "awaits", "needs", "need", "requires", "require",
    "after", "upstream", "and", "or", "both", "all", "of", "the", "is", "are", "being", "be", "to", "from", "first",
    "task", "tasks", "story", "stories", "ticket", "tickets", "item", "items", "issue", "issues", "row", "rows",
    "completion", "complete", "completed", "done", "finished", "delivery", "delivered", "landing", "lands", "landed",
    "merge", "merged", "closed", "closing",
  ]

  /// Whether the log says that a row was blocked after its dependencies were done: then by something else.
  private func wasBlocked(_ row: TaskRow, after nodes: [Int], _ log: LogIndex) -> Bool {
    let dates = nodes.compactMap(declaration).compactMap { sprints[$0.sprint].tasks[$0.task].status.date?.value }
    guard let done = dates.max() else { return false }
    return row.tasks.contains { task in log.lastBlock(of: task).map { $0 > done } ?? false }
  }

  /// In the order of the files.
  func staleBlocks() -> [StaleBlock] {
    sprints.indices.flatMap { index in
      let sprint = sprints[index]
      guard sprint.tasks.contains(where: { $0.state == .blocked }) else { return [StaleBlock]() }
      let log = LogIndex(sprint, index, self)
      return TaskRow.rows(of: sprint).compactMap { row in
        staleDependencies(of: row, in: index, log: log).map { nodes in
          StaleBlock(tasks: row.tasks.map { TaskIndex(sprint: index, task: $0) }, dependencies: nodes)
        }
      }
    }
  }
}
