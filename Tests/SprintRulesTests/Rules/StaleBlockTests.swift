import SprintRules
import SprintSource
import SprintTesting
import Testing

struct StaleBlockTests {
  private static func text(
    _ dependency: String, status: String = "BLOCKED", first: String = "DONE (2025-11-02)", second: String = "TODO",
    log: [String] = []
  ) -> String {
    tracker(
      "APP-10-001 | \(first) | None | App Guild | Build.", "APP-10-002 | \(second) | None | App Guild | Test.",
      "APP-10-003 | \(status) | \(dependency) | App Guild | Ship.", log: log)
  }

  private static let message = "APP-10-003 is blocked, but all that it depends on is done"

  @Test(arguments: [
    Case("by an id", text("Depends on APP-10-001"), (message, "BLOCKED")),
    Case(
      "by the end of an id", text("Depends on 10-001", status: "BLOCKED (2025-11-01)"),
      (message, "BLOCKED (2025-11-01)")),
    Case("by two ids", text("Depends on APP-10-001/002", second: "DONE"), (message, "BLOCKED")),
    Case("by a task that was dropped", text("APP-10-001", first: "CANCELLED"), (message, "BLOCKED")),
    Case("in bold", text("Wait on APP-10-001", status: "**BLOCKED**"), (message, "**BLOCKED**")),
    Case(
      "in another file",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | DONE | None | App Guild | Build."),
        "SPRINT_11_web.md": tracker("WEB-11-001 | BLOCKED | Depends on APP-10-001 | Web Guild | Ship."),
      ]), ("WEB-11-001 is blocked, but all that it depends on is done", "BLOCKED")),
    Case(
      "a row with several ids",
      tracker("APP-10-001 | DONE | None | App | Build.", "APP-10-002/003 | BLOCKED | Depends on 10-001 | App | Ship."),
      ("APP-10-002/003 are blocked, but all that they depend on is done", "BLOCKED")),
    Case(
      "the log had it blocked before",
      text("APP-10-001", log: ["2025-11-01 | APP-10-003 blocked: waits for APP-10-001. | App"]),
      (message, "BLOCKED")),
  ])
  func `a block whose reason is gone is found`(sample: Case) {
    #expect(findings("SM304", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("one of two is not done", text("Depends on APP-10-001/002")),
    NearMiss("the dependency is not done", text("Depends on APP-10-002")),
    NearMiss("something else blocks it too", text("Depends on APP-10-001 and the licence server")),
    NearMiss("something else blocks it too, behind a plus", text("Wait on 10-001 + signed bundle")),
    NearMiss("a remark says why", text("Depends on APP-10-001", status: "BLOCKED (no licence)")),
    NearMiss("an id that nobody knows", text("Depends on APP-10-001, WEB-10-001")),
    NearMiss("a sprint", text("Depends on APP-10-001 and Sprint 120.C")),
    NearMiss("no dependency", text("None")),
    NearMiss("a dependency without a state", text("Depends on APP-10-001", first: "—")),
    NearMiss("a state that is not known", text("Depends on APP-10-001", first: "DONE 90%")),
    NearMiss("not blocked", text("Depends on APP-10-001", status: "TODO")),
    NearMiss(
      "the log had it blocked when the dependency was done",
      text("Depends on APP-10-001", log: ["2025-11-05 | APP-10-003 blocked: the server is down. | App"])),
    NearMiss(
      "two files say different things of the dependency",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | DONE | None | App | Build."),
        "SPRINT_11_app.md": tracker("APP-10-001 | DOING | None | App | Build."),
        "SPRINT_12_web.md": tracker("WEB-12-001 | BLOCKED | Depends on APP-10-001 | Web | Ship."),
      ])),
    NearMiss(
      "the definition names another blocker",
      tracker(
        "APP-10-001 | DONE | None | App | Build.",
        "APP-10-002 | BLOCKED | Depends on APP-10-001 | App | Ship. Blocked by the licence server.")),
  ])
  func `a block that may stand is none`(miss: NearMiss) {
    #expect(findings("SM304", in: miss.text) == [])
  }

  @Test func `the evidence names state, day and place, and how it was read`() throws {
    let found = try #require(diagnostics("SM304", in: Self.text("Depends on 10-001")).first)
    #expect(found.notes.map(\.message) == ["APP-10-001 is DONE (2025-11-02) (written `10-001`, resolved by shorthand)"])
    #expect(found.help == "set it to TODO or DOING, or name what still blocks it")
    #expect(found.task == "APP-10-003")
  }

  @Test(arguments: [
    "Blocked by infra outage since APP-10-001 rollout", "Awaiting QA verdict on APP-10-001",
    "Depends on APP-10-001; the vendor has not delivered", "APP-10-001 done; vendor contract still open",
    "Depends on APP-10-001 as well as customer feedback", "Depends on APP-10-001; APP-10-002",
    "Depends on APP-10-001, 002", "Depends on APP-10-001 to 002",
  ])
  func `words beside the dependency may say what else blocks`(_ dependency: String) {
    #expect(findings("SM304", in: Self.text(dependency)) == [])
  }

  @Test(arguments: ["Depends on [APP-10-001](SPRINT_10.md)", "Blocked by `APP-10-001`.", "Waiting for task APP-10-001"])
  func `words that say nothing do not`(_ dependency: String) {
    #expect(findings("SM304", in: Self.text(dependency)).count == 1)
  }
}
