import SprintRules
import SprintSource
import SprintTesting
import Testing

struct TodoBehindBlockTests {
  private static func text(_ dependency: String, status: String = "TODO", first: String = "BLOCKED") -> String {
    tracker(
      "APP-10-001 | \(first) | Needs the licence server | App | Build.",
      "APP-10-002 | BLOCKED | Needs the licence server | App | Test.",
      "APP-10-003 | \(status) | \(dependency) | App | Ship.")
  }

  @Test(arguments: [
    Case("one", text("Depends on APP-10-001"), ("APP-10-003 is to do, but APP-10-001 is BLOCKED", "TODO")),
    Case(
      "two, of which the first is named", text("Depends on APP-10-001/002"),
      ("APP-10-003 is to do, but APP-10-001 is BLOCKED", "TODO")),
    Case(
      "the second of two", text("Depends on APP-10-001/002", first: "DONE"),
      ("APP-10-003 is to do, but APP-10-002 is BLOCKED", "TODO")),
    Case(
      "a row with several ids",
      tracker(
        "APP-10-001 | BLOCKED | Needs a key | App | Build.",
        "APP-10-002/003 | Not Started | Depends on 10-001 | App | Ship."),
      ("APP-10-002/003 are to do, but APP-10-001 is BLOCKED", "Not Started")),
  ])
  func `work behind a block is found`(sample: Case) {
    #expect(findings("SM307", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the dependency is to do", text("Depends on APP-10-001", first: "TODO")),
    NearMiss("the dependency is done", text("Depends on APP-10-001", first: "DONE")),
    NearMiss("blocked itself", text("Depends on APP-10-001", status: "BLOCKED")),
    NearMiss("done", text("Depends on APP-10-001", status: "DONE")),
    NearMiss("a state that is not stated", text("Depends on APP-10-001", status: "—")),
    NearMiss("several could be meant", text("Depends on 001").replacing("APP-10-002", with: "WEB-10-001")),
    NearMiss(
      "two files say different things of the dependency",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | BLOCKED | Needs a key | App | Build."),
        "SPRINT_11_app.md": tracker("APP-10-001 | DONE | None | App | Build."),
        "SPRINT_12_web.md": tracker("WEB-12-001 | TODO | Depends on APP-10-001 | Web | Ship."),
      ])),
  ])
  func `work that can be begun is none`(miss: NearMiss) {
    #expect(findings("SM307", in: miss.text) == [])
  }
}
