import SprintModel
package import SprintSource

/// All ids of a workspace, each with the tasks that declare it.
package struct SymbolTable: Sendable {
  /// The ids as they are written outside their sprints: their numbers are the nodes.
  package let uids: NameTable
  package let declarations: Declarations
  /// By task, in the order of the sprints, the node of its id.
  private let nodes: [Int32]
  /// By sprint, where its tasks begin in `nodes`.
  private var starts: [Int] = []
  /// By sprint, whether it declares ids that mean something in it alone.
  let hasShortIDs: [Bool]

  /// - Parameter declared: the ids of the sprints.
  init(_ declared: [DeclaredIDs]) {
    hasShortIDs = declared.map(\.areShort)
    let count = declared.reduce(0) { $0 + $1.uids.count }
    var uids = NameTable(names: count, bytes: declared.reduce(0) { $0 + $1.bytes.count })
    var nodes: [Int32] = []
    var tasks: [TaskIndex] = []
    tasks.reserveCapacity(count)
    nodes.reserveCapacity(count)
    starts.reserveCapacity(declared.count)
    for sprint in declared.indices {
      starts.append(nodes.count)
      uids.add(declared[sprint].bytes, declared[sprint].uids) { nodes.append(Int32($0)) }
      for task in declared[sprint].uids.indices { tasks.append(TaskIndex(sprint: sprint, task: task)) }
    }
    self.uids = uids
    self.nodes = nodes
    declarations = Declarations(of: tasks, nodes: nodes, nodeCount: uids.count)
  }

  /// Whether a sprint declares an id.
  func isDeclared(_ node: Int, in sprint: Int) -> Bool { firstDeclaration(of: node, in: sprint) != nil }

  /// The first task of a sprint that declares an id; nil where none does.
  func firstDeclaration(of node: Int, in sprint: Int) -> Int? {
    // Declarations are in the order of the sprints.
    let declarations = declarations[node]
    let first = declarations.partitionPoint { $0.sprint < sprint }
    return first < declarations.endIndex && declarations[first].sprint == sprint ? declarations[first].task : nil
  }

  /// The node of an id as it is written outside its sprint.
  package func node(_ uid: String) -> Int? { uids.number(of: uid.utf8.span) }

  package func node(_ uid: Bytes) -> Int? { uids.number(of: uid.span) }

  /// The node of the id that a task declares.
  package func node(of task: TaskIndex) -> Int { Int(nodes[starts[task.sprint] + task.task]) }
}

/// The tasks that declare the ids of a workspace, by node: more than one where an id is declared twice.
package struct Declarations: RandomAccessCollection, Sendable {
  private let order: Adjacency
  /// In the order of their nodes.
  private let tasks: [TaskIndex]

  fileprivate init(of tasks: [TaskIndex], nodes: [Int32], nodeCount: Int) {
    order = Adjacency(nodeCount: nodeCount, ends: nodes.lazy.map { Int($0) })
    self.tasks = order.sorted(tasks)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { order.nodeCount }
  package subscript(node: Int) -> ArraySlice<TaskIndex> { tasks[order.range(of: node)] }
}

/// The place of a task in a workspace.
@usableFromInline package struct TaskIndex: Hashable, Sendable, Comparable {
  @usableFromInline let sprintPlace: Int32
  @usableFromInline let taskPlace: Int32

  @inlinable package var sprint: Int { Int(sprintPlace) }
  @inlinable package var task: Int { Int(taskPlace) }

  @inlinable package init(sprint: Int, task: Int) {
    sprintPlace = Int32(sprint)
    taskPlace = Int32(task)
  }

  @inlinable package static func < (one: TaskIndex, other: TaskIndex) -> Bool {
    (one.sprint, one.task) < (other.sprint, other.task)
  }
}
