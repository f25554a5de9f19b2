import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct RedundantDependencyTests {
  /// A chain of five tasks, each of which depends on the one before it, and one more.
  private static func chain(_ last: String, third: String = "APP-10-002") -> String {
    tracker(
      "APP-10-001 | TODO | None | App | A.", "APP-10-002 | TODO | APP-10-001 | App | B.",
      "APP-10-003 | TODO | \(third) | App | C.", "APP-10-004 | TODO | APP-10-003 | App | D.",
      "APP-10-005 | TODO | \(last) | App | E.")
  }

  @Test(arguments: [
    Case(
      "over one task", chain("APP-10-003, APP-10-004"),
      ("APP-10-005 waits for APP-10-003 already, through APP-10-004", "APP-10-003")),
    Case(
      "over several", chain("APP-10-004, APP-10-001"),
      ("APP-10-005 waits for APP-10-001 already, through APP-10-004", "APP-10-001")),
    Case(
      "two of three", chain("APP-10-001, APP-10-002 and APP-10-004"),
      ("APP-10-005 waits for APP-10-001 already, through APP-10-002", "APP-10-001"),
      ("APP-10-005 waits for APP-10-002 already, through APP-10-004", "APP-10-002")),
    Case(
      "over another file",
      files([
        "SPRINT_10_app.md": tracker(
          "APP-10-001 | TODO | None | App | A.", "APP-10-002 | TODO | APP-10-001, WEB-11-001 | App | B."),
        "SPRINT_11_web.md": "# Sprint 11 · Web\n\n" + tracker("WEB-11-001 | TODO | APP-10-001 | Web | C."),
      ]),
      ("APP-10-002 waits for APP-10-001 already, through WEB-11-001", "APP-10-001")),
  ])
  func `a dependency that another implies is found`(sample: Case) {
    #expect(findings("SM406", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("one dependency", chain("APP-10-004")),
    NearMiss("two that have nothing to do with each other", chain("APP-10-002, APP-10-003", third: "APP-10-001")),
    NearMiss("a task that stands twice", chain("APP-10-004, then APP-10-004")),
    NearMiss(
      "tasks that wait for each other",
      chain("APP-10-001, APP-10-004", third: "APP-10-004")
        .replacing("APP-10-001 | TODO | None", with: "APP-10-001 | TODO | APP-10-005")),
    NearMiss("one that nobody declares", chain("APP-10-004, APP-99-001")),
    NearMiss("a beginning of ids", chain("Depends on APP-10-004, APP-1")),
  ])
  func `a dependency that says something is none`(miss: NearMiss) {
    #expect(findings("SM406", in: miss.text) == [])
  }

  @Test func `the way is shown`() {
    #expect(
      diagnostics("SM406", in: Self.chain("APP-10-004, APP-10-002")).map { $0.notes.map(\.message) } == [
        ["APP-10-004 depends on APP-10-003", "APP-10-003 depends on APP-10-002"]
      ])
  }

  @Test func `without a word from the team nothing is found`() {
    let workspace = Documents.workspace(of: Self.chain("APP-10-003, APP-10-004"))
    #expect(!RuleEngine().check(workspace).contains { $0.code == "SM406" })
  }

  @Test func `in a large graph the work for each row is bounded`() {
    // Each task depends on the two before it, and the last on the first too, far beyond what one search may look at.
    let count = 20_000
    let workspace = Documents.workspace(states: [TaskState](repeating: .todo, count: count)) { number in
      number < 2 ? [] : number == count - 1 ? [0, number - 1] : [number - 2, number - 1]
    }
    let found = RuleEngine(severities: ["SM406": .warning]).check(workspace).filter { $0.code == "SM406" }
    #expect(found.count == count - 4)
  }
}
