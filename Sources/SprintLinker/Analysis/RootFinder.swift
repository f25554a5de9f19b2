import SprintModel
import SprintSource

/// Finds what blocked tasks wait for in the end.
struct RootFinder {
  private let workspace: Workspace
  /// The open tasks and what they depend on among each other.
  private let graph: DependencyGraph
  private let dependents: Adjacency
  private let condensation: Condensation
  private let isOpen: [Bool]
  /// By sprint, whether anything in it is open.
  private let isSprintOpen: [Bool]

  init(
    _ workspace: Workspace, _ graph: DependencyGraph, _ dependents: Adjacency, _ condensation: Condensation,
    isOpen: [Bool], isSprintOpen: [Bool]
  ) {
    self.workspace = workspace
    self.graph = graph
    self.dependents = dependents
    self.condensation = condensation
    self.isOpen = isOpen
    self.isSprintOpen = isSprintOpen
  }

  /// In the order of their impact: by the number of tasks that wait, then by name.
  ///
  /// A task that is blocked for no reason any more is none, unless others wait for it.
  func roots(besides stale: Set<Int>) -> [RootBlocker] {
    let isUpstream = upstream()
    var found: [RootBlocker] = []
    // What is no task counts once a task that a blocked one waits for names it.
    var foreign: [Key: Foreign] = [:]
    var order: [Key] = []
    for node in 0..<graph.nodeCount where isOpen[node] {
      let named = foreignBlockers(of: node)
      for (key, cause, source) in named {
        if foreign[key] == nil { order.append(key) }
        foreign[key, default: Foreign(cause: cause)].sources.append(source)
        if foreign[key]?.waiting.last != node { foreign[key]?.waiting.append(node) }
        if isUpstream[node] { foreign[key]?.isUpstream = true }
      }
      if isUpstream[node], named.isEmpty, let root = root(at: node) { found.append(root) }
    }
    for key in order {
      guard let entry = foreign[key], entry.isUpstream else { continue }
      found.append(
        RootBlocker(cause: entry.cause, name: name(of: entry.cause), waiting: entry.waiting, sources: entry.sources))
    }
    var counter = ImpactCounter(workspace, graph, dependents, condensation)
    let impacts = counter.impacts(of: found.map(\.waiting))
    for (index, impact) in impacts.enumerated() { found[index].impact = impact }
    found.removeAll { root in
      guard case .task(let node) = root.cause else { return false }
      return stale.contains(node) && root.waiting.isEmpty
    }
    return found.sorted { one, other in
      (other.impact.tasks, one.name) < (one.impact.tasks, other.name)
    }
  }

  /// By node, whether it is blocked and open, or a blocked task waits for it.
  private func upstream() -> [Bool] {
    var isUpstream = (0..<graph.nodeCount).map { isOpen[$0] && workspace.states($0).contains(.blocked) }
    var next = isUpstream.indices.filter { isUpstream[$0] }
    while let node = next.popLast() {
      for edge in graph.edges(from: node) where !isUpstream[graph.edges[edge].to] {
        isUpstream[graph.edges[edge].to] = true
        next.append(graph.edges[edge].to)
      }
    }
    return isUpstream
  }

  /// The blocker that an open task is, or the cycle that begins with it; nil where it waits for something else.
  private func root(at node: Int) -> RootBlocker? {
    let component = condensation.component[node]
    let members = condensation.members(of: component)
    if members.count == 1 {
      guard graph.edges(from: node).isEmpty else { return nil }
      let waiting = Set(dependents[node].map { graph.edges[$0].from }).sorted()
      return RootBlocker(cause: .task(node), name: workspace.symbols.uids[node], waiting: waiting, sources: [])
    }
    guard node == members.first else { return nil }
    let waitsOnlyForItself = members.allSatisfy { member in
      foreignBlockers(of: member).isEmpty
        && graph.edges(from: member).allSatisfy { condensation.component[graph.edges[$0].to] == component }
    }
    guard waitsOnlyForItself else { return nil }
    let cycle = members.sorted()
    return RootBlocker(cause: .cycle(cycle), name: name(of: .cycle(cycle)), waiting: cycle, sources: [])
  }

  // MARK: What is no task

  private struct Foreign {
    let cause: RootBlocker.Cause
    var waiting: [Int] = []
    var sources: [RootBlocker.Source] = []
    var isUpstream = false
  }

  /// Whether a task names something that may hold it up and is no task.
  func namesForeign(_ node: Int) -> Bool { !foreignBlockers(of: node).isEmpty }

  /// What makes two blockers the same.
  private enum Key: Hashable {
    case external(String)
    case unknown(String)
    case sprint(Int)
  }

  private func foreignBlockers(of node: Int) -> [(Key, RootBlocker.Cause, RootBlocker.Source)] {
    var found: [(Key, RootBlocker.Cause, RootBlocker.Source)] = []
    for index in workspace.symbols.declarations[node] {
      let task = workspace.task(index)
      guard !task.dependencies.isEmpty else { continue }
      for (place, (reference, resolution)) in zip(task.dependencies, workspace.dependencies(of: index)).enumerated() {
        let source = RootBlocker.Source(task: index, reference: place)
        switch (reference.kind, resolution.method) {
        case (.none, _): break
        case (.external, _):
          let words = reference.text.value
          found.append((.external(Self.folded(words)), .external(words), source))
        case (.task, .ambiguous):
          let words = reference.text.value
          found.append((.unknown(Self.folded(words)), .unknown(words), source))
        case (_, .unresolved):
          let words = resolution.names.first ?? reference.text.value
          let name = reference.kind == .sprint ? "Sprint \(words)" : words
          found.append((.unknown(Self.folded(name)), .unknown(name), source))
        case (.sprint, _):
          for sprint in workspace.sprints(named: reference.text.value, besides: index.sprint) where isSprintOpen[sprint]
          {
            found.append((.sprint(sprint), .sprint(sprint), source))
          }
        case (.task, _): break
        }
      }
    }
    return found
  }

  /// Words without regard to case and to the width of the space between them.
  private static func folded(_ text: String) -> String {
    text.singleSpaced.lowercased()
  }

  private func name(of cause: RootBlocker.Cause) -> String {
    switch cause {
    case .task(let node): workspace.symbols.uids[node]
    case .external(let words), .unknown(let words): words
    case .sprint(let sprint): workspace.sprints[sprint].slug
    case .cycle(let nodes): nodes.first.map { workspace.symbols.uids[$0] } ?? ""
    }
  }
}
