import SprintEmitters
import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

struct MermaidEmitterTests {
  private static let header = "| # | Task ID | Status | Key dependency / next step |\n| --- | --- | --- | --- |\n"

  private func view(_ documents: KeyValuePairs<String, String>, _ selection: GraphSelection = GraphSelection())
    -> GraphView
  {
    GraphView(GraphAnalysis(Documents.workspace(documents)), selection)
  }

  @Test func `tasks stand in the frames of their sprints, in the shapes of their states`() throws {
    let text =
      "# Sprint 10 · App\n\n" + Self.header
      + [
        "A-1-1 | DONE | None", "A-1-2 | BLOCKED | A-1-1 + a key", "A-1-3 | DOING | A-1-4", "A-1-4 | TODO | A-1-3",
        "A-1-5 | REVIEW | XY-9-9",
        "A-1-6 | CANCELLED | None", "A-1-7 | odd | None",
      ].map { "| 1 | \($0) |\n" }.joined()
    let chart = try MermaidChart(MermaidEmitter.mermaid(view(["SPRINT_10.md": text])))
    #expect(chart.frames.map(\.title) == ["Sprint 10 · App", "Legend"])
    #expect(chart.frames.first?.nodes.count == 7)
    let shapes = Dictionary(
      chart.nodes.filter { $0.key.hasPrefix("n") }.map { ($0.value.label.first ?? "", $0.value.shape) }
    ) { one, _ in one }
    #expect(
      shapes == [
        "A-1-1": "()", "A-1-2": "[[]]", "A-1-3": "([])", "A-1-4": "[]", "A-1-5": "{{}}", "A-1-6": ">]", "A-1-7": "{}",
        "a key": "[//]", "XY-9-9": "[\\\\]",
      ])
    func name(_ node: String) -> String { chart.nodes[node]?.label.first ?? "?" }
    #expect(
      chart.edges.map { "\(name($0.from)) \($0.arrow) \(name($0.to))" } == [
        "A-1-1 --> A-1-2", "a key -.-> A-1-2", "A-1-4 ==> A-1-3", "A-1-3 ==> A-1-4", "XY-9-9 -.-> A-1-5",
      ])
  }

  @Test(arguments: HostileText.all.map(\.key)) func `hostile texts and names break nothing`(name: String) throws {
    let text = try #require(HostileText.all.first { $0.key == name }?.value)
    let chart = try MermaidChart(
      MermaidEmitter.mermaid(view(["SPRINT_10 \(text.replacing("/", with: "")).md": HostileText.tracker(text)])))
    #expect(chart.nodes.values.filter { ["A1", "A2"].contains($0.label.first) }.count == 2)
    #expect(chart.edges.count == 2)
  }

  @Test(arguments: [
    "1. one", "- two", "* three", "`four`", "a %% b", "%%{init: {}}%%", "style:a#b;", "a$$b$$", "end", "_x_", "ﬂ°°35¶ß",
  ])
  func `a text is never taken for markup, and reads as it was`(text: String) throws {
    let workspace = Documents.workspace([
      "SPRINT_10.md": "# \(text)\n\n" + Self.header + "| 1 | A-1-1 | TODO | None |\n"
    ])
    let title = try #require(workspace.sprints.first?.title?.value)
    let chart = try MermaidChart(MermaidEmitter.mermaid(GraphView(GraphAnalysis(workspace))))
    #expect(chart.frames.first?.title == title)
  }

  @Test(arguments: HostileText.all.map(\.key)) func `nothing in a chart is hidden`(name: String) throws {
    let text = try #require(HostileText.all.first { $0.key == name }?.value)
    let view = view(["SPRINT_10 \(text.replacing("/", with: "")).md": HostileText.tracker(text)])
    for chart in [MermaidEmitter.mermaid(view), DotEmitter.dot(view)] {
      #expect(String(decoding: chart, as: UTF8.self).unicodeScalars.allSatisfy { $0 == "\n" || !$0.isHidden })
    }
  }

  @Test(arguments: [3, 77, 150]) func `generated trackers have as many nodes and edges as the view`(seed: Int) throws {
    for seed in seed..<(seed + 10) {
      let view = view(["SPRINT_10.md": TrackerGenerator.tracker(seed: seed)])
      let chart = try MermaidChart(MermaidEmitter.mermaid(view))
      #expect(chart.nodes.keys.filter { $0.hasPrefix("n") }.count == Set(view.nodes.map(\.name)).count)
      #expect(chart.edges.count == view.edges.count)
    }
  }

  @Test func `sprints as nodes, and a focus`() throws {
    let documents: KeyValuePairs<String, String> = [
      "SPRINT_10.md": Self.header + "| 1 | A-1-1 | DONE | None |\n",
      "SPRINT_11.md": Self.header + "| 1 | B-1-1 | TODO | A-1-1 |\n",
    ]
    let collapsed = try MermaidChart(MermaidEmitter.mermaid(view(documents, GraphSelection(isCollapsed: true))))
    #expect(collapsed.edges.map(\.label) == ["1"])
    let focus = try MermaidChart(MermaidEmitter.mermaid(view(documents, GraphSelection(focus: [0], depth: 0))))
    #expect(focus.focus == ["n0"])
    #expect(focus.nodes["n0"]?.label == ["A-1-1", "DONE"])
  }

  @Test func `nothing makes an empty chart, and much is too large`() throws {
    #expect(try MermaidChart(MermaidEmitter.mermaid(view([:]))).nodes.isEmpty)
    let rows = (1...600).map { "| \($0) | A-\($0)-1 | TODO | \($0 > 1 ? "A-\($0 - 1)-1" : "None") |\n" }.joined()
    #expect(MermaidEmitter.isTooLarge(view(["SPRINT_10.md": Self.header + rows])))
    #expect(!MermaidEmitter.isTooLarge(view(["SPRINT_10.md": Self.header + rows], GraphSelection(isCollapsed: true))))
  }
}
