import SprintRules
import SprintSource
import SprintTesting
import Testing

struct StartedBeforeDependencyTests {
  private static func text(_ dependency: String, status: String = "DOING", first: String = "TODO") -> String {
    tracker("APP-10-001 | \(first) | None | App | Build.", "APP-10-002 | \(status) | \(dependency) | App | Test.")
  }

  @Test(arguments: [
    Case("doing", text("Depends on APP-10-001"), ("APP-10-002 is under way, but APP-10-001 is TODO", "APP-10-001")),
    Case(
      "in review", text("Blocked on 10-001", status: "IN REVIEW", first: "DOING"),
      ("APP-10-002 is under way, but APP-10-001 is DOING", "10-001")),
    Case(
      "both under way", text("APP-10-001", status: "In Progress", first: "REVIEW"),
      ("APP-10-002 is under way, but APP-10-001 is in review", "APP-10-001")),
    Case(
      "a row with several ids",
      tracker("APP-10-001 | TODO | None | App | Build.", "APP-10-002/003 | DOING | After APP-10-001 | App | Test."),
      ("APP-10-002/003 are under way, but APP-10-001 is TODO", "APP-10-001")),
  ])
  func `work that began before its dependency was done is found`(sample: Case) {
    #expect(findings("SM306", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the dependency is done", text("Depends on APP-10-001", first: "DONE")),
    NearMiss("the dependency was dropped", text("Depends on APP-10-001", first: "CANCELLED")),
    NearMiss("not begun", text("Depends on APP-10-001", status: "TODO")),
    NearMiss("done: another rule's", text("Depends on APP-10-001", status: "DONE")),
    NearMiss("blocked", text("Depends on APP-10-001", status: "BLOCKED")),
    NearMiss("a next step", text("Then APP-10-001 goes on")),
    NearMiss("a dependency that is denied", text("No longer waits for APP-10-001")),
    NearMiss("the dependency has an unknown state", text("Depends on APP-10-001", first: "nearly there")),
  ])
  func `work that began in order is none`(miss: NearMiss) {
    #expect(findings("SM306", in: miss.text) == [])
  }
}
