import SprintLinker
import SprintModel
import SprintTesting
import Testing

struct RootBlockerTests {
  /// Rows of a tracker, and its root blockers: the name, the tasks that wait, and how many of them are blocked.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [String]
    let roots: [String]

    init(_ name: String, _ rows: [String], _ roots: String...) {
      testDescription = name
      self.rows = rows
      self.roots = roots
    }
  }

  @Test(arguments: [
    Case("nothing is blocked", ["APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001"]),
    Case(
      "an open task", ["APP-10-001 | DOING | None", "APP-10-002 | BLOCKED | APP-10-001"], "APP-10-001: 1 (1)"),
    Case(
      "the end of a chain, not what lies on the way; what is to do waits too",
      [
        "APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001", "APP-10-003 | BLOCKED | APP-10-002",
        "APP-10-004 | TODO | APP-10-003",
      ], "APP-10-001: 3 (1)"),
    Case(
      "what is done holds nothing up",
      ["APP-10-001 | DONE | None", "APP-10-002 | TODO | APP-10-001", "APP-10-003 | BLOCKED | APP-10-002"],
      "APP-10-002: 1 (1)"),
    Case("words", ["APP-10-001 | BLOCKED | Needs the licence server"], "the licence server: 1 (1)"),
    Case(
      "words, whatever their case and spaces, in order of what waits",
      [
        "APP-10-001 | BLOCKED | Needs a signing key", "APP-10-002 | BLOCKED | Needs the licence server",
        "APP-10-003 | BLOCKED | Needs The  Licence Server",
      ], "the licence server: 2 (2)", "a signing key: 1 (1)"),
    Case("a name that no task has", ["APP-10-001 | BLOCKED | Depends on LIB-20-001"], "LIB-20-001: 1 (1)"),
    Case("a sprint that is not known", ["APP-10-001 | BLOCKED | Depends on Sprint 77"], "Sprint 77: 1 (1)"),
    Case(
      "two roots, each with what waits for it; a shared task counts for both",
      [
        "APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001",
        "APP-10-003 | BLOCKED | Depends on APP-10-001 and needs the licence server",
        "APP-10-004 | BLOCKED | APP-10-003",
      ], "APP-10-001: 3 (3)", "the licence server: 2 (2)"),
    Case("blocked, and nothing is named", ["APP-10-001 | BLOCKED | None"], "APP-10-001: 0 (0)"),
    Case(
      "blocked for no reason any more, with a task that waits",
      [
        "APP-10-001 | DONE | None", "APP-10-002 | BLOCKED | APP-10-001", "APP-10-003 | BLOCKED | APP-10-002",
      ], "APP-10-002: 1 (1)"),
    Case(
      "blocked for no reason any more, and alone", ["APP-10-001 | DONE | None", "APP-10-002 | BLOCKED | APP-10-001"]),
    Case(
      "a cycle that waits for nothing else",
      [
        "APP-10-001 | BLOCKED | APP-10-002", "APP-10-002 | BLOCKED | APP-10-001", "APP-10-003 | BLOCKED | APP-10-002",
      ], "APP-10-001: 3 (3)"),
    Case(
      "a cycle that waits for something else",
      [
        "APP-10-001 | BLOCKED | APP-10-002", "APP-10-002 | BLOCKED | APP-10-001 and APP-10-003",
        "APP-10-003 | TODO | None",
      ], "APP-10-003: 2 (2)"),
    Case(
      "equal impact: by name",
      ["APP-10-002 | BLOCKED | Needs b keys", "APP-10-001 | BLOCKED | Needs a key"], "a key: 1 (1)", "b keys: 1 (1)"),
    Case(
      "an open task that nothing blocked waits for is no blocker",
      [
        "APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001", "APP-10-003 | BLOCKED | Needs the licence server",
      ], "the licence server: 1 (1)"),
    Case(
      "words that a task further down names",
      [
        "APP-10-001 | BLOCKED | Needs the licence server", "APP-10-002 | TODO | APP-10-001",
        "APP-10-003 | BLOCKED | APP-10-002",
      ],
      "the licence server: 3 (2)"),
  ])
  func `root blockers`(_ example: Case) {
    #expect(Documents.analysis(example.rows).roots == example.roots)
  }

  @Test func `an ambiguous reference is a blocker in its own words`() {
    let analysis = GraphAnalysis(
      Documents.workspace([
        "SPRINT_10_a.md": Documents.tracker(["APP-A-20-001 | TODO | None"]),
        "SPRINT_11_b.md": Documents.tracker(["APP-B-20-001 | TODO | None"]),
        "SPRINT_12_c.md": Documents.tracker(["LIB-10-001 | BLOCKED | Depends on 20-001"]),
      ]))
    #expect(analysis.roots == ["20-001: 1 (1)"])
    #expect(analysis.rootBlockers.first?.sources.count == 1)
  }

  @Test(arguments: [("TODO", ["SPRINT_10_a: 1 (1)"]), ("DONE", ["APP-11-001: 0 (0)"])])
  func `a sprint is a blocker while something in it is open`(state: String, roots: [String]) {
    let analysis = GraphAnalysis(
      Documents.workspace([
        "SPRINT_10_a.md": Documents.tracker(["APP-10-001 | \(state) | None"]),
        "SPRINT_11_b.md": Documents.tracker(["APP-11-001 | BLOCKED | Depends on Sprint 10"]),
      ]))
    #expect(analysis.roots == roots)
  }

  @Test func `impact by owner and by sprint`() throws {
    let analysis = GraphAnalysis(
      Documents.workspace([
        "SPRINT_10_a.md": Documents.tracker([
          "APP-10-001 | BLOCKED | Needs the licence server | App Guild · Ops Guild",
          "APP-10-002 | TODO | APP-10-001 | Ops Guild",
        ]),
        "SPRINT_11_b.md": Documents.tracker(["APP-11-001 | BLOCKED | APP-10-002 | Web Guild"]),
      ]))
    let impact = try #require(analysis.rootBlockers.first).impact
    #expect(impact.tasks == 3 && impact.blocked == 2 && impact.sprints == 2)
    #expect(impact.owners.map { "\($0.name) \($0.tasks)" } == ["Ops Guild 2", "App Guild 1", "Web Guild 1"])
  }

  @Test func `the roots of a task`() throws {
    let analysis = Documents.analysis([
      "APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | Depends on APP-10-001 and needs the licence server",
      "APP-10-003 | TODO | APP-10-002", "APP-10-004 | DONE | None",
    ])
    func roots(_ id: String) throws -> [String] {
      let node = try #require(analysis.workspace.symbols.node(id))
      return analysis.roots(of: node).map { analysis.rootBlockers[$0].name }
    }
    #expect(try roots("APP-10-001") == ["APP-10-001"])
    #expect(try roots("APP-10-003") == ["APP-10-001", "the licence server"])
    #expect(try roots("APP-10-004") == [])
  }

  /// More blockers than are followed at once, held against one walk for each.
  @Test(arguments: 1...5) func `impact is what a walk for each blocker finds`(seed: Int) {
    var random = SeededGenerator(seed)
    let count = 300
    let dependencies = (0..<count).map { number in
      (0..<random.number(0...2)).map { _ in random.number(0...(count - 1)) }.filter { $0 != number }
    }
    let externals = (0..<count).map { _ in random.once(in: 2) ? "thing \(random.number(0...150))" : nil }
    let states = (0..<count).map { _ in random.one(of: [TaskState.todo, .blocked, .blocked, .done]) }
    let workspace = Documents.workspace(
      states: states, dependencies: { dependencies[$0] }, externals: { externals[$0] })
    let analysis = GraphAnalysis(workspace)
    #expect(analysis.rootBlockers.count > 64)
    for root in analysis.rootBlockers {
      var seen = Set(root.waiting)
      var next = root.waiting
      while let node = next.popLast() {
        for dependent in analysis.openDependents(of: node) where seen.insert(dependent).inserted {
          next.append(dependent)
        }
      }
      #expect(root.impact.tasks == seen.count)
      #expect(root.impact.blocked == seen.count { states[$0] == .blocked })
      let owners = Dictionary(grouping: seen) { $0 % 7 }.map { "Guild \($0.key) \($0.value.count)" }
      #expect(Set(root.impact.owners.map { "\($0.name) \($0.tasks)" }) == Set(owners))
    }
  }
}
