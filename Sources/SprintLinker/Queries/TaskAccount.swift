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
  package let log: [(sprint: Int, entry: Int)]

  init(_ index: TaskIndex, node: Int, _ analysis: GraphAnalysis) {
    let workspace = analysis.workspace
    self.index = index
    let dependencies = workspace.task(index).dependencies
    self.dependencies = dependencies.indices.filter { dependencies[$0].kind != .none }
    dependents = analysis.edges(to: node).map { workspace.graph.edges[$0] }
    log = workspace.sprints.indices.flatMap { sprint in
      workspace.sprints[sprint].log.indices.filter { entry in
        workspace.mentions(sprint: sprint, entry: entry).contains { $0.nodes.contains(node) }
      }.map { (sprint, $0) }
    }
  }
}

extension GraphAnalysis {
  /// One for each declaration of some tasks, in the order of the tasks.
  package func accounts(of nodes: [Int]) -> [TaskAccount] {
    nodes.flatMap { node in workspace.symbols.declarations[node].map { TaskAccount($0, node: node, self) } }
  }
}
