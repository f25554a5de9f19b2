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
  /// By node, the places in `edges` of the edges that leave it: from `starts[node]` to `starts[node + 1]`.
  private let starts: [Int]
  private let leaving: [Int]

  init(nodeCount: Int, edges: [Edge]) {
    self.nodeCount = nodeCount
    self.edges = edges
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for edge in edges { starts[edge.from + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var leaving = [Int](repeating: 0, count: edges.count)
    for (index, edge) in edges.enumerated() {
      leaving[next[edge.from]] = index
      next[edge.from] += 1
    }
    self.starts = starts
    self.leaving = leaving
  }

  /// The places in `edges` of what a task depends on.
  package func edges(from node: Int) -> ArraySlice<Int> { leaving[starts[node]..<starts[node + 1]] }

  /// The strongly connected components of more than one node, each in the order of its nodes.
  ///
  /// R. Tarjan, *Depth-first search and linear graph algorithms*, 1972; with a stack of our own, so
  /// that a long chain cannot exhaust the thread's.
  package func components() -> [[Int]] {
    var index = [Int](repeating: -1, count: nodeCount)
    var low = [Int](repeating: 0, count: nodeCount)
    var isOpen = [Bool](repeating: false, count: nodeCount)
    var open: [Int] = []
    var components: [[Int]] = []
    var counter = 0
    var frames: [(node: Int, next: Int)] = []
    func enter(_ node: Int) {
      index[node] = counter
      low[node] = counter
      counter += 1
      open.append(node)
      isOpen[node] = true
      frames.append((node, starts[node]))
    }
    for root in 0..<nodeCount where index[root] < 0 {
      enter(root)
      while let (node, next) = frames.last {
        if next < starts[node + 1] {
          frames[frames.count - 1].next += 1
          let target = edges[leaving[next]].to
          if index[target] < 0 {
            enter(target)
          } else if isOpen[target] {
            low[node] = min(low[node], index[target])
          }
          continue
        }
        frames.removeLast()
        if let parent = frames.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == index[node] else { continue }
        var component: [Int] = []
        while let member = open.popLast() {
          isOpen[member] = false
          component.append(member)
          if member == node { break }
        }
        if component.count > 1 { components.append(component.sorted()) }
      }
    }
    return components.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
