import SprintRules
import SprintSource
import SprintTesting
import Testing

struct DoneBeforeDependencyTests {
  private static func text(
    _ dependency: String, status: String = "DONE", first: String = "DOING", definition: String = "Ship."
  ) -> String {
    tracker(
      "APP-10-001 | \(first) | None | App Guild | Build.", "APP-10-002 | TODO | None | App Guild | Test.",
      "APP-10-003 | \(status) | \(dependency) | App Guild | \(definition)")
  }

  @Test(arguments: [
    Case("by an id", text("Depends on APP-10-001"), ("APP-10-003 is done, but APP-10-001 is DOING", "APP-10-001")),
    Case("by the end of an id", text("Depends on 10-001"), ("APP-10-003 is done, but APP-10-001 is DOING", "10-001")),
    Case(
      "a bare id", text("APP-10-001", first: "BLOCKED"), ("APP-10-003 is done, but APP-10-001 is BLOCKED", "APP-10-001")
    ),
    Case(
      "two ids", text("Depends on APP-10-001/002"), ("APP-10-003 is done, but APP-10-001 is DOING", "APP-10-001"),
      ("APP-10-003 is done, but APP-10-002 is TODO", "002")),
    Case(
      "all ids with one beginning", text("Depends on APP-10"), ("APP-10-003 is done, but APP-10-001 is DOING", "APP-10")
    ),
    Case(
      "in the definition", text("None", definition: "Ship. Depends on APP-10-002."),
      ("APP-10-003 is done, but APP-10-002 is TODO", "APP-10-002")),
    Case(
      "in another file",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | REVIEW | None | App Guild | Build."),
        "SPRINT_11_web.md": tracker("WEB-11-001/002 | DONE | Depends on APP-10-001 | Web Guild | Ship."),
      ]), ("WEB-11-001/002 are done, but APP-10-001 is in review", "APP-10-001")),
  ])
  func `a task done before its dependency is found`(sample: Case) {
    #expect(findings("SM305", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the dependency is done", text("Depends on APP-10-001", first: "DONE")),
    NearMiss("the dependency was dropped", text("Depends on APP-10-001", first: "CANCELLED")),
    NearMiss("the dependency has no state", text("Depends on APP-10-001", first: "—")),
    NearMiss("some of all with one beginning are done", text("Depends on APP-10", first: "DONE")),
    NearMiss("a next step", text("Next step: APP-10-001 takes over")),
    NearMiss("a task that this one lets go on", text("Unblocks APP-10-001")),
    NearMiss("a hand-over", text("Completed; feeds APP-10-001")),
    NearMiss("a dependency that is denied", text("No longer depends on APP-10-001")),
    NearMiss("a block that is denied", text("Not blocked by APP-10-001")),
    NearMiss(
      "a dependency that is denied in the definition", text("None", definition: "Ship. Does not depend on APP-10-001.")),
    NearMiss("a task named in the definition", text("None", definition: "Ship what APP-10-001 builds.")),
    NearMiss("words", text("Depends on the release of SHA-256")),
    NearMiss("an id that nobody knows", text("Depends on WEB-10-001")),
    NearMiss("dropped", text("Depends on APP-10-001", status: "CANCELLED")),
    NearMiss(
      "in a row with several ids, one of the row",
      tracker("APP-10-001/002 | TODO | Depends on APP-10-001 | App | Build.")),
    NearMiss(
      "two files say different things of the dependency",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | DONE | None | App | Build."),
        "SPRINT_11_app.md": tracker("APP-10-001 | DOING | None | App | Build."),
        "SPRINT_12_web.md": tracker("WEB-12-001 | DONE | Depends on APP-10-001 | Web | Ship."),
      ])),
  ])
  func `a task done after its dependency is none`(miss: NearMiss) {
    #expect(findings("SM305", in: miss.text) == [])
  }
}
