import SprintLinker
import SprintModel
import SprintSource

/// Which part of the dependencies is drawn, and how finely.
package struct GraphSelection: Sendable {
  /// Only these tasks, what they wait for, and what waits for them; nil for all tasks.
  package var focus: [Int]?
  /// How many steps from the focus are drawn, each way; nil for all.
  package var depth: Int?
  /// Only blocked tasks and what they wait for.
  package var isBlockedOnly = false
  /// One node for each sprint.
  package var isCollapsed = false

  package init(focus: [Int]? = nil, depth: Int? = nil, isBlockedOnly: Bool = false, isCollapsed: Bool = false) {
    self.focus = focus
    self.depth = depth
    self.isBlockedOnly = isBlockedOnly
    self.isCollapsed = isCollapsed
  }
}

/// Something that a drawing has a node for.
enum GraphItem: Hashable {
  case task(Int)
  case sprint(Int)
  /// Words, without regard to case and to the width of the space between them.
  case external(String)
  case unknown(String)

  init(_ target: Prerequisite.Target) {
    func folded(_ text: String) -> String { text.singleSpaced.lowercased() }
    switch target {
    case .task(let node): self = .task(node)
    case .sprint(let sprint): self = .sprint(sprint)
    case .external(let words): self = .external(folded(words))
    case .unknown(let name), .ambiguous(let name, _): self = .unknown(folded(name))
    }
  }
}

/// The tasks that the run is about and all that they name, as a graph.
struct GraphItems {
  /// Each once, in the order in which they are come upon.
  private(set) var items: [GraphItem] = []
  /// What is meant by an item that is no task, where it comes first.
  private(set) var targets: [GraphItem: Prerequisite.Target] = [:]
  private(set) var links: [Link] = []
  private let analysis: GraphAnalysis

  struct Link: Hashable {
    let dependency: GraphItem
    let dependent: GraphItem
  }

  init(_ analysis: GraphAnalysis) {
    self.analysis = analysis
    let workspace = analysis.workspace
    var known: Set<GraphItem> = []
    var drawn: Set<Link> = []
    for sprint in workspace.selection {
      for place in workspace.sprints[sprint].tasks.indices {
        let index = TaskIndex(sprint: sprint, task: place)
        let node = workspace.symbols.node(of: index)
        if known.insert(.task(node)).inserted { items.append(.task(node)) }
        for prerequisite in analysis.prerequisites(of: index) {
          let item = GraphItem(prerequisite.target)
          if known.insert(item).inserted { items.append(item) }
          if targets[item] == nil { targets[item] = prerequisite.target }
          let link = Link(dependency: item, dependent: .task(node))
          if drawn.insert(link).inserted { links.append(link) }
        }
      }
    }
  }

  /// Leaves only what a selection is about.
  mutating func keep(_ selection: GraphSelection) {
    if let focus = selection.focus {
      let focus = Set(focus.map { GraphItem.task($0) })
      keep(
        reached(from: focus, steps: selection.depth, by: \.dependent, \.dependency)
          .union(reached(from: focus, steps: selection.depth, by: \.dependency, \.dependent)))
    }
    if selection.isBlockedOnly {
      let blocked = Set(analysis.blocked.map { GraphItem.task($0) })
      // A dependency that is done shows that it no longer blocks; what it had waited for itself does not matter.
      keep(reached(from: blocked, steps: nil, by: \.dependent, \.dependency) { $0.isOpen(in: analysis) })
    }
  }

  private mutating func keep(_ kept: Set<GraphItem>) {
    items.removeAll { !kept.contains($0) }
    links.removeAll { !kept.contains($0.dependency) || !kept.contains($0.dependent) }
  }

  /// What is reached along the links from one of their ends to the other, itself included.
  private func reached(
    from starts: Set<GraphItem>, steps: Int?, by near: KeyPath<Link, GraphItem>, _ far: KeyPath<Link, GraphItem>,
    through isPassed: (GraphItem) -> Bool = { _ in true }
  ) -> Set<GraphItem> {
    let links = Dictionary(grouping: links) { $0[keyPath: near] }
    var reached = starts
    var layer = Array(starts)
    var steps = steps ?? .max
    while !layer.isEmpty, steps > 0 {
      steps -= 1
      layer = layer.filter(isPassed).flatMap { links[$0] ?? [] }.map { $0[keyPath: far] }
        .filter { reached.insert($0).inserted }
    }
    return reached
  }
}

extension GraphItem {
  fileprivate func isOpen(in analysis: GraphAnalysis) -> Bool {
    if case .task(let node) = self { analysis.isOpen[node] } else { true }
  }
}
