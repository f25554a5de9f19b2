import SprintRules
import SprintSource
import SprintTesting
import Testing

struct BlockedWithoutReasonTests {
  private static func blocked(
    _ dependency: String, status: String = "BLOCKED", definition: String = "Build.", log: [String] = []
  ) -> String {
    tracker(
      "APP-10-001 | \(status) | \(dependency) | App Guild | \(definition)",
      "APP-10-002 | TODO | None | App Guild | Test.",
      log: log)
  }

  @Test(arguments: [
    Case("none", blocked("None"), ("APP-10-001 is blocked, and nothing says by what", "BLOCKED")),
    Case("a dash", blocked("—"), ("APP-10-001 is blocked, and nothing says by what", "BLOCKED")),
    Case("an empty cell", blocked(""), ("APP-10-001 is blocked, and nothing says by what", "BLOCKED")),
    Case(
      "with a date", blocked("n/a", status: "BLOCKED (2025-11-02)"),
      ("APP-10-001 is blocked, and nothing says by what", "BLOCKED (2025-11-02)")),
    Case(
      "a row with several ids", tracker("APP-10-001/002 | BLOCKED | None | App Guild | Build."),
      ("APP-10-001/002 are blocked, and nothing says by what", "BLOCKED")),
    Case(
      "the log says that something else is blocked",
      blocked("None", log: ["2025-11-02 | APP-10-002 blocked: no server. | App"]),
      ("APP-10-001 is blocked, and nothing says by what", "BLOCKED")),
  ])
  func `a block without a reason is found`(sample: Case) {
    #expect(findings("SM303", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("a task", blocked("Depends on APP-10-002")),
    NearMiss("a task that nobody knows", blocked("Depends on WEB-10-002")),
    NearMiss("a sprint", blocked("Depends on Sprint 120.C")),
    NearMiss("words after a phrase", blocked("Needs the licence server")),
    NearMiss("words of any kind", blocked("Licence server is down")),
    NearMiss("one word", blocked("Licence")),
    NearMiss("letters beyond ASCII", blocked("等待许可证")),
    NearMiss("a remark in the status", blocked("None", status: "BLOCKED (no licence)")),
    NearMiss("a remark behind the date", blocked("None", status: "BLOCKED (2025-11-02; no licence)")),
    NearMiss("the definition says it", blocked("None", definition: "Build; blocked by the licence server.")),
    NearMiss("the log says it", blocked("None", log: ["2025-11-02 | APP-10-001 marked BLOCKED: no licence. | App"])),
    NearMiss("another state", blocked("None", status: "TODO")),
    NearMiss(
      "a tracker that has no column for it",
      "Task ID | State | Task description | Owners (Source)\n--- | --- | --- | ---\nAPP-10-001 | BLOCKED | Build. | App Guild\n"
    ),
    NearMiss("a bullet", "## Backlog\n- [!] **A1**: Build.\n"),
  ])
  func `a block with a reason is none`(miss: NearMiss) {
    #expect(findings("SM303", in: miss.text) == [])
  }
}
