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

  package init(_ standing: TaskStanding) {
    self.standing = standing
    sentence = Sentence(standing.analysis)
  }

  package func text(_ nodes: [Int]) -> String {
    nodes.map { lines($0).map { Display.safe($0) + "\n" }.joined() }.joined(separator: "\n")
  }

  private func lines(_ node: Int) -> [String] {
    let chains = analysis.chains(from: node)
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

  /// How many tasks wait for it, where it is known as a root blocker.
  private func impact(of end: WaitChain.End) -> String? {
    let root = analysis.rootBlockers.first { root in
      switch (root.cause, end) {
      case (.task(let one), .prerequisite(.task(let other))): one == other
      case (.sprint(let one), .prerequisite(.sprint(let other))): one == other
      case (.external(let one), .prerequisite(.external(let other))),
        (.unknown(let one), .prerequisite(.unknown(let other))),
        (.unknown(let one), .prerequisite(.ambiguous(let other, _))):
        one.lowercased() == other.lowercased()
      case (.cycle(let one), .cycle(let other, _)): one == other
      default: false
      }
    }
    return root.map { "\($0.impact.tasks) \($0.impact.tasks == 1 ? "task waits" : "tasks wait") for it" }
  }

  /// Below this, steps are indented no further: no terminal is so wide, and a long chain would be mostly blanks.
  private static let deepest = 24

  private func steps(_ chain: WaitChain, from node: Int) -> [String] {
    var lines = ["   \(sentence.task(node))"]
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
