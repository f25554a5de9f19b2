/// The strongly connected components of a graph: nodes that wait for each other are one component, every other node is
/// one by itself.
package struct Condensation: Sendable {
  /// By node, its component. A component has a greater number than all that it depends on.
  package let component: [Int]
  /// The nodes, component by component.
  private let nodes: [Int]
  private let starts: [Int]

  fileprivate init(component: [Int], nodes: [Int], starts: [Int]) {
    self.component = component
    self.nodes = nodes
    self.starts = starts
  }

  package var count: Int { starts.count - 1 }

  package func members(of component: Int) -> ArraySlice<Int> { nodes[starts[component]..<starts[component + 1]] }
}

extension DependencyGraph {
  /// R. Tarjan, *Depth-first search and linear graph algorithms*, 1972; with a stack of our own, so that a long chain
  /// cannot exhaust the thread's.
  package func condensation() -> Condensation {
    var index = [Int](repeating: -1, count: nodeCount)
    var low = [Int](repeating: 0, count: nodeCount)
    var component = [Int](repeating: -1, count: nodeCount)
    var open: [Int] = []
    var nodes: [Int] = []
    nodes.reserveCapacity(nodeCount)
    var starts = [0]
    var counter = 0
    var frames: [(node: Int, edges: EdgePlaces)] = []
    func enter(_ node: Int) {
      index[node] = counter
      low[node] = counter
      counter += 1
      open.append(node)
      frames.append((node, edges(from: node)))
    }
    for root in 0..<nodeCount where index[root] < 0 {
      enter(root)
      while let node = frames.last?.node {
        if let edge = frames[frames.count - 1].edges.popFirst() {
          let target = edges[edge].to
          if index[target] < 0 {
            enter(target)
          } else if component[target] < 0 {
            low[node] = min(low[node], index[target])
          }
          continue
        }
        frames.removeLast()
        if let parent = frames.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == index[node] else { continue }
        while let member = open.popLast() {
          component[member] = starts.count - 1
          nodes.append(member)
          if member == node { break }
        }
        starts.append(nodes.count)
      }
    }
    return Condensation(component: component, nodes: nodes, starts: starts)
  }

  /// The components of more than one node, each in the order of its nodes.
  package func components() -> [[Int]] {
    let condensation = condensation()
    return (0..<condensation.count).map(condensation.members).filter { $0.count > 1 }.map { $0.sorted() }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
