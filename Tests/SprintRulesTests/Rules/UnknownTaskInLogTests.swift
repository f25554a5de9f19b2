import SprintRules
import SprintSource
import SprintTesting
import Testing

struct UnknownTaskInLogTests {
  private static func text(_ log: String..., end: String = "") -> String {
    tracker(
      "APP-10-001 | TODO | None | App Guild | Build.", "APP-10-002 | TODO | None | App Guild | Test.",
      log: log.map { "2025-11-03 | \($0) | App" }, end: end)
  }

  private static func message(_ id: String) -> String { "the log names \(id), which no known tracker declares" }

  @Test(arguments: [
    Case("a digit too many", text("APP-10-0001 started."), (message("APP-10-0001"), "APP-10-0001")),
    Case("a hyphen lost", text("Sync on APP-10001 held."), (message("APP-10001"), "APP-10001")),
    Case(
      "completed, and never declared", text("APP-10-007 completed: shipped."), (message("APP-10-007"), "APP-10-007")),
    Case("twice", text("APP-10-007 started.", "APP-10-007 completed."), (message("APP-10-007"), "APP-10-007")),
  ])
  func `a task that nobody declares is found`(sample: Case) {
    #expect(findings("SM506", in: sample.text) == sample.findings)
  }

  @Test func `the nearest ids are named`() {
    #expect(
      diagnostics("SM506", in: Self.text("APP-10-0001 started.")).map(\.help) == [
        "correct the id, or declare the task (the nearest known: APP-10-001)"
      ])
  }

  @Test(arguments: [
    NearMiss("a declared one", text("APP-10-001 completed.", "Completed APP-10-001/002.")),
    NearMiss("the beginning of declared ones", text("APP-10 completed.")),
    NearMiss("a standard", text("Hashes are SHA-256 and RFC-3339 dates.")),
    NearMiss("another project", text("OPS-7-004 completed.")),
    NearMiss("another series", text("APP-9-001 completed.")),
    NearMiss("one of the series on the way", text("Sync held; follows APP-10-007.")),
    NearMiss("moved", text("APP-10-007 moved to Sprint 11.", "Archived APP-10-0001.")),
    NearMiss(
      "gone into an archive", text("APP-10-007 completed.", end: "Completed tasks are archived in `archive/tasks.md`.")),
    NearMiss(
      "declared in another file",
      files([
        "SPRINT_10.md": text("APP-10-003 completed."),
        "SPRINT_11.md": tracker("APP-10-003 | DONE | None | App | Ship."),
      ])),
  ])
  func `a task that may be somewhere is none`(miss: NearMiss) {
    #expect(findings("SM506", in: miss.text) == [])
  }
}
