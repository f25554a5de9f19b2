import SprintLinker
import SprintModel
import SprintTesting
import Testing

/// Graphs in which recursion, or a walk for each task, would not come to an end.
@Suite(.serialized) struct LargeGraphTests {
  private func blocked(_ count: Int, _ dependencies: (Int) -> [Int], externals: (Int) -> String? = { _ in nil })
    -> Workspace
  {
    Documents.workspace(
      states: Array(repeating: .blocked, count: count), dependencies: dependencies, externals: externals)
  }

  @Test func `a chain`() {
    let count = 100_000
    let analysis = GraphAnalysis(blocked(count) { $0 > 0 ? [$0 - 1] : [] })
    #expect(analysis.longestChain == Array(0..<count))
    #expect(analysis.order == Array(0..<count))
    #expect(analysis.rootBlockers.map(\.impact.tasks) == [count - 1])
    #expect(analysis.roots(of: count - 1) == [0])
    #expect(analysis.cycles.isEmpty)
  }

  @Test func `a chain against the order of the file`() {
    let count = 100_000
    let analysis = GraphAnalysis(blocked(count) { $0 < count - 1 ? [$0 + 1] : [] })
    #expect(analysis.longestChain.count == count)
    #expect(analysis.order.first == count - 1)
  }

  @Test func `a cycle`() {
    let count = 100_000
    let analysis = GraphAnalysis(blocked(count) { [($0 + 1) % count] })
    #expect(analysis.cycles.map(\.members.count) == [count])
    #expect(analysis.cycles.map(\.cut.count) == [1])
    #expect(analysis.rootBlockers.map(\.impact.tasks) == [count])
    #expect(Set(analysis.order).count == count)
    #expect(analysis.longestChain.count == count)
  }

  @Test func `a cycle of two tasks in a knot of many, which one cut undoes`() {
    let count = 50_000
    // A chain up, and from the first task to the last: the way back closes a cycle of two and one of all.
    let analysis = GraphAnalysis(blocked(count) { $0 == 0 ? [count - 1, 1] : $0 < count - 1 ? [$0 + 1] : [0] })
    #expect(analysis.cycles.map(\.path.count) == [2])
    #expect(analysis.cycles.map(\.cut.count) == [1])
  }

  @Test func `many knots`() {
    let count = 8_000
    let analysis = GraphAnalysis(
      blocked(count) { number in
        let first = number / 8 * 8
        return (first..<(first + 8)).filter { $0 != number }
      })
    #expect(analysis.cycles.count == count / 8)
  }

  @Test func `a chain with a blocker of its own at each task`() {
    let count = 2_000
    let analysis = GraphAnalysis(blocked(count, { $0 > 0 ? [$0 - 1] : [] }, externals: { "thing \($0)" }))
    #expect(analysis.rootBlockers.count == count)
    #expect(analysis.rootBlockers.first?.name == "thing 0")
    #expect(analysis.rootBlockers.map(\.impact.tasks) == Array((1...count).reversed()))
  }

  @Test func `one task that all others wait for, and one that waits for all`() {
    let count = 50_000
    let analysis = GraphAnalysis(
      blocked(count) { number in
        number == count - 1 ? Array(1..<(count - 1)) : number > 0 ? [0] : []
      })
    #expect(analysis.rootBlockers.map(\.impact.tasks) == [count - 1])
    #expect(analysis.longestChain.count == 3)
  }

  @Test(arguments: ["chain", "blockers", "pairs"]) func `large graphs are analysed`(kind: String) {
    let count = 20_000
    let workspace =
      switch kind {
      case "chain": blocked(count) { $0 > 0 ? [$0 - 1] : [] }
      case "blockers": blocked(count, { _ in [] }, externals: { "thing \($0)" })
      default: blocked(count) { $0 % 2 == 1 ? [$0 - 1] : [] }
      }
    #expect(GraphAnalysis(workspace).order.count == count)
  }
}
