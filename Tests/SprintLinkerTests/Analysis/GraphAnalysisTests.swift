import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

struct GraphAnalysisTests {
  /// Rows of a tracker, and a list of ids that follows from them.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [String]
    let ids: [String]

    init(_ name: String, _ rows: [String], _ ids: String...) {
      testDescription = name
      self.rows = rows
      self.ids = ids.map { "APP-10-00\($0)" }
    }
  }

  // MARK: Order

  @Test(arguments: [
    Case(
      "tasks come after what they depend on",
      ["APP-10-001 | TODO | Depends on APP-10-003", "APP-10-002 | TODO | None", "APP-10-003 | DONE | APP-10-002"],
      "2", "3", "1"),
    Case(
      "where nothing is said, the order of the file stays",
      ["APP-10-002 | TODO | None", "APP-10-001 | TODO | None"], "2", "1"),
    Case(
      "a cycle is cut where its cut is: at the dependency that stands last",
      ["APP-10-001 | TODO | APP-10-002", "APP-10-002 | TODO | APP-10-003", "APP-10-003 | TODO | APP-10-001"],
      "3", "2", "1"),
  ])
  func `order`(_ example: Case) {
    let analysis = Documents.analysis(example.rows)
    #expect(analysis.ids(analysis.order) == example.ids)
  }

  // MARK: The longest chain

  @Test(arguments: [
    Case(
      "the longer of two ways",
      [
        "APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001", "APP-10-003 | BLOCKED | APP-10-002",
        "APP-10-004 | TODO | APP-10-001, APP-10-003",
      ], "1", "2", "3", "4"),
    Case(
      "what is done or cancelled does not count",
      [
        "APP-10-001 | DONE | None", "APP-10-002 | CANCELLED | APP-10-001", "APP-10-003 | DOING | APP-10-002",
        "APP-10-004 | TODO | APP-10-003",
      ], "3", "4"),
    Case(
      "of two of the same length the first",
      [
        "APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001", "APP-10-003 | TODO | None",
        "APP-10-004 | TODO | APP-10-003",
      ], "1", "2"),
    Case("one task", ["APP-10-001 | TODO | None"], "1"),
    Case("nothing is open", ["APP-10-001 | DONE | None"]),
    Case(
      "a cycle ends at its cut, and what waits for it goes on",
      ["APP-10-001 | TODO | APP-10-002", "APP-10-002 | TODO | APP-10-001", "APP-10-003 | TODO | APP-10-001"],
      "2", "1", "3"),
  ])
  func `the longest chain of open tasks`(_ example: Case) {
    let analysis = Documents.analysis(example.rows)
    #expect(analysis.ids(analysis.longestChain) == example.ids)
  }

  // MARK: Ready tasks

  @Test(arguments: [
    Case("nothing is named", ["APP-10-001 | TODO | None", "APP-10-002 | TODO | "], "1", "2"),
    Case(
      "what it depends on is done or cancelled",
      ["APP-10-001 | DONE | None", "APP-10-002 | CANCELLED | None", "APP-10-003 | TODO | APP-10-001, APP-10-002"], "3"),
    Case(
      "one of two is open",
      ["APP-10-001 | DONE | None", "APP-10-002 | DOING | None", "APP-10-003 | TODO | APP-10-001, APP-10-002"]),
    Case("a dependency has no known state", ["APP-10-001 | perhaps | None", "APP-10-002 | TODO | APP-10-001"]),
    Case("a name that no task has", ["APP-10-001 | TODO | Depends on APP-99-001"]),
    Case("a sprint that is not known", ["APP-10-001 | TODO | Depends on Sprint 77"]),
    Case(
      "only what is to do can be begun",
      ["APP-10-001 | DOING | None", "APP-10-002 | BLOCKED | None", "APP-10-003 | DONE | None"]),
    Case("a task that waits for itself waits for nothing else", ["APP-10-001 | TODO | APP-10-001"], "1"),
  ])
  func `ready tasks`(_ example: Case) {
    let analysis = Documents.analysis(example.rows)
    #expect(analysis.ids(analysis.ready) == example.ids)
  }

  @Test func `a task that two sprints declare is ready where both say so`() {
    let rows = Documents.tracker(["APP-10-001 | TODO | None", "APP-10-002 | TODO | None"])
    let other = Documents.tracker(["APP-10-001 | DOING | None", "APP-10-003 | TODO | None"])
    let analysis = GraphAnalysis(Documents.workspace(["SPRINT_10_a.md": rows, "SPRINT_11_b.md": other]))
    #expect(analysis.ids(analysis.ready) == ["APP-10-002", "APP-10-003"])
  }

  @Test(arguments: [("DONE", ["APP-11-001"]), ("TODO", ["APP-10-001"])])
  func `a sprint holds up what waits for it until all of it is closed`(state: String, ready: [String]) {
    let analysis = GraphAnalysis(
      Documents.workspace([
        "SPRINT_10_a.md": Documents.tracker(["APP-10-001 | \(state) | None"]),
        "SPRINT_11_b.md": Documents.tracker(["APP-11-001 | TODO | Depends on Sprint 10"]),
      ]))
    #expect(analysis.ids(analysis.ready) == ready)
  }

  // MARK: Dependents

  @Test func `dependents, at once and in the end`() throws {
    let analysis = Documents.analysis([
      "APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001", "APP-10-003 | DONE | APP-10-001",
      "APP-10-004 | TODO | APP-10-002, APP-10-003", "APP-10-005 | TODO | None",
    ])
    let first = try #require(analysis.workspace.symbols.node("APP-10-001"))
    let last = try #require(analysis.workspace.symbols.node("APP-10-004"))
    #expect(analysis.ids(analysis.dependents(of: first)) == ["APP-10-002", "APP-10-003"])
    #expect(analysis.ids(analysis.openDependents(of: first)) == ["APP-10-002"])
    #expect(analysis.ids(analysis.allDependents(of: first)) == ["APP-10-002", "APP-10-003", "APP-10-004"])
    #expect(analysis.ids(analysis.allDependencies(of: last)) == ["APP-10-001", "APP-10-002", "APP-10-003"])
    #expect(analysis.edges(to: last).isEmpty)
  }

  @Test func `a task on a cycle depends on itself in the end`() throws {
    let analysis = Documents.analysis(["APP-10-001 | TODO | APP-10-002", "APP-10-002 | TODO | APP-10-001"])
    #expect(analysis.ids(analysis.allDependents(of: 0)) == ["APP-10-001", "APP-10-002"])
  }

  // MARK: Sprints

  @Test func `sprints depend on each other by name and by their tasks`() {
    let workspace = Documents.workspace([
      "SPRINT_10_a.md": Documents.tracker(["APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001"]),
      "SPRINT_11_b.md": Documents.tracker(["APP-11-001 | TODO | APP-10-001", "APP-11-002 | TODO | APP-10-002"])
        + "\n## Dependencies & Concurrency\n- Depends on Sprint 10.\n",
      "SPRINT_12_c.md": Documents.tracker(["APP-12-001 | TODO | APP-11-001"]),
    ])
    let edges = GraphAnalysis(workspace).sprints.edges.map { "\($0.from) \($0.to) \($0.tasks) \($0.isDeclared)" }
    #expect(edges == ["1 0 2 true", "2 1 1 false"])
  }

  // MARK: Stale blocks

  @Test func `stale blocks, the tasks of a row together`() {
    let analysis = Documents.analysis([
      "APP-10-001 | DONE (2025-11-01) | None", "APP-10-002/003 | BLOCKED | Depends on APP-10-001",
      "APP-10-004 | BLOCKED | Depends on APP-10-001 and the licence server", "APP-10-005 | BLOCKED | None",
    ])
    let stale = analysis.staleBlocks.map { block in block.tasks.map { analysis.workspace.task($0).uid } }
    #expect(stale == [["APP-10-002", "APP-10-003"]])
    #expect(analysis.staleBlocks.map { analysis.ids($0.dependencies) } == [["APP-10-001"]])
  }

  @Test func `what was blocked again after its dependencies were done is not stale`() {
    let analysis = Documents.analysis(
      ["APP-10-001 | DONE (2025-11-01) | None", "APP-10-002 | BLOCKED | Depends on APP-10-001"],
      log: ["2025-11-02 | APP-10-002 marked BLOCKED: the licence ran out."])
    #expect(analysis.staleBlocks.isEmpty)
    #expect(analysis.roots == ["APP-10-002: 0 (0)"])
  }
}
