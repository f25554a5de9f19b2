import SprintEmitters
import SprintLinker
import SprintModel
import SprintTesting
import Testing

struct GraphViewTests {
  /// Two chains, A1 ← A2 ← A3 ← B1 and A1 ← B2, a block by words, and a cycle.
  private static let documents: KeyValuePairs<String, String> = [
    "SPRINT_10.md": tracker(
      "A-1-1 | DONE | None", "A-1-2 | DONE | A-1-1", "A-1-3 | BLOCKED | A-1-2", "A-1-4 | TODO | A-1-5",
      "A-1-5 | TODO | A-1-4"),
    "SPRINT_11.md": tracker(
      "B-1-1 | BLOCKED | A-1-3 and  the  Key", "B-1-2 | DOING | A-1-1", "B-1-3 | BLOCKED | Needs the key"),
  ]

  private static func tracker(_ rows: String...) -> String {
    "| # | Task ID | Status | Key dependency / next step |\n| --- | --- | --- | --- |\n"
      + rows.enumerated().map { "| \($0 + 1) | \($1) |\n" }.joined()
  }

  private func view(_ selection: (GraphAnalysis) -> GraphSelection) -> GraphView {
    let analysis = GraphAnalysis(Documents.workspace(Self.documents))
    return GraphView(analysis, selection(analysis))
  }

  private func node(_ uid: String, _ analysis: GraphAnalysis) -> [Int] {
    analysis.workspace.symbols.node(uid).map { [$0] } ?? []
  }

  private func edges(_ view: GraphView) -> [String] { view.edges.map { "\($0.from) -> \($0.to)" }.sorted() }

  @Test func `everything is drawn where nothing is chosen`() {
    let view = view { _ in GraphSelection() }
    #expect(view.clusters.map(\.title) == ["SPRINT_10", "SPRINT_11"])
    #expect(
      view.clusters.map { $0.nodes.map(\.name) } == [
        ["A-1-1", "A-1-2", "A-1-3", "A-1-4", "A-1-5"], ["B-1-1", "B-1-2", "B-1-3"],
      ])
    #expect(view.others.map(\.name) == ["external: the Key"])
    #expect(view.edges.count == 8)
    #expect(view.edges.filter { $0.kind == .cycle }.map(\.from).sorted() == ["A-1-4", "A-1-5"])
    #expect(view.edges.filter { $0.kind == .loose }.map(\.to).sorted() == ["B-1-1", "B-1-3"])
  }

  @Test(arguments: [
    ("A-1-3", nil as Int?, ["A-1-1", "A-1-2", "A-1-3", "B-1-1"]), ("A-1-3", 1, ["A-1-2", "A-1-3", "B-1-1"]),
    ("A-1-3", 0, ["A-1-3"]), ("A-1-1", 1, ["A-1-1", "A-1-2", "B-1-2"]), ("A-1-4", 5, ["A-1-4", "A-1-5"]),
    ("B-1-3", 1, ["B-1-3", "external: the Key"]),
  ])
  func `a focus has what it waits for and what waits for it, so many steps away`(
    focus: String, depth: Int?, names: [String]
  ) {
    let view = view { GraphSelection(focus: node(focus, $0), depth: depth) }
    #expect(view.nodes.map(\.name).sorted() == names)
    #expect(view.nodes.filter(\.isFocus).map(\.name) == [focus])
  }

  @Test func `blocked tasks are drawn with what they wait for, and not what that had waited for`() {
    let view = view { _ in GraphSelection(isBlockedOnly: true) }
    #expect(view.nodes.map(\.name).sorted() == ["A-1-2", "A-1-3", "B-1-1", "B-1-3", "external: the Key"])
    #expect(
      edges(view) == [
        "A-1-2 -> A-1-3", "A-1-3 -> B-1-1", "external: the Key -> B-1-1", "external: the Key -> B-1-3",
      ])
  }

  @Test func `sprints are nodes with the numbers of their tasks`() {
    let view = view { _ in GraphSelection(isCollapsed: true) }
    #expect(view.clusters.isEmpty)
    #expect(
      view.nodes.map(\.label) == [
        ["SPRINT_10", "5 tasks", "2 to do, 1 blocked, 2 done"],
        ["SPRINT_11", "3 tasks", "1 doing, 2 blocked", "1 dependency outside"],
      ])
    #expect(view.nodes.map(\.look) == [.sprint(.blocked), .sprint(.blocked)])
    #expect(edges(view) == ["SPRINT_10.md -> SPRINT_11.md"])
    #expect(view.edges.first?.label == "2")
  }

  @Test func `a cycle between sprints is marked where they are nodes`() {
    let workspace = Documents.workspace([
      "SPRINT_10.md": Self.tracker("A-1-1 | TODO | B-1-1"), "SPRINT_11.md": Self.tracker("B-1-1 | TODO | A-1-1"),
    ])
    let view = GraphView(GraphAnalysis(workspace), GraphSelection(isCollapsed: true))
    #expect(view.edges.map(\.kind) == [.cycle, .cycle])
  }

  @Test func `a sprint that is named as a whole is a node`() {
    let workspace = Documents.workspace([
      "SPRINT_120_a.md": "# Sprint 120 · A\n\n" + Self.tracker("A-1-1 | TODO | None"),
      "SPRINT_121_b.md": "# Sprint 121 · B\n\n" + Self.tracker("B-1-1 | BLOCKED | Depends on Sprint 120"),
    ])
    let view = GraphView(GraphAnalysis(workspace))
    #expect(view.others.map(\.name) == ["sprint: SPRINT_120_a"])
    #expect(view.others.first?.link?.path == "SPRINT_120_a.md")
    #expect(edges(view) == ["sprint: SPRINT_120_a -> B-1-1"])
  }
}
