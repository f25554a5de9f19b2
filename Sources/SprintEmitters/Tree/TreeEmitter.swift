package import SprintLinker
import SprintModel
import SprintSource

/// Writes the document that shows what blocked tasks wait for: `BLOCKED_DEPENDENCY_TREE.md`.
///
/// What is generated stands between two markers; the rest of the document belongs to people. The first marker bears a
/// digest of what each input contributes, so that it can be told which of them moved.
package struct TreeEmitter {
  /// The version of the form, in the marker.
  package static let version = "1"
  package static let fileName = "BLOCKED_DEPENDENCY_TREE.md"

  private let analysis: GraphAnalysis
  private let facts: [BlockerFact]
  private let factsPath: String?
  private let names: TreeNames
  private var drawing: TreeDrawing
  private var inputs: TreeInputs
  private var usedFacts: Set<Int> = []
  /// By what a blocker is called, the first fact about it; and those that may be about several.
  private let factsByName: [[Character]: Int]
  private let patterns: [Int]

  /// Makes the tree of a workspace.
  ///
  /// - Parameters:
  ///   - analysis: of the workspace.
  ///   - paths: of the sprints, as the document is to show them.
  ///   - facts: what people know of blockers; of several that fit one, the first.
  ///   - factsPath: of the file that the facts come from.
  package init(_ analysis: GraphAnalysis, paths: [String], facts: [BlockerFact] = [], factsPath: String? = nil) {
    self.analysis = analysis
    self.facts = facts
    self.factsPath = factsPath
    let named = facts.indices.filter { facts[$0].pattern.isLiteral }
    factsByName = Dictionary(named.map { (facts[$0].pattern.folded, $0) }) { first, _ in first }
    patterns = facts.indices.filter { !facts[$0].pattern.isLiteral }
    names = TreeNames(analysis.workspace, paths: paths)
    drawing = TreeDrawing(analysis, TreeNames(analysis.workspace, paths: paths, isFenced: true))
    inputs = TreeInputs(analysis.workspace, paths: paths)
  }

  /// What is generated, and what of the facts was of use.
  package struct Result {
    /// From the first marker to the last, with `\n` at the end of each line but the last.
    package let region: String
    /// The places of the facts that no blocker took.
    package let unusedFacts: [Int]
  }

  package mutating func result() -> Result {
    let body = body()
    let lines = ["<!-- sprintmark:begin tree \(Self.version) \(inputs.digest)"] + inputs.lines + ["-->", ""]
    let region = (lines + body + ["", "<!-- sprintmark:end -->"]).joined(separator: "\n")
    return Result(region: region, unusedFacts: facts.indices.filter { !usedFacts.contains($0) })
  }

  /// A new document around a region.
  package static func document(_ region: String, named name: String) -> String {
    """
    # Blocked dependency tree

    > What blocked tasks wait for in the end, and all that waits with them. `sprintmark tree` makes it from the trackers;
    > it replaces what stands between the two markers and leaves everything else as it is.

    ## How to use this document

    1. Look for the id of your task. If it is here, everything above it in its tree has to be done before it.
    2. The section that the task stands in names the root blocker, and, where it is known, who removes it and how.
    3. Remove root blockers in the order of the sections: the first holds up the most tasks.
    4. Change states in the trackers, not here; then run `sprintmark tree --write \(TreeNames.plain(name))`.

    \(region)

    """
  }

  // MARK: Sections

  private mutating func body() -> [String] {
    let roots = analysis.rootBlockers
    let cycles = analysis.openCycles
    if analysis.blocked.isEmpty, cycles.isEmpty { return ["Nothing is blocked."] }
    var lines = legend + [""] + summary(roots)
    for (place, root) in roots.enumerated() { lines += [""] + section(root, number: place + 1) }
    if !analysis.staleBlocks.isEmpty { lines += [""] + staleBlocks() }
    if !cycles.isEmpty { lines += [""] + self.cycles(cycles) }
    return lines
  }

  private var legend: [String] {
    [
      "## Legend", "",
      "- **Root blocker**: what tasks wait for in the end. It waits for nothing that is open.",
      "- `+--`: waits for what stands above it, one step further to the left.",
      "- `(see 2)`: waits for this too, and is drawn in section 2; `(above)`: is drawn further up in the same section.",
      "- `(continued below)`: what waits for it is drawn in a tree of its own.",
    ]
  }

  private func summary(_ roots: [RootBlocker]) -> [String] {
    let workspace = analysis.workspace
    let sprints = Set(analysis.blocked.compactMap { workspace.declaration($0)?.sprint })
    let chain = analysis.longestChain
    let path = chain.count > 1 ? ": " + Self.path(chain.map(names.id), ends: 3) : ""
    return [
      "## Summary", "",
      "| Measure | Value |",
      "| --- | --- |",
      "| Blocked tasks | \(analysis.blocked.count) |",
      "| Sprints with blocks | \(sprints.count) of \(workspace.sprints.count) |",
      "| Root blockers | \(roots.count) |",
      "| Longest chain of open tasks | \(TreeNames.counted(chain.count, "task"))\(path) |",
    ]
  }

  private mutating func section(_ root: RootBlocker, number: Int) -> [String] {
    let fact = fact(for: root)
    let title = fact?.title ?? names.title(of: root)
    let category = fact?.category.map { " — \(names.words($0))" } ?? ""
    var lines = ["## \(number). \(names.words(title))\(category)", ""]
    lines += ["**Root blocker:** \(description(of: root, hasTitle: fact?.title != nil))", ""]
    lines += drawing.trees(of: root, section: number) { inputs.add($0) } + [""]
    lines.append("**Impact:** \(impact(of: root))")
    if let fact, let advice = advice(fact) { lines += ["", "**To unblock:** \(advice)"] }
    inputs.add(root)
    return lines
  }

  private mutating func fact(for root: RootBlocker) -> BlockerFact? {
    let name = WordPattern.folded(root.name)
    let pattern = patterns.first { facts[$0].pattern.matches(folded: name) }
    guard let place = [factsByName[name], pattern].compactMap(\.self).min() else { return nil }
    usedFacts.insert(place)
    let fact = facts[place]
    if let factsPath {
      inputs.add(
        [root.name, fact.title, fact.category, fact.owner, fact.unblock, fact.eta].map { $0 ?? "" }, of: factsPath)
    }
    return fact
  }

  private func advice(_ fact: BlockerFact) -> String? {
    let who = [fact.owner, fact.eta].compactMap(\.self).joined(separator: ", ")
    guard let unblock = fact.unblock else { return who.isEmpty ? nil : names.words(who) }
    return names.words(unblock + (who.isEmpty ? "" : " (\(who))"))
  }

  private func description(of root: RootBlocker, hasTitle: Bool) -> String {
    let workspace = analysis.workspace
    let words = hasTitle ? names.words(root.name) + ": " : ""
    switch root.cause {
    case .task(let node):
      let isBlocked = workspace.states(node).contains(.blocked)
      let reason = isBlocked ? ", blocked, and no blocker is named that is open" : ""
      return "the task \(names.place(of: node))\(reason)"
    case .external: return "\(words)external, named in \(names.places(of: root.sources))"
    case .unknown:
      return "\(words)\(names.mystery(of: root)), named in \(names.places(of: root.sources))"
    case .sprint(let index):
      let tasks = workspace.sprints[index].tasks
      let open = tasks.count { !$0.state.isClosed }
      let part = "\(open) of \(TreeNames.counted(tasks.count, "task")) \(open == 1 ? "is" : "are") open"
      return "\(words)the sprint \(names.path(of: index)), in which \(part), named in \(names.places(of: root.sources))"
    case .cycle(let nodes):
      let first = nodes.first.map(names.place) ?? ""
      return "\(TreeNames.counted(nodes.count, "task")) wait for each other, first \(first)"
    }
  }

  private func impact(of root: RootBlocker) -> String {
    let impact = root.impact
    guard impact.tasks > 0 else { return "no other task" }
    let scope = "\(TreeNames.counted(impact.tasks, "task")) in \(TreeNames.counted(impact.sprints, "sprint"))"
    let blocked = impact.blocked < impact.tasks ? ", \(impact.blocked) of them blocked" : ""
    let owners = impact.owners.map { "\(names.words($0.name)) \($0.tasks)" }.joined(separator: ", ")
    return scope + blocked + (owners.isEmpty ? "" : " (\(owners))")
  }

  // MARK: Stale blocks and cycles

  private mutating func staleBlocks() -> [String] {
    let workspace = analysis.workspace
    var lines = [
      "## Stale blocks", "",
      "Blocked, though all that they depend on is done. Set them to TODO or DOING, or name what still blocks them.", "",
    ]
    for block in analysis.staleBlocks {
      let nodes = block.tasks.map(workspace.symbols.node(of:))
      for node in nodes + block.dependencies { inputs.add(node) }
      let evidence = block.dependencies.map(names.evidence).joined(separator: ", ")
      lines += nodes.map { "- \(names.place(of: $0)): \(evidence)" }
    }
    return lines
  }

  private mutating func cycles(_ cycles: [DependencyCycle]) -> [String] {
    let edges = analysis.openGraph.edges
    var lines = [
      "## Cycles", "", "Tasks that wait for each other: none of them can be done before one of these is cut.", "",
    ]
    for cycle in cycles {
      for node in cycle.members { inputs.add(node) }
      let path = cycle.path.map { names.id(edges[$0].from) }
      let cut = cycle.cut.map { "\(names.id(edges[$0].from)) → \(names.id(edges[$0].to))" }.joined(separator: ", ")
      let more = cycle.members.count > cycle.path.count ? " (of \(cycle.members.count) tasks)" : ""
      lines.append("- \(Self.path(path + path.prefix(1), ends: 6))\(more); cut \(cut)")
    }
    return lines
  }

  /// A path, of which the middle is left out where it is long.
  private static func path(_ ids: [String], ends: Int) -> String {
    let shown = ids.count > 2 * ends ? ids.prefix(ends) + ["…"] + ids.suffix(ends) : ids[...]
    return shown.joined(separator: " → ")
  }
}
