import SprintLinker
import SprintModel
import SprintTesting
import Testing

struct WaitChainTests {
  private func analysis(_ rows: String...) -> GraphAnalysis { analysis(rows) }

  private func analysis(_ rows: [String]) -> GraphAnalysis {
    GraphAnalysis(Documents.workspace(of: Self.tracker(rows)))
  }

  private static func tracker(_ rows: [String]) -> String {
    "| # | Task ID | Status | Key dependency / next step |\n| --- | --- | --- | --- |\n"
      + rows.map { "| 1 | \($0) |\n" }.joined()
  }

  /// Chains as `A < B < end`.
  private func chains(_ uid: String, _ analysis: GraphAnalysis) -> [String] {
    guard let node = analysis.workspace.symbols.node(uid) else { return ["no \(uid)"] }
    return analysis.chains(from: [node]).joined().map { chain in
      (chain.steps.map { analysis.workspace.task($0.task).uid } + [analysis.name(of: chain.end)]).joined(
        separator: " < ")
    }
  }

  @Test func `there is one shortest chain to each end`() {
    let analysis = analysis(
      "A-1-1 | BLOCKED | A-1-2, A-1-3", "A-1-2 | BLOCKED | A-1-3 and A-1-4", "A-1-3 | BLOCKED | Needs a key",
      "A-1-4 | TODO | None", "A-1-5 | DONE | A-1-4", "A-1-6 | BLOCKED | A-1-5", "A-1-7 | TODO | XY-1-1, A-1-1")
    #expect(chains("A-1-1", analysis) == ["A-1-1 < A-1-3 < a key", "A-1-1 < A-1-2 < A-1-4"])
    #expect(chains("A-1-4", analysis) == [])
    #expect(chains("A-1-5", analysis) == [])
    #expect(chains("A-1-6", analysis) == [])
    #expect(
      chains("A-1-7", analysis) == ["A-1-7 < XY-1-1", "A-1-7 < A-1-1 < A-1-3 < a key", "A-1-7 < A-1-1 < A-1-2 < A-1-4"])
  }

  @Test func `a cycle is an end, and what its tasks wait for besides`() {
    let analysis = analysis(
      "A-1-1 | TODO | A-1-2", "A-1-2 | TODO | A-1-3", "A-1-3 | BLOCKED | A-1-2 + a key", "A-1-4 | BLOCKED | A-1-1")
    #expect(chains("A-1-4", analysis) == ["A-1-4 < A-1-1 < A-1-2, A-1-3", "A-1-4 < A-1-1 < A-1-2 < A-1-3 < a key"])
    #expect(chains("A-1-2", analysis).first == "A-1-2, A-1-3")
  }

  @Test func `a cycle in which a task is done is none`() {
    let analysis = analysis("A-1-1 | TODO | A-1-2", "A-1-2 | DONE | A-1-1", "A-1-3 | BLOCKED | A-1-1")
    #expect(chains("A-1-1", analysis) == [])
    #expect(chains("A-1-3", analysis) == ["A-1-3 < A-1-1"])
  }

  @Test func `the same words are one end, however they are spaced`() {
    let analysis = analysis(
      "A-1-1 | BLOCKED | A-1-2, A-1-3", "A-1-2 | BLOCKED | Needs the key", "A-1-3 | BLOCKED | Needs  The key")
    #expect(chains("A-1-1", analysis).count == 1)
  }

  @Test func `once very many steps are told, of each chain only the last is`() {
    let count = 40
    let analysis = analysis(
      (1...count).map { "A-1-\($0) | BLOCKED | Needs A-1-\($0 + 1) and key \($0)" }
        + ["A-1-\(count + 1) | TODO | A-1-\(count + 2)", "A-1-\(count + 2) | TODO | A-1-\(count + 1)"])
    let start = analysis.workspace.symbols.node("A-1-1") ?? -1
    for most in [0, 10, 200, 10_000] {
      let chains = analysis.chains(from: [start, start], mostSteps: most)
      let whole = analysis.chains(from: [start]).joined()
      #expect(chains.map(\.count) == [whole.count, whole.count])
      for (chain, all) in zip(chains.joined(), Array(whole) + Array(whole)) {
        #expect(chain.steps.last == all.steps.last)
        #expect(analysis.name(of: chain.end) == analysis.name(of: all.end))
        #expect(chain.steps.count + chain.omitted == all.steps.count)
      }
      // The last chain that is told whole may go beyond what is left.
      #expect(chains.joined().reduce(0) { $0 + $1.steps.count } <= most + 2 * chains.joined().count + count)
    }
  }

  /// The root blockers are found from all blocked tasks at once, the chains from one task: they must agree.
  @Test(arguments: 1...40) func `blocked tasks have chains to their root blockers, and to nothing else`(seed: Int) {
    var random = SeededGenerator(seed)
    let count = random.number(2...30)
    let rows = (1...count).map { task in
      let states = ["TODO", "DOING", "DONE", "BLOCKED", "BLOCKED", "CANCELLED"]
      let others = (0..<random.number(0...3)).map { _ in "A-1-\(random.number(1...count))" }
      let more = random.once(in: 6) ? ["XY-9-\(random.number(1...3))"] : []
      let words = random.once(in: 5) ? " + key \(random.number(1...3))" : ""
      let text = (others + more).joined(separator: ", ") + words
      return "A-1-\(task) | \(random.one(of: states)) | \(text.isEmpty ? "None" : "Depends on \(text)")"
    }
    let analysis = GraphAnalysis(Documents.workspace(of: Self.tracker(rows)))
    for node in analysis.blocked {
      let ends = Set(analysis.chains(from: [node]).joined().map(\.end))
      for place in analysis.roots(of: node) {
        switch analysis.rootBlockers[place].cause {
        case .task(let root): #expect(root == node || ends.contains(.prerequisite(.task(root))))
        case .external(let words): #expect(ends.contains { named($0, words, analysis) })
        case .unknown(let name): #expect(ends.contains { named($0, name, analysis) })
        case .sprint(let sprint): #expect(ends.contains(.prerequisite(.sprint(sprint))))
        case .cycle(let members):
          #expect(
            ends.contains { end in
              if case .cycle(let nodes, _) = end { nodes == members } else { false }
            })
        }
      }
      let tasks = ends.compactMap { end -> Int? in if case .prerequisite(.task(let node)) = end { node } else { nil } }
      let roots = analysis.roots(of: node).compactMap { place -> Int? in
        if case .task(let root) = analysis.rootBlockers[place].cause { root } else { nil }
      }
      #expect(Set(tasks).isSubset(of: roots))
    }
  }

  private func named(_ end: WaitChain.End, _ name: String, _ analysis: GraphAnalysis) -> Bool {
    analysis.name(of: end).lowercased() == name.lowercased()
  }
}
