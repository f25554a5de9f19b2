import SprintLinker
import SprintTesting
import Testing

struct DependencyCycleTests {
  @Test func `a cycle in one file is a path from its first task`() {
    let linked = Linked([
      "SPRINT_10_a.md": [
        ("OPS-APP-1-001", "OPS-APP-1-003"), ("OPS-APP-1-002", "OPS-APP-1-001"), ("OPS-APP-1-003", "OPS-APP-1-002"),
        ("OPS-APP-1-004", "OPS-APP-1-001"),
      ]
    ])
    #expect(linked.cycles.map(\.path) == [["OPS-APP-1-001", "OPS-APP-1-003", "OPS-APP-1-002"]])
    // What was planned first stands.
    #expect(linked.cycles.map(\.cut) == [["OPS-APP-1-003 → OPS-APP-1-002"]])
    #expect(linked.cycles.map(\.isCutSmallest) == [true])
  }

  @Test func `a cycle is found across files and through shorthand`() {
    let linked = Linked([
      "SPRINT_10_a.md": [("OPS-APP-1-001", "2-001"), ("OPS-APP-1-002", "—")],
      "SPRINT_11_b.md": [("OPS-APP-2-001", "Depends on 1-001")],
    ])
    #expect(linked.cycles.map(\.path) == [["OPS-APP-1-001", "OPS-APP-2-001"]])
    #expect(linked.cycles.map(\.cut) == [["OPS-APP-2-001 → OPS-APP-1-001"]])
  }

  @Test func `a task that waits for itself is no cycle`() {
    #expect(Linked(waiting: [[0], [1, 0]]).cycles.isEmpty)
  }

  @Test func `two knots are two cycles, in the order of their first tasks`() {
    // 1 ⇄ 4 and 0 → 2 → 3 → 0, with an edge from the one to the other.
    let linked = Linked(waiting: [[2], [4, 0], [3], [0], [1]])
    #expect(linked.cycles.map(\.path) == [["T-0-X", "T-2-X", "T-3-X"], ["T-1-X", "T-4-X"]])
    #expect(linked.workspace.graph.cycles().map(\.members) == [[0, 2, 3], [1, 4]])
  }

  @Test func `of a knot the shortest cycle is told`() {
    // 0 → 1 → 2 → 3 → 4 → 0, and a short way from 3 to 2.
    let linked = Linked(waiting: [[1], [2], [3], [4, 2], [0]])
    #expect(linked.cycles.map(\.path) == [["T-2-X", "T-3-X"]])
    // Both cycles go through 2 → 3, so it alone is cut.
    #expect(linked.cycles.map(\.cut) == [["T-2-X → T-3-X"]])
    #expect(linked.cycles.map(\.isCutSmallest) == [true])
  }

  @Test func `a cut needs an edge for each of two cycles that share none`() {
    // 0 ⇄ 1 and 1 ⇄ 2.
    let linked = Linked(waiting: [[1], [0, 2], [1]])
    #expect(linked.cycles.map(\.path) == [["T-0-X", "T-1-X"]])
    #expect(linked.cycles.map(\.cut.count) == [2])
  }

  @Test(arguments: 1...300)
  func `path and cut are as short as can be`(_ seed: Int) {
    var random = SeededGenerator(seed)
    let count = random.number(2...6)
    let edges = (0..<count).map { from in (0..<count).filter { $0 != from && random.number(1...10) <= 3 } }
    let linked = Linked(waiting: edges)
    let graph = linked.workspace.graph
    var inCycles = Set<Int>()
    for cycle in graph.cycles() {
      // The path closes, each edge begins where the one before it ends.
      let ends = cycle.path.map { graph.edges[$0].to }
      let starts = cycle.path.map { graph.edges[$0].from }
      #expect(ends == Array(starts.dropFirst() + starts.prefix(1)))
      #expect(starts.first == starts.min())
      #expect(Set(starts).count == starts.count)
      inCycles.formUnion(cycle.members)
      let inside = graph.edges.indices.filter {
        cycle.members.contains(graph.edges[$0].from) && cycle.members.contains(graph.edges[$0].to)
      }
      #expect(starts.count == Self.shortest(inside.map { (graph.edges[$0].from, graph.edges[$0].to) }, count))
      #expect(cycle.cut.allSatisfy(inside.contains))
      let left = inside.filter { !cycle.cut.contains($0) }
      #expect(!Self.hasCycle(left.map { (graph.edges[$0].from, graph.edges[$0].to) }, count))
      if cycle.isCutSmallest {
        #expect(
          !Self.canCut(inside.map { (graph.edges[$0].from, graph.edges[$0].to) }, with: cycle.cut.count - 1, count))
      } else {
        // The search gives up beyond four edges.
        #expect(cycle.cut.count > 4)
      }
    }
    let reach = Self.reach(graph.edges.map { ($0.from, $0.to) }, count)
    #expect(inCycles == Set((0..<count).filter { reach[$0][$0] }))
  }

  // MARK: The same by brute force

  /// From where one can get to where, in one step or more.
  private static func reach(_ edges: [(Int, Int)], _ count: Int) -> [[Bool]] {
    var reach = [[Bool]](repeating: [Bool](repeating: false, count: count), count: count)
    for (from, to) in edges { reach[from][to] = true }
    for middle in 0..<count {
      for from in 0..<count where reach[from][middle] {
        for to in 0..<count where reach[middle][to] { reach[from][to] = true }
      }
    }
    return reach
  }

  private static func hasCycle(_ edges: [(Int, Int)], _ count: Int) -> Bool {
    let reach = reach(edges, count)
    return (0..<count).contains { reach[$0][$0] }
  }

  private static func shortest(_ edges: [(Int, Int)], _ count: Int) -> Int? {
    var best: Int?
    for start in 0..<count {
      var layer: Set<Int> = [start]
      for length in 1...count {
        layer = Set(edges.filter { layer.contains($0.0) }.map(\.1))
        if layer.contains(start) {
          best = min(best ?? length, length)
          break
        }
      }
    }
    return best
  }

  /// Whether some set of `size` edges leaves no cycle.
  private static func canCut(_ edges: [(Int, Int)], with size: Int, _ count: Int) -> Bool {
    if !hasCycle(edges, count) { return true }
    guard size > 0 else { return false }
    return edges.indices.contains { index in
      var left = edges
      left.remove(at: index)
      return canCut(left, with: size - 1, count)
    }
  }
}
