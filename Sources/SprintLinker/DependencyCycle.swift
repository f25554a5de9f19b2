/// Tasks that wait for each other.
package struct DependencyCycle: Sendable, Hashable {
  /// All nodes that lie on a cycle with each other.
  package let members: [Int]
  /// A shortest cycle among them, as places of edges: each leads to where the next begins.
  package let path: [Int]
  /// Places of edges without which no cycle is left.
  package let cut: [Int]
  /// Whether no smaller set of edges would do; otherwise the set is small, not proved smallest.
  package let isCutSmallest: Bool
}

extension DependencyGraph {
  /// Each knot of cycles once.
  ///
  /// What the search for the shortest cycle and the smallest cut may take is bounded, for one knot and for all of them
  /// together: a knot that is too large, or that comes when the bound is used up, gets a short cycle and a small cut.
  package func cycles() -> [DependencyCycle] {
    var purse = 4_000_000
    return components().compactMap { members in
      var knot = Knot(self, members, budget: min(200_000, purse))
      guard let path = knot.shortestCycle(without: []) else { return nil }
      let cut = knot.smallestCut()
      purse = max(0, purse - knot.spent)
      return DependencyCycle(
        members: members, path: rotated(path), cut: (cut ?? knot.closingEdges()).sorted(), isCutSmallest: cut != nil)
    }
  }

  /// The same cycle from its first node on, so that it is always written alike.
  private func rotated(_ path: [Int]) -> [Int] {
    guard let start = path.indices.min(by: { edges[path[$0]].from < edges[path[$1]].from }) else { return path }
    return Array(path[start...] + path[..<start])
  }

  /// One component of the graph, to be searched.
  private struct Knot {
    private let graph: DependencyGraph
    private let members: [Int]
    /// By node, the edges that lead to other members: the budget is for these, and there may be many others.
    private let inner: [Int: [Int]]
    /// Steps of search that are left before the exact answers are given up.
    private var budget: Int
    private let limit: Int
    var spent: Int { limit - budget }

    init(_ graph: DependencyGraph, _ members: [Int], budget: Int) {
      self.graph = graph
      self.budget = budget
      limit = budget
      self.members = members
      let isMember = Set(members)
      inner = Dictionary(
        uniqueKeysWithValues: members.map { node in
          (node, graph.edges(from: node).filter { isMember.contains(graph.edges[$0].to) })
        })
    }

    private func edges(from node: Int, without removed: Set<Int>) -> [Int] {
      let all = inner[node] ?? []
      return removed.isEmpty ? all : all.filter { !removed.contains($0) }
    }

    /// A shortest cycle that avoids the removed edges. In a component too large to start at every node,
    /// the shortest of those through the nodes that the budget allows: with no edge removed at least one.
    mutating func shortestCycle(without removed: Set<Int>) -> [Int]? {
      var best: [Int]?
      for start in members {
        if let found = cycle(through: start, without: removed, shorterThan: best?.count ?? .max) { best = found }
        if best?.count == 2 || budget <= 0 { break }
      }
      return best
    }

    private mutating func cycle(through start: Int, without removed: Set<Int>, shorterThan limit: Int) -> [Int]? {
      var arrivedBy: [Int: Int] = [:]
      var layer = [start]
      var length = 1
      while !layer.isEmpty, length < limit {
        var next: [Int] = []
        for node in layer {
          for edge in edges(from: node, without: removed) {
            budget -= 1
            let target = graph.edges[edge].to
            if target == start { return path(to: node, from: start, arrivedBy) + [edge] }
            if arrivedBy[target] == nil {
              arrivedBy[target] = edge
              next.append(target)
            }
          }
        }
        layer = next
        length += 1
      }
      return nil
    }

    private func path(to node: Int, from start: Int, _ arrivedBy: [Int: Int]) -> [Int] {
      var path: [Int] = []
      var node = node
      while node != start, let edge = arrivedBy[node] {
        path.append(edge)
        node = graph.edges[edge].from
      }
      return path.reversed()
    }

    /// A smallest set of edges that every cycle crosses; nil where finding it would take too long.
    mutating func smallestCut() -> [Int]? {
      for size in 1...4 {
        if let cut = cut(size, without: []) { return cut }
        if budget <= 0 { return nil }
      }
      return nil
    }

    /// At most `size` edges that leave no cycle. One of them must lie on the cycle that is left; the
    /// depth of recursion is the size.
    private mutating func cut(_ size: Int, without removed: Set<Int>) -> [Int]? {
      budget -= members.count
      if closingEdges(without: removed).isEmpty { return Array(removed) }
      guard size > 0, let cycle = shortestCycle(without: removed) else { return nil }
      // Of edges that do equally well, the later in the files gives way: what was planned first stands.
      for edge in cycle.sorted(by: >) {
        if budget <= 0 { return nil }
        if let cut = cut(size - 1, without: removed.union([edge])) { return cut }
      }
      return nil
    }

    /// The edges that close a cycle on a walk in depth, which every cycle has: valid in every component,
    /// found in linear time, not always the fewest.
    func closingEdges(without removed: Set<Int> = []) -> [Int] {
      var isOnTheWay: [Int: Bool] = [:]  // false: left behind
      var closing: [Int] = []
      var frames: [(node: Int, edges: ArraySlice<Int>)] = []
      func enter(_ node: Int) {
        isOnTheWay[node] = true
        frames.append((node, edges(from: node, without: removed)[...]))
      }
      for root in members where isOnTheWay[root] == nil {
        enter(root)
        while let node = frames.last?.node {
          guard let edge = frames[frames.count - 1].edges.popFirst() else {
            isOnTheWay[node] = false
            frames.removeLast()
            continue
          }
          let target = graph.edges[edge].to
          switch isOnTheWay[target] {
          case true?: closing.append(edge)
          case false?: break
          case nil: enter(target)
          }
        }
      }
      return closing
    }
  }
}
