import SprintModel
import SprintSource

/// All ids of a workspace, each with the tasks that declare it.
package struct SymbolTable: Sendable {
  /// The ids as they are written outside their sprints, by node.
  package private(set) var uids: [String] = []
  /// The tasks that declare an id, by node: more than one where it is declared twice.
  package private(set) var declarations: [[TaskIndex]] = []
  private var nodes: [String: Int] = [:]

  init(_ sprints: [Sprint]) {
    let count = sprints.reduce(0) { $0 + $1.tasks.count }
    uids.reserveCapacity(count)
    nodes.reserveCapacity(count)
    for (sprint, value) in sprints.enumerated() {
      for (task, value) in value.tasks.enumerated() {
        let index = TaskIndex(sprint: sprint, task: task)
        if let node = nodes[value.uid] {
          declarations[node].append(index)
        } else {
          nodes[value.uid] = uids.count
          uids.append(value.uid)
          declarations.append([index])
        }
      }
    }
  }

  /// The node of an id as it is written outside its sprint.
  package func node(_ uid: String) -> Int? { nodes[uid] }
}

/// The place of a task in a workspace.
package struct TaskIndex: Hashable, Sendable, Comparable {
  package let sprint: Int
  package let task: Int

  package init(sprint: Int, task: Int) {
    self.sprint = sprint
    self.task = task
  }

  package static func < (one: TaskIndex, other: TaskIndex) -> Bool {
    (one.sprint, one.task) < (other.sprint, other.task)
  }
}
