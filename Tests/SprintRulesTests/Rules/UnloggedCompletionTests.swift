import SprintRules
import SprintSource
import SprintTesting
import Testing

struct UnloggedCompletionTests {
  private static func text(_ log: String..., second: String = "DONE (2025-11-04)") -> String {
    tracker("APP-10-001 | DONE | None | App | Build.", "APP-10-002 | \(second) | None | App | Test.", log: log)
  }

  private static let message = "APP-10-002 is DONE, but the log never says so"

  @Test(arguments: [
    Case("one of two", text("2025-11-03 | APP-10-001 completed. | App"), (message, "DONE (2025-11-04)")),
    Case(
      "of which the log says only that it began",
      text("2025-11-03 | APP-10-001 completed. | App", "2025-11-02 | APP-10-002 started. | App"),
      (message, "DONE (2025-11-04)")),
    Case(
      "of which the log says only that it was blocked",
      text("2025-11-03 | APP-10-001 completed. | App", "2025-11-02 | APP-10-002 blocked: no key. | App"),
      (message, "DONE (2025-11-04)")),
    Case(
      "a part of a row",
      tracker(
        "APP-10-001/002 | DONE | None | App | Build.", log: ["2025-11-03 | APP-10-001 completed. | App"]),
      ("APP-10-002 is DONE, but the log never says so", "DONE")),
  ])
  func `a task whose end is not in the log is found`(sample: Case) {
    #expect(findings("SM505", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("no log", text()),
    NearMiss("a log that names no task", text("2025-11-03 | Sync held. | App")),
    NearMiss("both", text("2025-11-03 | APP-10-001 completed. | App", "2025-11-03 | APP-10-002 completed. | App")),
    NearMiss("both in a list", text("2025-11-03 | Completed APP-10-001/002. | App")),
    NearMiss("both in a list with a hyphen", text("2025-11-03 | Completed APP-10-001, -002. | App")),
    NearMiss("both in words", text("2025-11-03 | Completed APP-10-001 and APP-10-002. | App")),
    NearMiss(
      "a note", text("2025-11-03 | APP-10-001 completed. | App", "2025-11-03 | APP-10-002: tests run, released. | App")),
    NearMiss(
      "other hyphens", text("2025-11-03 | APP-10-001 completed. | App", "2025-11-03 | APP‑10‑002 completed. | App")),
    NearMiss("dropped", text("2025-11-03 | APP-10-001 completed. | App", second: "CANCELLED")),
    NearMiss("not done", text("2025-11-03 | APP-10-001 completed. | App", second: "TODO")),
  ])
  func `a task whose end is in the log is none`(miss: NearMiss) {
    #expect(findings("SM505", in: miss.text) == [])
  }

  @Test func `ranges in the log`() {
    #expect(findings("SM505", in: Self.text("2025-11-03 | Completed APP-10-001..002. | App")) == [])
  }

  @Test(arguments: [(50, 1), (51, 0), (100, 0), (0, 1)])
  func `the share that the log must name can be set`(share: Int, count: Int) {
    let text = Self.text("2025-11-03 | APP-10-001 completed. | App")
    #expect(findings("SM505", in: text, options: options("SM505", "share", .number(share))).count == count)
  }
}
