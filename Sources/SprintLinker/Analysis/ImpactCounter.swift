import SprintModel
import SprintSource

/// Counts what waits for each of many nodes.
///
/// Sixty-four blockers are followed at once, a bit each, over the tasks that wait for any of them. For B blockers that
/// takes at most B/64 walks over the whole graph, and one over each part of it where few tasks have more than one
/// blocker. (No way is known to count what can be reached from each node of a graph in linear time.)
struct ImpactCounter {
  private let graph: DependencyGraph
  private let dependents: Adjacency
  private let condensation: Condensation
  /// By component, the blockers of the walk that it waits for, and the walk in which it was seen last.
  private var masks: [UInt64]
  private var seen: [Int]
  /// By node, what is counted of it.
  private let isBlocked: [Bool]
  private let sprints: [Int?]
  private let owners: [[Int]]
  /// By the number of an owner.
  private let names: [String]

  init(_ workspace: Workspace, _ graph: DependencyGraph, _ dependents: Adjacency, _ condensation: Condensation) {
    self.graph = graph
    self.dependents = dependents
    self.condensation = condensation
    masks = [UInt64](repeating: 0, count: condensation.count)
    seen = [Int](repeating: -1, count: condensation.count)
    let nodes = 0..<graph.nodeCount
    isBlocked = nodes.map { workspace.states($0).contains(.blocked) }
    sprints = nodes.map { workspace.declaration($0)?.sprint }
    var numbers: [String: Int] = [:]
    var names: [String] = []
    owners = nodes.map { node in
      let owners = workspace.declaration(node).map { workspace.task($0).owners.map(\.name.value) } ?? []
      let found = owners.map { owner in
        if let known = numbers[owner] { return known }
        numbers[owner] = names.count
        names.append(owner)
        return names.count - 1
      }
      return found.count < 2 ? found : Array(Set(found))
    }
    self.names = names
  }

  /// The impact of each blocker, by the nodes that wait for it at once.
  mutating func impacts(of waiting: [[Int]]) -> [RootBlocker.Impact] {
    var impacts: [RootBlocker.Impact] = []
    for start in stride(from: 0, to: waiting.count, by: 64) {
      impacts += walk(Array(waiting[start..<min(start + 64, waiting.count)]), number: start)
    }
    return impacts
  }

  private mutating func walk(_ waiting: [[Int]], number: Int) -> [RootBlocker.Impact] {
    var reached: [Int] = []
    func visit(_ component: Int, _ mask: UInt64, _ seen: inout [Int], _ masks: inout [UInt64]) {
      if seen[component] != number {
        seen[component] = number
        masks[component] = 0
        reached.append(component)
      }
      masks[component] |= mask
    }
    for (bit, nodes) in waiting.enumerated() {
      for node in nodes { visit(condensation.component[node], 1 << UInt64(bit), &seen, &masks) }
    }
    var next = 0
    while next < reached.count {
      for node in condensation.members(of: reached[next]) {
        for edge in dependents[node] { visit(condensation.component[graph.edges[edge].from], 0, &seen, &masks) }
      }
      next += 1
    }
    // A component comes after all that it depends on, so each is complete before it is handed on.
    reached.sort()
    for component in reached {
      for node in condensation.members(of: component) {
        for edge in dependents[node] { masks[condensation.component[graph.edges[edge].from]] |= masks[component] }
      }
    }
    return count(reached, blockers: waiting.count)
  }

  private func count(_ reached: [Int], blockers: Int) -> [RootBlocker.Impact] {
    var tasks = BitCounters()
    var blocked = BitCounters()
    var sprints: [Int: UInt64] = [:]
    var byOwner: [Int: BitCounters] = [:]
    for component in reached {
      let mask = masks[component]
      for node in condensation.members(of: component) {
        tasks.add(mask)
        if isBlocked[node] { blocked.add(mask) }
        if let sprint = self.sprints[node] { sprints[sprint, default: 0] |= mask }
        for owner in owners[node] { byOwner[owner, default: BitCounters()].add(mask) }
      }
    }
    var bySprint = BitCounters()
    for mask in sprints.values { bySprint.add(mask) }
    return (0..<blockers).map { bit in
      let owners = byOwner.compactMap { owner, counters in
        counters[bit] > 0 ? RootBlocker.Impact.Owner(name: names[owner], tasks: counters[bit]) : nil
      }
      return RootBlocker.Impact(
        tasks: tasks[bit], blocked: blocked[bit], sprints: bySprint[bit],
        owners: owners.sorted { ($1.tasks, $0.name) < ($0.tasks, $1.name) })
    }
  }
}
