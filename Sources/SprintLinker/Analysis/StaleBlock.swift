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
  /// nowhere, a note beside the state, or something that came up after the dependencies were done.
  package func staleDependencies(of row: TaskRow, in sprint: Int, log: LogIndex) -> [Int]? {
    let index = TaskIndex(sprint: sprint, task: row.tasks.lowerBound)
    guard state(of: index) == .blocked else { return nil }
    let task = task(index)
    guard task.status.note == nil else { return nil }
    let dependencies = Array(zip(task.dependencies, self.dependencies(of: index)))
    let areClosed = dependencies.allSatisfy { reference, resolution in
      reference.kind == .none
        || (reference.kind == .task && resolution.isResolved && resolution.nodes.allSatisfy(isClosed))
    }
    guard areClosed, dependencies.contains(where: { $0.0.kind == .task }) else { return nil }
    let nodes = dependencies.flatMap(\.1.nodes)
    return wasBlocked(row, in: sprint, after: nodes, log) ? nil : nodes
  }

  /// Whether the log says that a row was blocked after its dependencies were done: then by something else.
  private func wasBlocked(_ row: TaskRow, in sprint: Int, after nodes: [Int], _ log: LogIndex) -> Bool {
    let dates = nodes.compactMap(declaration).compactMap { task($0).status.date?.value }
    guard let done = dates.max() else { return false }
    return row.tasks.contains { place in
      let node = symbols.node(of: TaskIndex(sprint: sprint, task: place))
      return log.lastBlock(of: node).map { $0 > done } ?? false
    }
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
