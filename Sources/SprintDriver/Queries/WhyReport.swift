import SprintEmitters
package import SprintLinker
import SprintModel
import SprintSource

/// Tells people why tasks wait: a chain of references to each thing that they wait for in the end.
package struct WhyReport: Sendable {
  private let sentence: Sentence
  private let standing: TaskStanding

  private var analysis: GraphAnalysis { standing.analysis }
  private var workspace: Workspace { analysis.workspace }

  /// By what ends a chain, how many tasks wait for it, where it is known as a root blocker.
  private let impacts: [Cause: Int]

  package init(_ standing: TaskStanding) {
    self.standing = standing
    sentence = Sentence(standing.analysis)
    impacts = Dictionary(standing.analysis.rootBlockers.map { (Cause($0.cause), $0.impact.tasks) }) { first, _ in first
    }
  }

  package func text(_ nodes: [Int]) -> String {
    zip(nodes, analysis.chains(from: nodes)).map { node, chains in
      lines(node, chains).map { Display.safe($0) + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func lines(_ node: Int, _ chains: [WaitChain]) -> [String] {
    var lines = [sentence.task(node), verdict(node, chains)]
    for (number, chain) in chains.enumerated() {
      lines += ["", "\(number + 1). \(headline(chain.end))"]
      lines += steps(chain, from: node)
    }
    let cleared = analysis.cleared(node)
    if !cleared.isEmpty {
      lines += ["", "No longer in the way:"]
      for (task, prerequisite) in cleared {
        lines.append("   \(sentence.target(prerequisite.target))")
        lines.append("      \(sentence.reference(prerequisite.reference, of: task))")
      }
    }
    return lines
  }

  private func verdict(_ node: Int, _ chains: [WaitChain]) -> String {
    let declarations = workspace.symbols.declarations[node]
    guard analysis.isOpen[node] else { return "It is closed, and waits for nothing." }
    if chains.isEmpty {
      if declarations.contains(where: standing.isStale) {
        return
          "All that it depends on is done: the block is stale. Set it to TODO or DOING, or name what still blocks it."
      }
      let isBlocked = declarations.contains(where: standing.isBlocked)
      return isBlocked ? "It is blocked, and does not say by what." : "Nothing that it names is in its way."
    }
    let count = chains.count == 1 ? "one thing" : "\(chains.count) things"
    return "It waits for \(count) in the end:"
  }

  private func headline(_ end: WaitChain.End) -> String {
    let impact = impact(of: end).map { " — \($0)" } ?? ""
    switch end {
    case .prerequisite(.task(let node)):
      let reason = workspace.symbols.declarations[node].contains(where: standing.isBlocked) ? ", without a reason" : ""
      let state = workspace.declaration(node).map { sentence.state($0) } ?? ""
      return "\(workspace.symbols.uids[node]), a task: \(state)\(reason)\(impact)"
    case .prerequisite(let target): return sentence.target(target) + impact
    case .cycle: return "\(analysis.name(of: end)) wait for each other\(impact)"
    }
  }

  private func impact(of end: WaitChain.End) -> String? {
    impacts[Cause(end)].map { "\($0) \($0 == 1 ? "task waits" : "tasks wait") for it" }
  }

  /// Below this, steps are indented no further: no terminal is so wide, and a long chain would be mostly blanks.
  private static let deepest = 24

  private func steps(_ chain: WaitChain, from node: Int) -> [String] {
    var lines = ["   \(sentence.task(node))"]
    if chain.omitted > 0 { lines.append("   … \(chain.omitted) \(chain.omitted == 1 ? "step" : "steps") left out") }
    for (depth, step) in chain.steps.enumerated() {
      let indent = String(repeating: "   ", count: min(depth, Self.deepest) + 1)
      lines.append("\(indent)└─ waits for \(sentence.target(step.target))")
      lines.append("\(indent)      \(sentence.reference(step.reference, of: step.task))")
    }
    guard case .cycle(_, let edges) = chain.end else { return lines }
    for edge in edges {
      let uids = workspace.symbols.uids
      lines.append(
        "   \(uids[edge.from]) waits for \(uids[edge.to])  (\(sentence.reference(edge.reference, of: edge.task)))")
    }
    return lines
  }
}

/// What makes the end of a chain and a root blocker the same.
private enum Cause: Hashable {
  case task(Int)
  case sprint(Int)
  case external(String)
  case unknown(String)
  /// By the first of its tasks: no task lies on two.
  case cycle(Int?)

  init(_ cause: RootBlocker.Cause) {
    switch cause {
    case .task(let node): self = .task(node)
    case .sprint(let sprint): self = .sprint(sprint)
    case .external(let words): self = .external(words.lowercased())
    case .unknown(let words): self = .unknown(words.lowercased())
    case .cycle(let nodes): self = .cycle(nodes.first)
    }
  }

  init(_ end: WaitChain.End) {
    switch end {
    case .prerequisite(.task(let node)): self = .task(node)
    case .prerequisite(.sprint(let sprint)): self = .sprint(sprint)
    case .prerequisite(.external(let words)): self = .external(words.lowercased())
    case .prerequisite(.unknown(let words)), .prerequisite(.ambiguous(let words, _)):
      self = .unknown(words.lowercased())
    case .cycle(let nodes, _): self = .cycle(nodes.first)
    }
  }
}
