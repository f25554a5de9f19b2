import ArgumentParser
import SprintDriver
import SprintEmitters
import SprintLinker

/// What of the graph is drawn.
struct DrawingOptions: ParsableArguments {
  enum Collapse: String, ExpressibleByArgument, CaseIterable { case sprint, never }

  @Option(help: "Only this task, what it waits for and what waits for it; with commas, several.")
  var focus: String?

  @Option(help: "The number of steps from the focus, each way; without it, all.")
  var depth: Int?

  @Flag(help: "Only blocked tasks and what they wait for.")
  var blocked = false

  @Option(help: "One node for each sprint; never: not even where the graph is too large to be drawn.")
  var collapse: Collapse?

  var isUsed: Bool { focus != nil || depth != nil || blocked || collapse != nil }

  func validate() throws {
    if depth != nil, focus == nil { throw ValidationError("--depth belongs to --focus") }
    if let depth, depth < 0 { throw ValidationError("--depth is a number of steps: 0 or more") }
  }

  /// What is drawn; a graph that the language is not made for is drawn by sprints, and standard error says so.
  func view(_ workspace: Workspace, _ language: String, isTooLarge: (GraphView) -> Bool) throws -> GraphView {
    let analysis = GraphAnalysis(workspace)
    var selection = GraphSelection(
      focus: try focus.map { try workspace.tasks(inList: $0) }, depth: depth, isBlockedOnly: blocked,
      isCollapsed: collapse == .sprint)
    let view = GraphView(analysis, selection)
    guard collapse == nil, isTooLarge(view) else { return view }
    selection.isCollapsed = true
    Output.complain(
      """
      note: \(view.nodes.count) nodes and \(view.edges.count) edges are more than \(language) draws well: drawn by sprints; \
      --focus and --blocked draw less, --collapse never draws all
      """)
    return GraphView(analysis, selection)
  }
}
