import SprintModel
import SprintSource

/// Counts what waits for each of many nodes.
///
/// Sixty-four blockers are followed at once, a bit each, over the tasks that wait for any of them. For B blockers that
/// takes at most B/64 walks over the whole graph, and one over each part of it where few tasks have more than one
/// blocker. (No way is known to count what can be reached from each node of a graph in linear time.)
struct ImpactCounter {
  private let workspace: Workspace
  private let graph: DependencyGraph
  private let dependents: Adjacency
  private let condensation: Condensation
  /// By component, the blockers of the walk that it waits for, and the walk in which it was seen last.
  private var masks: [UInt64]
  private var seen: [Int]
  private var owners: [String: Int] = [:]
  private var names: [String] = []

  init(_ workspace: Workspace, _ graph: DependencyGraph, _ dependents: Adjacency, _ condensation: Condensation) {
    self.workspace = workspace
    self.graph = graph
    self.dependents = dependents
    self.condensation = condensation
    masks = [UInt64](repeating: 0, count: condensation.count)
    seen = [Int](repeating: -1, count: condensation.count)
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

  private mutating func count(_ reached: [Int], blockers: Int) -> [RootBlocker.Impact] {
    var tasks = BitCounters()
    var blocked = BitCounters()
    var sprints: [Int: UInt64] = [:]
    var byOwner: [Int: BitCounters] = [:]
    for component in reached {
      let mask = masks[component]
      for node in condensation.members(of: component) {
        tasks.add(mask)
        if workspace.states(node).contains(.blocked) { blocked.add(mask) }
        guard let index = workspace.declaration(node) else { continue }
        sprints[index.sprint, default: 0] |= mask
        for owner in Set(workspace.task(index).owners.map(\.name.value)) {
          byOwner[number(of: owner), default: BitCounters()].add(mask)
        }
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

  private mutating func number(of owner: String) -> Int {
    if let known = owners[owner] { return known }
    owners[owner] = names.count
    names.append(owner)
    return names.count - 1
  }
}
