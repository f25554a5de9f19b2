import SprintEmitters
import SprintLinker
import SprintTesting
import Testing

/// What Graphviz makes of links, legends and large graphs.
struct DotSelectionTests {
  private static let header =
    "| # | Task ID | Status | Key dependency / next step |\n| --- | --- | --- | --- |\n"

  private func view(_ documents: KeyValuePairs<String, String>, _ selection: GraphSelection = GraphSelection())
    -> GraphView
  {
    GraphView(GraphAnalysis(Documents.workspace(documents)), selection)
  }

  @Test func `a task leads to its file and line, whatever the file is called`() async throws {
    let drawing = try await Drawing(
      DotEmitter.dot(
        view(["a b/SPRINT_#1 \"x\":%.md": Self.header + "| 1 | A-1-1 | TODO | None |\n| 2 | A-1-2 | TODO | None |\n"])))
    #expect(drawing.links["A-1-1"] == "a%20b/SPRINT_%231%20%22x%22%3A%25.md#L3")
    #expect(drawing.links["A-1-2"] == "a%20b/SPRINT_%231%20%22x%22%3A%25.md#L4")
  }

  @Test func `the legend explains what occurs, and nothing else`() async throws {
    let text = Self.header + "| 1 | A-1-1 | TODO | A-1-2 |\n| 2 | A-1-2 | BLOCKED | A-1-1 + a key |\n"
    let drawing = try await Drawing(DotEmitter.dot(view(["SPRINT_10.md": text])))
    #expect(drawing.legend.sorted() == ["blocked", "blocker that is no task", "lines", "to do"])
    let whole = try await Drawing(DotEmitter.dot(view(["SPRINT_10.md": text], GraphSelection(isCollapsed: true))))
    #expect(whole.nodes == ["SPRINT_10.md"])
    #expect(whole.shapes == ["SPRINT_10.md": "folder"])
  }

  /// Tasks in sprints of 25, each with some dependencies on earlier ones; now and then on any.
  private func generated(tasks: Int, dependencies: Int) -> Workspace {
    var random = SeededGenerator(7)
    func id(_ task: Int) -> String { "APP-\(100 + task / 25)-\(task % 25 + 1)" }
    var files: [(String, String)] = []
    for start in stride(from: 0, to: tasks, by: 25) {
      var text = Self.header
      for task in start..<min(start + 25, tasks) {
        let others = (0..<(task == 0 ? 0 : dependencies)).map { _ in
          id(random.once(in: 4) ? random.number(0...(task - 1)) : random.number(max(0, task - 25)...(task - 1)))
        }
        text +=
          "| \(task) | \(id(task)) | TODO | \(others.isEmpty ? "None" : "Depends on " + others.joined(separator: ", ")) |\n"
      }
      files.append(("SPRINT_\(100 + start / 25).md", text))
    }
    return Documents.workspace(of: files.map { "<!-- file: \($0.0) -->\n\($0.1)" }.joined())
  }

  @Test(arguments: [1, 2]) func `two thousand tasks are drawn in half a minute`(dependencies: Int) async throws {
    let view = GraphView(GraphAnalysis(generated(tasks: 2000, dependencies: dependencies)))
    #expect(view.nodes.count == 2000)
    #expect(!DotEmitter.isTooLarge(view))
    let svg = try await Drawing.svg(DotEmitter.dot(view), seconds: 30)
    #expect(svg.firstRange(of: Array("APP&#45;179&#45;25".utf8)) != nil)
  }

  @Test func `a graph that takes too long is too large, and its sprints are not`() {
    let analysis = GraphAnalysis(generated(tasks: 2500, dependencies: 5))
    #expect(DotEmitter.isTooLarge(GraphView(analysis)))
    #expect(!DotEmitter.isTooLarge(GraphView(analysis, GraphSelection(isCollapsed: true))))
  }
}
