import SprintModel
import SprintSource

/// What there is to be told of one declaration of a task, beside what it says itself.
package struct TaskAccount: Sendable {
  package let index: TaskIndex
  /// The places of the dependencies that name something.
  package let dependencies: [Int]
  /// The edges by which other tasks wait for it, in the order of the files.
  package let dependents: [DependencyGraph.Edge]
  /// The log entries that name it, wherever they stand, in the order of the files.
  package let log: [LogPlace]
  /// How many of both are left out, as very many were told before.
  package let omitted: Int

  package struct LogPlace: Sendable {
    package let sprint: Int
    package let entry: Int
  }
}

extension GraphAnalysis {
  /// How many tasks that wait, and log entries, are told of all tasks together: each declaration of an id has them all.
  package static let mostEvidence = 100_000

  /// One for each declaration of some tasks, in the order of the tasks.
  package func accounts(of nodes: [Int], mostEvidence: Int = mostEvidence) -> [TaskAccount] {
    let log = log(of: Set(nodes))
    var left = mostEvidence
    return nodes.flatMap { node in
      let (dependents, entries) = (edges(to: node), log[node] ?? [])
      return workspace.symbols.declarations[node].map { index in
        let isTold = left > 0
        let count = dependents.count + entries.count
        left -= count
        let dependencies = workspace.task(index).dependencies
        return TaskAccount(
          index: index, dependencies: dependencies.indices.filter { dependencies[$0].kind != .none },
          dependents: isTold ? dependents.map { workspace.graph.edges[$0] } : [], log: isTold ? entries : [],
          omitted: isTold ? 0 : count)
      }
    }
  }

  /// The entries of all logs that name some tasks, by task.
  private func log(of nodes: Set<Int>) -> [Int: [TaskAccount.LogPlace]] {
    var found: [Int: [TaskAccount.LogPlace]] = [:]
    for sprint in workspace.sprints.indices {
      for entry in workspace.sprints[sprint].log.indices {
        let named = workspace.mentions(sprint: sprint, entry: entry).lazy.flatMap(\.nodes).filter(nodes.contains)
        for node in Set(named) { found[node, default: []].append(TaskAccount.LogPlace(sprint: sprint, entry: entry)) }
      }
    }
    return found
  }
}
