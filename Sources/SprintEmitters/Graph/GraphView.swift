package import SprintLinker
package import SprintModel
import SprintSource

/// What a drawing of the dependencies shows, whatever language it is written in.
///
/// An edge leads from a dependency to what waits for it, so that work flows with the arrows.
package struct GraphView: Sendable {
  /// What a node looks like: shape and colour both tell it.
  package enum Look: Hashable, Sendable {
    case state(TaskState)
    /// A blocker that is no task.
    case external
    /// A name that nothing has, or several things have.
    case unknown
    /// A whole sprint, by the state that most needs to be seen.
    case sprint(TaskState)
  }

  package struct Node: Sendable {
    package let name: String
    /// The lines of the label.
    package let label: [String]
    package let look: Look
    package let tooltip: String
    /// A file and a line of it.
    package let link: (path: String, line: Int)?
    package let isFocus: Bool
  }

  /// The tasks of a sprint.
  package struct Cluster: Sendable {
    package let title: String
    package let nodes: [Node]
  }

  package struct Edge: Sendable {
    package enum Kind: Sendable {
      case plain
      /// Part of a cycle.
      case cycle
      /// From something that is no known task, or between sprints as a whole.
      case loose
    }

    package let from: String
    package let to: String
    package let kind: Kind
    /// The number of dependencies between two sprints.
    package let label: String?
  }

  package private(set) var clusters: [Cluster] = []
  /// Nodes that belong to no sprint, or to one that the run is not about.
  package private(set) var others: [Node] = []
  package private(set) var edges: [Edge] = []

  package var nodes: [Node] { clusters.flatMap(\.nodes) + others }
  /// Each look that occurs, in a fixed order.
  package var looks: [Look] {
    let found = Set(nodes.map(\.look))
    let states = TaskState.allCases.flatMap { [Look.state($0), .sprint($0)] }
    return (states + [.external, .unknown]).filter(found.contains)
  }

  package init(_ analysis: GraphAnalysis, _ selection: GraphSelection = GraphSelection()) {
    var items = GraphItems(analysis)
    items.keep(selection)
    if selection.isCollapsed {
      (others, edges) = SprintDrawing(analysis, items, isWhole: selection.focus == nil && !selection.isBlockedOnly)
        .drawn()
    } else {
      draw(TaskDrawing(analysis, items, focus: Set(selection.focus ?? [])))
    }
  }

  private mutating func draw(_ drawing: TaskDrawing) {
    clusters = drawing.clusters()
    others = drawing.others()
    edges = drawing.edges()
  }
}

/// One node for each task.
private struct TaskDrawing {
  private let analysis: GraphAnalysis
  private let items: GraphItems
  private let focus: Set<Int>
  /// By node, the knot of tasks that wait for each other in which it lies.
  private let knots: [Int: Int]

  private var workspace: Workspace { analysis.workspace }

  init(_ analysis: GraphAnalysis, _ items: GraphItems, focus: Set<Int>) {
    self.analysis = analysis
    self.items = items
    self.focus = focus
    knots = analysis.knots
  }

  /// An id that several sprints declare stands in the first that the run is about.
  func clusters() -> [GraphView.Cluster] {
    var members: [Int: [(index: TaskIndex, node: Int)]] = [:]
    for case .task(let node) in items.items {
      guard let index = workspace.mainDeclaration(node), workspace.isSelected(index.sprint) else { continue }
      members[index.sprint, default: []].append((index, node))
    }
    return members.sorted { $0.key < $1.key }.map { sprint, members in
      GraphView.Cluster(
        title: workspace.sprints[sprint].heading,
        nodes: members.sorted { $0.index < $1.index }.map { task($0.node, $0.index) })
    }
  }

  private func task(_ node: Int, _ index: TaskIndex) -> GraphView.Node {
    let (task, sprint) = (workspace.task(index), workspace.sprint(of: index))
    let owners = task.owners.map(\.name.value).joined(separator: ", ")
    let state = task.state == .unknown ? task.status.text.value : task.state.word
    let date = task.status.date.map { " (\($0.value))" } ?? ""
    let tooltip = [task.definition?.value ?? task.id.value.text, owners].filter { !$0.isEmpty }.joined(separator: "\n")
    return GraphView.Node(
      name: task.uid, label: ([task.id.value.text] + (state + date).wrapped).filter { !$0.isEmpty },
      look: .state(task.state),
      tooltip: tooltip, link: (sprint.path, workspace.files[sprint.file].position(at: task.range.lower).line),
      isFocus: focus.contains(node))
  }

  func others() -> [GraphView.Node] {
    items.items.compactMap { item in
      if case .task(let node) = item {
        guard let index = workspace.mainDeclaration(node), !workspace.isSelected(index.sprint) else { return nil }
        return task(node, index)
      }
      guard let target = items.targets[item], let name = name(of: item) else { return nil }
      let words = analysis.name(of: target)
      func node(_ label: [String], _ look: GraphView.Look, _ tooltip: String) -> GraphView.Node {
        GraphView.Node(name: name, label: label, look: look, tooltip: tooltip, link: nil, isFocus: false)
      }
      switch target {
      case .task: return nil
      case .external: return node(words.wrapped, .external, "a blocker that is no task")
      case .unknown: return node(words.wrapped + ["unresolved"], .unknown, "no task or sprint is called so")
      case .ambiguous(_, let candidates):
        let meant = candidates.map { workspace.symbols.uids[$0] }.joined(separator: ", ")
        return node(words.wrapped + ["ambiguous"], .unknown, "may mean \(meant)")
      case .sprint(let sprint):
        return SprintDrawing.node(
          workspace.sprints[sprint], Statistics.Counts(workspace.sprints[sprint].tasks.map(\.state)), name)
      }
    }
  }

  func edges() -> [GraphView.Edge] {
    items.links.compactMap { link in
      guard let from = name(of: link.dependency), let to = name(of: link.dependent) else { return nil }
      var kind = GraphView.Edge.Kind.loose
      if case (.task(let one), .task(let other)) = (link.dependency, link.dependent) {
        kind = knots[one] != nil && knots[one] == knots[other] ? .cycle : .plain
      }
      return GraphView.Edge(from: from, to: to, kind: kind, label: nil)
    }
  }

  /// What is no task is told from a task by a word in front.
  private func name(of item: GraphItem) -> String? {
    switch item {
    case .task(let node): workspace.symbols.uids[node]
    case .sprint(let sprint): "sprint: \(workspace.sprints[sprint].slug)"
    case .external: items.targets[item].map { "external: \(analysis.name(of: $0).singleSpaced)" }
    case .unknown: items.targets[item].map { "unknown: \(analysis.name(of: $0).singleSpaced)" }
    }
  }
}

extension GraphAnalysis {
  /// By node, the number of the knot of tasks that wait for each other in which it lies.
  var knots: [Int: Int] {
    var knots: [Int: Int] = [:]
    for (number, cycle) in cycles.enumerated() {
      for member in cycle.members { knots[member] = number }
    }
    return knots
  }
}

extension Workspace {
  /// The first declaration in a sprint that the run is about, else the first.
  func mainDeclaration(_ node: Int) -> TaskIndex? {
    symbols.declarations[node].first { isSelected($0.sprint) } ?? declaration(node)
  }
}

extension Sprint {
  /// What a drawing calls it.
  var heading: String { title?.value ?? slug }
}

extension String {
  /// The text in lines that a node has room for, broken between words.
  var wrapped: [String] {
    var lines: [String] = []
    for word in split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, last.count + word.count < 36 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
