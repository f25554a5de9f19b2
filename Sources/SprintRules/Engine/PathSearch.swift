import SprintLinker

/// Looks for ways from one of some tasks to another, along what depends on what.
///
/// The work for one set of tasks is bounded, so that the whole takes time linear in the number of sets, however dense
/// the graph is. A way that is longer or better hidden than that is not found.
struct PathSearch {
  private let graph: DependencyGraph
  private let condensation: Condensation
  /// By node, the search in which it was reached last, and the node before it.
  private var seen: [Int]
  private var before: [Int]
  private var number = 0

  /// The dependencies that one search may look at.
  private static let limit = 4_000

  init(_ graph: DependencyGraph) {
    self.graph = graph
    condensation = graph.condensation()
    seen = [Int](repeating: 0, count: graph.nodeCount)
    before = [Int](repeating: -1, count: graph.nodeCount)
  }

  /// Whether a task waits for itself in the end.
  func isOnCycle(_ node: Int) -> Bool { condensation.members(of: condensation.component[node]).count > 1 }

  /// For each of the nodes that another of them leads to, the way from that to it, both included; none from or to a
  /// node on a cycle.
  mutating func paths(between nodes: Set<Int>) -> [Int: [Int]] {
    let ends = nodes.filter { !isOnCycle($0) }.sorted { condensation.component[$0] > condensation.component[$1] }
    guard let last = ends.last else { return [:] }
    // A component has a greater number than all that it depends on: what lies below the least leads to none of them.
    let lowest = condensation.component[last]
    let wanted = Set(ends)
    number += 1
    var reached = ends
    for node in ends {
      seen[node] = number
      before[node] = -1
    }
    var next = 0
    var steps = 0
    while next < reached.count, steps < Self.limit {
      let node = reached[next]
      next += 1
      for edge in graph.edges(from: node).prefix(Self.limit - steps) {
        steps += 1
        let target = graph.edges[edge].to
        guard condensation.component[target] >= lowest else { continue }
        if wanted.contains(target) {
          if before[target] < 0 { before[target] = node }
        } else if seen[target] != number {
          seen[target] = number
          before[target] = node
          reached.append(target)
        }
      }
    }
    var paths: [Int: [Int]] = [:]
    for end in ends where before[end] >= 0 { paths[end] = path(to: end, from: wanted) }
    return paths
  }

  /// The way to a node from the last of the ends on it.
  private func path(to end: Int, from ends: Set<Int>) -> [Int] {
    var path = [end]
    var node = before[end]
    while node >= 0 {
      path.append(node)
      if ends.contains(node) { break }
      node = before[node]
    }
    return path.reversed()
  }
}
