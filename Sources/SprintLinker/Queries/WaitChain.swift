import SprintModel
import SprintSource

/// How a task comes to wait for something: from reference to reference, down to what itself waits for nothing.
package struct WaitChain: Sendable, Hashable {
  package enum End: Sendable, Hashable {
    /// A task, a sprint, or what is no task.
    case prerequisite(Prerequisite.Target)
    /// Tasks that wait for each other, and a shortest way round, as edges of the open tasks.
    case cycle([Int], [DependencyGraph.Edge])
  }

  /// A reference, by which a task waits for another, or for the end.
  package struct Step: Sendable, Hashable {
    package let task: TaskIndex
    /// The place among the dependencies of the task.
    package let reference: Int
    package let target: Prerequisite.Target
  }

  /// None where the task itself lies on the cycle that is the end.
  package let steps: [Step]
  package let end: End
  /// How many steps, and edges of a cycle, are left out, before the last of them.
  package var omitted = 0
}

extension GraphAnalysis {
  /// The steps that are told of all chains together. Chains have their beginnings in common: to tell each whole could
  /// take the square of what was read.
  package static let mostSteps = 100_000

  /// For each of some tasks, a shortest chain to each thing that it waits for in the end, the shorter chains first.
  ///
  /// Only what is open counts. Unlike ``rootBlockers``, this also answers for tasks that are not blocked. Once
  /// `mostSteps` steps are told, a chain that goes on has only its last step.
  package func chains(from starts: [Int], mostSteps: Int = mostSteps) -> [[WaitChain]] {
    // A cycle in which a task is done holds up nobody.
    var cycleAt: [Int: DependencyCycle] = [:]
    for cycle in openCycles { for member in cycle.members { cycleAt[member] = cycle } }
    var steps = mostSteps
    return starts.map { isOpen[$0] ? chains(from: $0, cycleAt, &steps) : [] }
  }

  private func chains(from start: Int, _ cycleAt: [Int: DependencyCycle], _ left: inout Int) -> [WaitChain] {
    var arrivedBy: [Int: (edge: Int, depth: Int)] = [:]
    var reached = [start]
    var chains: [WaitChain] = []
    var ends: Set<WaitChain.End> = []
    var cycles: Set<Int> = []
    // The way to a node is gone only where a chain ends: to go it for each node would take the square of their number.
    func add(_ end: WaitChain.End, at node: Int, by last: WaitChain.Step? = nil) {
      guard ends.insert(end.folded).inserted else { return }
      let depth = arrivedBy[node]?.depth ?? 0
      if left > 0 || depth == 0 {
        let steps = self.steps(to: node, from: start, arrivedBy)
        chains.append(WaitChain(steps: steps + [last].compactMap(\.self), end: end))
        left -= steps.count + end.edges.count
      } else {
        let step = last ?? arrivedBy[node].map { self.step(by: $0.edge) }
        chains.append(
          WaitChain(
            steps: [step].compactMap(\.self), end: end.shortened,
            omitted: depth - (last == nil ? 1 : 0) + end.edges.count - end.shortened.edges.count))
      }
    }
    var next = 0
    while next < reached.count {
      let node = reached[next]
      next += 1
      // All of a cycle lead to the same end.
      if let cycle = cycleAt[node], let first = cycle.members.first, cycles.insert(first).inserted {
        add(.cycle(cycle.members, cycle.path.map { openGraph.edges[$0] }), at: node)
      }
      var isEnd = node != start
      for index in workspace.symbols.declarations[node] {
        for prerequisite in prerequisites(of: index) where prerequisite.isOpen {
          isEnd = false
          if case .task = prerequisite.target { continue }
          let step = WaitChain.Step(task: index, reference: prerequisite.reference, target: prerequisite.target)
          add(.prerequisite(prerequisite.target), at: node, by: step)
        }
      }
      if isEnd { add(.prerequisite(.task(node)), at: node) }
      let depth = (arrivedBy[node]?.depth ?? 0) + 1
      for edge in openGraph.edges(from: node) {
        let target = openGraph.edges[edge].to
        guard target != start, arrivedBy[target] == nil else { continue }
        arrivedBy[target] = (edge, depth)
        reached.append(target)
      }
    }
    return chains
  }

  private func steps(to node: Int, from start: Int, _ arrivedBy: [Int: (edge: Int, depth: Int)]) -> [WaitChain.Step] {
    var steps: [WaitChain.Step] = []
    var node = node
    while node != start, let place = arrivedBy[node]?.edge {
      steps.append(step(by: place))
      node = openGraph.edges[place].from
    }
    return steps.reversed()
  }

  private func step(by place: Int) -> WaitChain.Step {
    let edge = openGraph.edges[place]
    return WaitChain.Step(task: edge.task, reference: edge.reference, target: .task(edge.to))
  }
}

extension WaitChain.End {
  fileprivate var edges: [DependencyGraph.Edge] { if case .cycle(_, let edges) = self { edges } else { [] } }

  /// Of a long way round a cycle only the beginning.
  fileprivate var shortened: Self {
    if case .cycle(let nodes, let edges) = self { .cycle(nodes, Array(edges.prefix(12))) } else { self }
  }
}

extension WaitChain.End {
  /// Without regard to the case of words, and the space between them.
  fileprivate var folded: Self {
    func folded(_ text: String) -> String {
      text.singleSpaced.lowercased()
    }
    return switch self {
    case .prerequisite(.external(let words)): .prerequisite(.external(folded(words)))
    case .prerequisite(.unknown(let words)): .prerequisite(.unknown(folded(words)))
    case .prerequisite(.ambiguous(let words, _)): .prerequisite(.ambiguous(folded(words), []))
    case .prerequisite, .cycle: self
    }
  }
}

extension GraphAnalysis {
  /// The references of a task to what holds it up no longer, with the declaration that states them.
  package func cleared(_ node: Int) -> [(task: TaskIndex, prerequisite: Prerequisite)] {
    workspace.symbols.declarations[node].flatMap { index in
      prerequisites(of: index).filter { !$0.isOpen }.map { (index, $0) }
    }
  }

  /// What the end of a chain is called; of a cycle, its tasks, or some of very many.
  package func name(of end: WaitChain.End) -> String {
    switch end {
    case .prerequisite(let target): return name(of: target)
    case .cycle(let nodes, _):
      let shown = nodes.count > 20 ? nodes.prefix(12) : nodes[...]
      let names = shown.map { workspace.symbols.uids[$0] }.joined(separator: ", ")
      return shown.count < nodes.count ? "\(names) and \(nodes.count - shown.count) more" : names
    }
  }
}
