import SprintRules
import SprintSource
import SprintTesting
import Testing

struct SelfDependencyTests {
  private static func text(_ dependency: String) -> String {
    tracker("APP-10-001 | TODO | \(dependency) | App | Build.", "APP-10-002 | TODO | None | App | Test.")
  }

  @Test(arguments: [
    Case("by its id", text("Depends on APP-10-001"), ("APP-10-001 depends on itself", "APP-10-001")),
    Case("by the end of its id", text("Depends on 10-001"), ("APP-10-001 depends on itself", "10-001")),
    Case("in a list", text("Depends on APP-10-002, APP-10-001"), ("APP-10-001 depends on itself", "APP-10-001")),
    Case("a short id", tracker("A1 | TODO | A1 | App | Build."), ("A1 depends on itself", "A1")),
  ])
  func `a task that waits for itself is found`(sample: Case) {
    #expect(findings("SM404", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("a list of ids that nobody knows, one ending as its own", text("Depends on WEB-20-003/001")),
    NearMiss("another task", text("Depends on APP-10-002")),
    NearMiss("its own id as the subject", text("APP-10-001 requires APP-10-002 to be merged")),
    NearMiss("in a row with several ids", tracker("APP-10-001/002 | TODO | Depends on APP-10-001 | App | Build.")),
    NearMiss("all ids with its beginning", text("Depends on APP-10")),
    NearMiss("its own id in what it is", tracker("APP-10-001 | TODO | None | App | Build APP-10-001.")),
    NearMiss("its own id in what comes next", text("Release APP-10-001 to QA")),
    NearMiss(
      "a short id of another sprint",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | TODO | Depends on A1 | App | Build."),
        "SPRINT_11_app.md": tracker("A1 | TODO | None | App | Build."),
      ])),
  ])
  func `a task that waits for others is none`(miss: NearMiss) {
    #expect(findings("SM404", in: miss.text) == [])
  }
}
