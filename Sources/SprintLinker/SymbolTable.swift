import SprintModel
import SprintSource

/// All ids of a workspace, each with the tasks that declare it.
package struct SymbolTable: Sendable {
  /// The ids as they are written outside their sprints, by node.
  package private(set) var uids: [String] = []
  /// The tasks that declare an id, by node: more than one where it is declared twice.
  package private(set) var declarations: [[TaskIndex]] = []
  private var nodes: [String: Int] = [:]
  /// By sprint and task, the node of its id.
  private var places: [[Int]] = []

  init(_ sprints: [Sprint]) {
    let count = sprints.reduce(0) { $0 + $1.tasks.count }
    uids.reserveCapacity(count)
    nodes.reserveCapacity(count)
    places.reserveCapacity(sprints.count)
    for (sprint, value) in sprints.enumerated() {
      places.append(value.tasks.indices.map { declare(value.tasks[$0].uid, at: TaskIndex(sprint: sprint, task: $0)) })
    }
  }

  private mutating func declare(_ uid: String, at index: TaskIndex) -> Int {
    if let node = nodes[uid] {
      declarations[node].append(index)
      return node
    }
    nodes[uid] = uids.count
    uids.append(uid)
    declarations.append([index])
    return uids.count - 1
  }

  /// Whether a sprint declares an id.
  func isDeclared(_ node: Int, in sprint: Int) -> Bool {
    // Declarations are in the order of the sprints.
    let declarations = declarations[node]
    let first = declarations.partitionPoint { $0.sprint < sprint }
    return first < declarations.count && declarations[first].sprint == sprint
  }

  /// The node of an id as it is written outside its sprint.
  package func node(_ uid: String) -> Int? { nodes[uid] }

  /// The node of the id that a task declares.
  package func node(of task: TaskIndex) -> Int { places[task.sprint][task.task] }
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
