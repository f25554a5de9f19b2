/// Which task waits for which.
package struct DependencyGraph: Sendable {
  /// `from` depends on `to`.
  package struct Edge: Hashable, Sendable {
    private let source: Int32
    private let target: Int32
    /// The declaration that says so.
    package let task: TaskIndex
    private let place: Int32

    init(from: Int, to: Int, task: TaskIndex, reference: Int) {
      source = Int32(from)
      target = Int32(to)
      self.task = task
      place = Int32(reference)
    }

    package var from: Int { Int(source) }
    package var to: Int { Int(target) }
    /// The place of the reference among the dependencies of the declaration.
    package var reference: Int { Int(place) }
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
  package func edges(from node: Int) -> EdgePlaces { leaving[node] }
}
