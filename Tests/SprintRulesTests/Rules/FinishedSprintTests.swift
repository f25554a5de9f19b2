import SprintRules
import SprintSource
import SprintTesting
import Testing

struct FinishedSprintTests {
  @Test(arguments: [
    Case(
      "all done", tracker("APP-10-001 | DONE | None | App | Build.", "APP-10-002 | DONE | None | App | Test."),
      ("all 2 tasks of this sprint are done or cancelled, and it is not in the archive", "Sprint 10 · App")),
    Case(
      "one cancelled", tracker("APP-10-001 | CANCELLED | None | App | Build."),
      ("the one task of this sprint is done or cancelled, and it is not in the archive", "Sprint 10 · App")),
  ])
  func `a sprint in which nothing is left to do is found`(sample: Case) {
    #expect(findings("SM310", in: sample.text) == sample.findings)
    #expect(diagnostics("SM310", in: sample.text).map(\.help) == ["move the file to archived"])
  }

  @Test(arguments: [
    NearMiss("an open task", tracker("APP-10-001 | DONE | None | App | A.", "APP-10-002 | TODO | None | App | B.")),
    NearMiss(
      "a status that is none", tracker("APP-10-001 | DONE | None | App | A.", "APP-10-002 | ? | None | App | B.")),
    NearMiss("no tasks", "# Sprint 10\n\n## Topic & Scope\n- Build.\n"),
    NearMiss(
      "an open wave",
      tracker("APP-10-001 | DONE | None | App | Build.")
        + "\n## Wave Coordination\n| Wave | Guild owners | Shared prerequisites | Status | Notes |\n"
        + "| --- | --- | --- | --- | --- |\n| A: build | App Guild | None | DOING | First. |\n"),
  ])
  func `a sprint with something left to do is none`(miss: NearMiss) {
    #expect(findings("SM310", in: miss.text) == [])
  }

  @Test func `where nothing is archived, nothing is said`() {
    let workspace = Documents.workspace(of: tracker("APP-10-001 | DONE | None | App | Build."))
    #expect(!RuleEngine().check(workspace).contains { $0.code == "SM310" })
    #expect(RuleEngine(archive: ["old", "older"]).check(workspace).contains { $0.help == "move the file to old" })
  }
}
