import SprintRules
import SprintSource
import SprintTesting
import Testing

struct LogStatusMismatchTests {
  private static func text(_ status: String, _ log: String...) -> String {
    tracker("APP-10-001 | \(status) | Needs a key | App | Build.", "APP-10-002 | DONE | None | App | Test.", log: log)
  }

  @Test(arguments: [
    Case(
      "doing", text("DOING", "2025-11-03 | APP-10-001 completed: it builds. | App"),
      ("APP-10-001 is DOING, but the log says that it was completed", "DOING")),
    Case(
      "blocked before", text("BLOCKED (2025-11-01)", "2025-11-03 | Completed APP-10-001: it builds. | App"),
      ("APP-10-001 is BLOCKED, but the log says that it was completed", "BLOCKED (2025-11-01)")),
    Case(
      "with others", text("TODO", "2025-11-03 | Completed APP-10-001/002. | App"),
      ("APP-10-001 is TODO, but the log says that it was completed", "TODO")),
    Case(
      "marked", text("TODO", "2025-11-03 | Marked APP-10-001 as DONE. | App"),
      ("APP-10-001 is TODO, but the log says that it was completed", "TODO")),
    Case(
      "in a log with the oldest row first",
      text("DOING", "2025-11-02 | APP-10-001 started. | App", "2025-11-03 | APP-10-001 completed. | App"),
      ("APP-10-001 is DOING, but the log says that it was completed", "DOING")),
    Case(
      "a row with several ids",
      tracker("APP-10-001/002 | DOING | None | App | Build.", log: ["2025-11-03 | Completed APP-10-001/002. | App"]),
      ("APP-10-001/002 are DOING, but the log says that they were completed", "DOING")),
  ])
  func `a status that the log contradicts is found`(sample: Case) {
    #expect(findings("SM504", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("done", text("DONE", "2025-11-03 | APP-10-001 completed. | App")),
    NearMiss("dropped", text("CANCELLED", "2025-11-03 | APP-10-001 completed. | App")),
    NearMiss(
      "opened again",
      text("DOING", "2025-11-04 | APP-10-001 opened again. | App", "2025-11-03 | APP-10-001 completed. | App")),
    NearMiss("a status of a later day", text("BLOCKED (2025-11-04)", "2025-11-03 | APP-10-001 completed. | App")),
    NearMiss(
      "on the same day something else",
      text("DOING", "2025-11-03 | APP-10-001 started. | App", "2025-11-03 | APP-10-001 completed. | App")),
    NearMiss("half of it", text("DOING", "2025-11-03 | APP-10-001 half completed. | App")),
    NearMiss("a part of it", text("DOING", "2025-11-03 | APP-10-001 completed phase 1. | App")),
    NearMiss("a part of it, the verb first", text("DOING", "2025-11-03 | Completed APP-10-001 phase 1. | App")),
    NearMiss("a draft of it", text("DOING", "2025-11-03 | Completed APP-10-001 draft; review next. | App")),
    NearMiss("not", text("DOING", "2025-11-03 | APP-10-001 not completed. | App")),
    NearMiss("not yet", text("DOING", "2025-11-03 | APP-10-001 is not yet complete. | App")),
    NearMiss("almost", text("DOING", "2025-11-03 | APP-10-001 almost done. | App")),
    NearMiss("tomorrow", text("DOING", "2025-11-03 | APP-10-001 to be completed by Friday. | App")),
    NearMiss("a question", text("DOING", "2025-11-03 | APP-10-001 completed? | App")),
    NearMiss("something for it", text("DOING", "2025-11-03 | Completed the design for APP-10-001. | App")),
    NearMiss("its tests", text("DOING", "2025-11-03 | APP-10-001 tests completed. | App")),
    NearMiss(
      "another task, with this one in the remark",
      text("DOING", "2025-11-03 | APP-10-002 completed: APP-10-001 goes on. | App")),
    NearMiss("another task unblocks it", text("DOING", "2025-11-03 | APP-10-002 done, APP-10-001 unblocked. | App")),
    NearMiss(
      "one of two of a row",
      tracker("APP-10-001/002 | DOING | None | App | Build.", log: ["2025-11-03 | Completed APP-10-001. | App"])),
    NearMiss("a state that is not stated", text("—", "2025-11-03 | APP-10-001 completed. | App")),
    NearMiss("blocked", text("BLOCKED", "2025-11-03 | APP-10-001 blocked: no key. | App")),
  ])
  func `a status that the log does not contradict is none`(miss: NearMiss) {
    #expect(findings("SM504", in: miss.text) == [])
  }

  @Test func `the row of the log is shown`() {
    let notes = diagnostics("SM504", in: Self.text("DOING", "2025-11-03 | APP-10-001 completed: it builds. | App"))
      .flatMap(\.notes)
    #expect(notes.map(\.message) == ["completed on 2025-11-03: \"APP-10-001 completed: it builds.\""])
  }
}
