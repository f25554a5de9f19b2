import SprintLinker
import SprintModel
import SprintSource

/// One node for each sprint, with the numbers of its tasks.
struct SprintDrawing {
  private let analysis: GraphAnalysis
  private let items: GraphItems
  /// Whether nothing was left out: then what sprints say of each other as a whole is drawn too.
  private let isWhole: Bool

  private var workspace: Workspace { analysis.workspace }

  init(_ analysis: GraphAnalysis, _ items: GraphItems, isWhole: Bool) {
    self.analysis = analysis
    self.items = items
    self.isWhole = isWhole
  }

  func drawn() -> ([GraphView.Node], [GraphView.Edge]) {
    var states: [Int: [TaskState]] = [:]
    for case .task(let node) in items.items {
      guard let index = workspace.mainDeclaration(node) else { continue }
      states[index.sprint, default: []].append(workspace.task(index).state)
    }
    var foreign: [Int: Set<GraphItem>] = [:]
    for link in items.links {
      guard let sprint = sprint(of: link.dependent) else { continue }
      switch link.dependency {
      case .external, .unknown: foreign[sprint, default: []].insert(link.dependency)
      case .task, .sprint: break
      }
    }
    let shown = states.keys.sorted()
    let nodes = shown.map { sprint in
      Self.node(
        workspace.sprints[sprint], Statistics.Counts(states[sprint] ?? []), name(of: sprint),
        external: foreign[sprint]?.count ?? 0)
    }
    return (nodes, edges(between: Set(shown)))
  }

  private func edges(between shown: Set<Int>) -> [GraphView.Edge] {
    struct Ends: Hashable { let dependency: Int, dependent: Int }
    var counts: [Ends: (count: Int, isInCycle: Bool)] = [:]
    let knots = analysis.knots
    for link in items.links {
      guard let from = sprint(of: link.dependency), let to = sprint(of: link.dependent), from != to,
        shown.contains(from)
      else { continue }
      let ends = Ends(dependency: from, dependent: to)
      var entry = counts[ends] ?? (0, false)
      if case (.task(let one), .task(let other)) = (link.dependency, link.dependent) {
        entry.count += 1
        entry.isInCycle = entry.isInCycle || (knots[one] != nil && knots[one] == knots[other])
      }
      counts[ends] = entry
    }
    for edge in analysis.sprints.edges where isWhole && edge.isDeclared && shown.isSuperset(of: [edge.from, edge.to]) {
      let ends = Ends(dependency: edge.to, dependent: edge.from)
      if counts[ends] == nil { counts[ends] = (0, false) }
    }
    return counts.sorted { ($0.key.dependency, $0.key.dependent) < ($1.key.dependency, $1.key.dependent) }.map {
      ends, entry in
      GraphView.Edge(
        from: name(of: ends.dependency), to: name(of: ends.dependent),
        kind: entry.isInCycle ? .cycle : entry.count > 0 ? .plain : .loose,
        label: entry.count > 0 ? "\(entry.count)" : nil)
    }
  }

  private func sprint(of item: GraphItem) -> Int? {
    switch item {
    case .task(let node): workspace.mainDeclaration(node)?.sprint
    case .sprint(let sprint): sprint
    case .external, .unknown: nil
    }
  }

  /// Files in different folders may have the same name, but not the same path.
  private func name(of sprint: Int) -> String { workspace.sprints[sprint].path }

  static func node(_ sprint: Sprint, _ counts: Statistics.Counts, _ name: String, external: Int = 0) -> GraphView.Node {
    let states = TaskState.allCases.filter { counts[$0] > 0 }
    let parts = states.map { "\(counts[$0]) \($0.short)" }.joined(separator: ", ")
    let tasks = "\(counts.total) \(counts.total == 1 ? "task" : "tasks")"
    let outside = external > 0 ? ["\(external) \(external == 1 ? "dependency" : "dependencies") outside"] : []
    return GraphView.Node(
      name: name, label: sprint.heading.wrapped + [tasks, parts].filter { !$0.isEmpty } + outside,
      look: .sprint(counts.weightiest), tooltip: sprint.path,
      link: (sprint.path, 1), isFocus: false)
  }
}

extension Statistics.Counts {
  /// The state that most needs to be seen.
  fileprivate var weightiest: TaskState {
    let order: [TaskState] = [.blocked, .doing, .review, .todo, .unknown]
    return order.first { self[$0] > 0 } ?? .done
  }
}

extension TaskState {
  /// A word for numbers: `3 blocked`.
  package var short: String {
    switch self {
    case .todo: "to do"
    case .review: "in review"
    case .doing, .blocked, .done, .cancelled, .unknown: rawValue
    }
  }
}
