import SprintModel

/// What follows from the dependencies of a workspace.
///
/// All of it is found in time linear in the tasks and dependencies, but for the impact of the root blockers (see
/// ``ImpactCounter``), with stacks of its own. An id that several sprints declare is closed where each of them closes
/// it, and open otherwise; a task whose state is not known is open.
package struct GraphAnalysis: Sendable {
  package let workspace: Workspace
  /// By node.
  package let isOpen: [Bool]
  /// Each knot of tasks that wait for each other, with a shortest cycle and the smallest cut.
  package let cycles: [DependencyCycle]
  /// All nodes, each after what it depends on. Dependencies that ``DependencyCycle/cut`` names count for nothing here:
  /// without them there is no cycle. Otherwise a walk in depth in the order of the files.
  package let order: [Int]
  /// The longest chain of open tasks, each of which depends on the one before it; of several the first in the order.
  /// Where it would run through a cycle, it stops where the cycle is cut.
  package let longestChain: [Int]
  /// In the order of their impact.
  package let rootBlockers: [RootBlocker]
  package let staleBlocks: [StaleBlock]
  /// The open tasks that are to do and could be begun: nothing that they name is open, unknown, ambiguous or no task.
  package let ready: [Int]
  /// The open tasks that are blocked.
  package let blocked: [Int]
  package let sprints: SprintGraph
  /// The open tasks, and what they depend on among each other. Its nodes are those of the workspace's graph.
  package let openGraph: DependencyGraph
  /// The knots of the open tasks: where one of a cycle is done, it holds up nobody.
  package let openCycles: [DependencyCycle]
  /// By sprint, whether anything in it is open.
  let isSprintOpen: [Bool]
  /// The sprints of each name.
  let sprintsBySlug: [String: [Int]]
  private let incoming: Adjacency
  private let openIncoming: Adjacency
  /// By node, the places of the root blockers that it is or that it names.
  private let rootsAt: [Int: [Int]]

  package init(_ workspace: Workspace) {
    self.workspace = workspace
    let graph = workspace.graph
    let nodes = 0..<graph.nodeCount
    let isOpen = nodes.map { !workspace.isClosed($0) }
    self.isOpen = isOpen
    cycles = graph.cycles()
    order = graph.order(without: Set(cycles.flatMap(\.cut)))
    incoming = Adjacency(nodeCount: graph.nodeCount, ends: graph.edges.lazy.map(\.to))
    let open = DependencyGraph(
      nodeCount: graph.nodeCount, edges: graph.edges.filter { isOpen[$0.from] && isOpen[$0.to] })
    openGraph = open
    openCycles = cycles.isEmpty || open.edges.count == graph.edges.count ? cycles : open.cycles()
    isSprintOpen = workspace.sprints.map { sprint in sprint.tasks.contains { !$0.state.isClosed } }
    sprintsBySlug = Dictionary(grouping: workspace.sprints.indices) { workspace.sprints[$0].slug }
    openIncoming = Adjacency(nodeCount: open.nodeCount, ends: open.edges.lazy.map(\.to))
    longestChain = Self.longestChain(open, order, isOpen)
    staleBlocks = workspace.staleBlocks()
    blocked = nodes.filter { isOpen[$0] && workspace.states($0).contains(.blocked) }
    sprints = SprintGraph(workspace)
    let condensation = open.condensation()
    let finder = RootFinder(workspace, open, openIncoming, condensation, isOpen: isOpen, isSprintOpen: isSprintOpen)
    let stale = staleBlocks.flatMap(\.tasks).map(workspace.symbols.node(of:))
    rootBlockers = finder.roots(besides: Set(stale))
    ready = nodes.filter { workspace.states($0) == [.todo] && open.edges(from: $0).isEmpty && !finder.namesForeign($0) }
    var rootsAt: [Int: [Int]] = [:]
    for (place, root) in rootBlockers.enumerated() {
      if case .task(let node) = root.cause {
        rootsAt[node, default: []].append(place)
      } else {
        for node in root.waiting { rootsAt[node, default: []].append(place) }
      }
    }
    self.rootsAt = rootsAt
  }

  /// The places, among the edges of the workspace's graph, of what depends on a task.
  package func edges(to node: Int) -> EdgePlaces { incoming[node] }

  /// The tasks that depend on a task, in the order of the files.
  package func dependents(of node: Int) -> [Int] {
    Set(incoming[node].map { workspace.graph.edges[$0].from }).sorted()
  }

  /// The open tasks that depend on an open task, in the order of the files.
  package func openDependents(of node: Int) -> [Int] {
    Set(openIncoming[node].map { openGraph.edges[$0].from }).sorted()
  }

  /// All tasks that depend on a task, at once or through others, in the order of the nodes; not the task itself, unless
  /// it lies on a cycle.
  package func allDependents(of node: Int) -> [Int] {
    reached(from: [node]) { node in incoming[node].map { workspace.graph.edges[$0].from } }
  }

  /// All tasks that a task depends on, likewise.
  package func allDependencies(of node: Int) -> [Int] {
    reached(from: [node]) { node in workspace.graph.edges(from: node).map { workspace.graph.edges[$0].to } }
  }

  /// The places, in ``rootBlockers``, of what a task waits for in the end: found from a blocked task, or from one that
  /// waits for one. A task that is a root blocker has itself.
  package func roots(of node: Int) -> [Int] {
    guard isOpen[node] else { return [] }
    let below = reached(from: [node]) { node in openGraph.edges(from: node).map { openGraph.edges[$0].to } }
    return Set((below + [node]).flatMap { rootsAt[$0] ?? [] }).sorted()
  }

  private func reached(from starts: [Int], by step: (Int) -> [Int]) -> [Int] {
    var seen: Set<Int> = []
    var next = starts
    while let node = next.popLast() {
      for target in step(node) where seen.insert(target).inserted { next.append(target) }
    }
    return seen.sorted()
  }

  private static func longestChain(_ graph: DependencyGraph, _ order: [Int], _ isOpen: [Bool]) -> [Int] {
    var length = [Int](repeating: 0, count: graph.nodeCount)
    var before = [Int](repeating: -1, count: graph.nodeCount)
    var end = -1
    for node in order where isOpen[node] {
      length[node] = 1
      for edge in graph.edges(from: node) {
        // A dependency that has no length yet lies across a cut.
        let target = graph.edges[edge].to
        guard length[target] >= length[node] else { continue }
        length[node] = length[target] + 1
        before[node] = target
      }
      if end < 0 || length[node] > length[end] { end = node }
    }
    var chain: [Int] = []
    while end >= 0 {
      chain.append(end)
      end = before[end]
    }
    return chain.reversed()
  }
}

extension DependencyGraph {
  /// All nodes, each after what it depends on, where the edges without which there is no cycle are left out.
  func order(without cut: Set<Int>) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(nodeCount)
    var isSeen = [Bool](repeating: false, count: nodeCount)
    var frames: [(node: Int, edges: EdgePlaces)] = []
    for root in 0..<nodeCount where !isSeen[root] {
      isSeen[root] = true
      frames.append((root, edges(from: root)))
      while let node = frames.last?.node {
        guard let edge = frames[frames.count - 1].edges.popFirst() else {
          order.append(node)
          frames.removeLast()
          continue
        }
        let target = edges[edge].to
        guard !isSeen[target], !cut.contains(edge) else { continue }
        isSeen[target] = true
        frames.append((target, edges(from: target)))
      }
    }
    return order
  }
}
