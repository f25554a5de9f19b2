/// Which task waits for which.
package struct DependencyGraph: Sendable {
  /// `from` depends on `to`.
  package struct Edge: Hashable, Sendable {
    package let from: Int
    package let to: Int
    /// The declaration that says so, and the place of the reference among its dependencies.
    package let task: TaskIndex
    package let reference: Int
  }

  package let nodeCount: Int
  /// In the order of the files; of several references from one task to another, the first.
  package let edges: [Edge]
  private let leaving: Adjacency

  init(nodeCount: Int, edges: [Edge]) {
    self.nodeCount = nodeCount
    self.edges = edges
    leaving = Adjacency(nodeCount: nodeCount, ends: edges.lazy.map(\.from))
  }

  /// The places in `edges` of what a task depends on.
  package func edges(from node: Int) -> ArraySlice<Int> { leaving[node] }
}
