import Foundation
import SprintEmitters
import SprintLinker
import SprintTesting
import Testing

struct DotEmitterTests {
  private static let header =
    "| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |\n| --- | --- | --- | --- | --- | --- |\n"

  private func tracker(_ rows: String...) -> String {
    Self.header + rows.enumerated().map { "| \($0 + 1) | \($1) |\n" }.joined()
  }

  private func drawn(_ documents: KeyValuePairs<String, String>) async throws -> Drawing {
    try await Drawing(DotEmitter.dot(GraphView(GraphAnalysis(Documents.workspace(documents)))))
  }

  @Test func `tasks are nodes, and edges lead from a dependency to what waits for it`() async throws {
    let drawing = try await drawn([
      "SPRINT_10.md": tracker("A-1-1 | DONE | None | App | A.", "A-1-2 | TODO | Depends on A-1-1 | App | A."),
      "SPRINT_11.md": tracker("B-1-1 | TODO | Depends on A-1-2 and A-1-1 | App | A."),
    ])
    #expect(drawing.nodes == ["A-1-1", "A-1-2", "B-1-1"])
    #expect(drawing.edges == ["A-1-1 -> A-1-2", "A-1-1 -> B-1-1", "A-1-2 -> B-1-1"])
    #expect(drawing.clusters == ["SPRINT_10": ["A-1-1", "A-1-2"], "SPRINT_11": ["B-1-1"]])
  }

  @Test func `what blocks from outside, and what nobody knows, is drawn too`() async throws {
    let drawing = try await drawn([
      "SPRINT_10.md": tracker(
        "A-1-001 | BLOCKED | Needs the licence server | App | A.", "B-1-001 | TODO | Depends on WEB-9-9 | App | A.",
        "C-2-001 | TODO | Depends on 1-001 | App | A.", "C-2-002 | BLOCKED | Needs the licence server | App | A.")
    ])
    #expect(
      drawing.nodes == [
        "A-1-001", "B-1-001", "C-2-001", "C-2-002", "external: the licence server", "unknown: 1-001",
        "unknown: WEB-9-9",
      ])
    #expect(
      drawing.edges == [
        "external: the licence server -> A-1-001", "external: the licence server -> C-2-002",
        "unknown: 1-001 -> C-2-001",
        "unknown: WEB-9-9 -> B-1-001",
      ])
  }

  @Test func `an id that two sprints declare is one node`() async throws {
    let drawing = try await drawn([
      "SPRINT_10.md": tracker("A-1-1 | DONE | None | App | A."),
      "SPRINT_11.md": tracker("A-1-1 | DONE | None | App | A.", "B1 | TODO | A-1-1 | App | A."),
    ])
    #expect(drawing.nodes == ["A-1-1", "SPRINT_11#B1"])
    #expect(drawing.edges == ["A-1-1 -> SPRINT_11#B1"])
    #expect(drawing.clusters == ["SPRINT_10": ["A-1-1"], "SPRINT_11": ["SPRINT_11#B1"]])
  }

  @Test func `each state has its shape, and the edges of a cycle their colour`() async throws {
    let drawing = try await drawn([
      "SPRINT_10.md": tracker(
        "A1 | TODO | A2 | App | A.", "A2 | DOING | A1 | App | A.", "A3 | REVIEW | A1 | App | A.",
        "A4 | BLOCKED | A1 | App | A.",
        "A5 | DONE | None | App | A.", "A6 | CANCELLED | None | App | A.", "A7 | odd | None | App | A.")
    ])
    #expect(
      drawing.shapes == [
        "SPRINT_10#A1": "box", "SPRINT_10#A2": "ellipse", "SPRINT_10#A3": "hexagon", "SPRINT_10#A4": "octagon",
        "SPRINT_10#A5": "box3d",
        "SPRINT_10#A6": "plain", "SPRINT_10#A7": "diamond",
      ])
    #expect(drawing.redEdges == ["SPRINT_10#A1 -> SPRINT_10#A2", "SPRINT_10#A2 -> SPRINT_10#A1"])
  }

  @Test func `nothing makes an empty drawing`() async throws {
    let drawing = try await drawn([:])
    #expect(drawing.nodes.isEmpty && drawing.edges.isEmpty)
  }

  @Test(arguments: HostileText.all.map(\.key))
  func `hostile texts and names break nothing`(name: String) async throws {
    let text = try #require(HostileText.all.first { $0.key == name }?.value)
    let slug = "SPRINT_10 " + text.replacing("/", with: "")
    let drawing = try await drawn(["\(slug).md": HostileText.tracker(text)])
    #expect(drawing.nodes.count == 3)
    #expect(drawing.edges.count == 2)
    #expect(drawing.nodes.filter { $0.hasSuffix("#A1") || $0.hasSuffix("#A2") }.count == 2)
    #expect(drawing.edges.contains { $0.contains("#A1 -> ") && $0.hasSuffix("#A2") })
    #expect(drawing.edges.contains { $0.hasPrefix("external: ") && $0.hasSuffix("#A1") })
  }

  @Test(arguments: [3, 77, 150]) func `generated trackers have as many nodes and edges as the model`(seed: Int)
    async throws
  {
    for seed in seed..<(seed + 10) {
      let workspace = Documents.workspace(["SPRINT_10.md": TrackerGenerator.tracker(seed: seed)])
      let drawing = try await Drawing(DotEmitter.dot(GraphView(GraphAnalysis(workspace))))
      let tasks = drawing.nodes.filter { !$0.hasPrefix("external: ") && !$0.hasPrefix("unknown: ") }
      #expect(tasks == Array(Set(workspace.symbols.uids)).sorted())
      let edges = drawing.edges.filter { !$0.hasPrefix("external: ") && !$0.hasPrefix("unknown: ") }
      let uids = workspace.symbols.uids
      #expect(edges == workspace.graph.edges.map { "\(uids[$0.to]) -> \(uids[$0.from])" }.sorted())
    }
  }

  @Test func `the SVG is XML that names the tasks`() async throws {
    let text = HostileText.all.map(\.value).joined(separator: " ")
    let svg = try await Drawing.svg(
      DotEmitter.dot(GraphView(GraphAnalysis(Documents.workspace(["SPRINT_10.md": HostileText.tracker(text)])))))
    let program =
      "import sys, xml.etree.ElementTree as tree; print([t.text for t in tree.fromstring(sys.stdin.buffer.read()).iter() if t.tag.endswith('}title')])"
    let run = try await Run.of("python3", ["-c", program], input: svg)
    #expect(run.errorText == "")
    #expect(run.outputText.contains("'SPRINT_10#A1'") && run.outputText.contains("'SPRINT_10#A2'"))
  }
}
