import SprintRules
import SprintSource
import SprintTesting
import Testing

struct UnmetCriteriaTests {
  private static func block(_ status: String, _ criteria: String..., end: String = "") -> String {
    """
    ## Delivery Tracker
    ### APP-10-001 - Build
    Status: \(status)
    Owners: App Guild

    Completion criteria:
    \(criteria.map { "- \($0)" }.joined(separator: "\n"))
    \(end)
    """
  }

  private static func board(_ status: String, _ criteria: String) -> String {
    """
    | ID | Status | Owner(s) | Depends on | Description | Exit Criteria |
    | --- | --- | --- | --- | --- | --- |
    | APP-10-001 | \(status) | App Guild | — | Build. | \(criteria) |
    """
  }

  private static func phase(_ status: String, _ bullets: String...) -> String {
    """
    ## Phase 1: Build

    ### T1.1: Build the app
    **Status:** \(status) **Assignee:** Vera

    \(bullets.map { "- \($0)" }.joined(separator: "\n"))
    """
  }

  @Test(arguments: [
    Case(
      "one of two", block("DONE", "[x] It runs", "[ ] It is signed"),
      ("APP-10-001 is DONE, but 1 completion criterion is not ticked", "DONE")),
    Case(
      "two of three", block("DONE (2025-11-02)", "[ ] It runs", "[ ] It is signed", "[x] It is there"),
      ("APP-10-001 is DONE, but 2 completion criteria are not ticked", "DONE (2025-11-02)")),
    Case(
      "none of one, where another task ticks its own",
      block(
        "DONE", "[ ] It runs", end: "\n### APP-10-002 - Test\nStatus: DOING\n\nCompletion criteria:\n- [x] It is there"),
      ("APP-10-001 is DONE, but 1 completion criterion is not ticked", "DONE")),
    Case(
      "in a cell", board("DONE", "[x] It runs<br>[ ] It is signed"),
      ("APP-10-001 is DONE, but 1 completion criterion is not ticked", "DONE")),
    Case(
      "a sub-task", phase("DONE", "[x] T1.1.1: Write it", "[ ] T1.1.2: Test it"),
      ("T1.1 is DONE, but 1 sub-task is not ticked", "DONE")),
  ])
  func `what is not ticked below a done task is found`(sample: Case) {
    // What may stay open is none of it.
    for waiver in ["Docs (future)", "Load test: deferred", "Translated, if the customer asks", "~~Old~~"] {
      #expect(findings("SM311", in: Self.block("DONE", "[x] It runs", "[ ] \(waiver)")) == [], "\(waiver)")
    }

    #expect(findings("SM311", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("all ticked", block("DONE", "[x] It runs", "[X] It is signed")),
    NearMiss("a task under way", block("DOING", "[x] It runs", "[ ] It is signed")),
    NearMiss("a cancelled task", block("CANCELLED", "[x] It runs", "[ ] It is signed")),
    NearMiss("a tracker that ticks nothing", block("DONE", "[ ] It runs", "[ ] It is signed")),
    NearMiss(
      "a tracker that ticks tasks, and no criterion",
      "## Progress Tracking\n- [x] APP-10-001\n- [x] APP-10-002\n\n" + block("DONE", "[ ] It runs", "[ ] It is signed")),
    NearMiss("a tracker that ticks no sub-task", phase("DONE", "[ ] T1.1.1: Write it", "[ ] T1.1.2: Test it")),
    NearMiss("criteria without boxes", block("DONE", "[x] It runs", "It is signed")),
    NearMiss("criteria without boxes in a cell", board("DONE", "Load test passes.")),
    NearMiss("another mark", block("DONE", "[x] It runs", "[-] It is signed", "[~] It is quick")),
    NearMiss("what is struck out", block("DONE", "[x] It runs", "[ ] ~~It is signed~~")),
    NearMiss("sub-tasks that are ticked", phase("DONE", "[x] T1.1.1: Write it", "[x] T1.1.2: Test it")),
    NearMiss("sub-tasks of a task under way", phase("DOING", "[x] T1.1.1: Write it", "[ ] T1.1.2: Test it")),
    NearMiss(
      "the open criteria of the next task",
      block(
        "DONE", "[x] It runs", end: "\n### APP-10-002 - Test\nStatus: DOING\n\nCompletion criteria:\n- [ ] It is there")
    ),
  ])
  func `what is met, or has no box, is none`(miss: NearMiss) {
    #expect(findings("SM311", in: miss.text) == [])
  }

  @Test func `the first that are open are named`() {
    let text = Self.block("DONE", "[x] A is met", "[ ] B is met", "[ ] C is met", "[ ] D is met", "[ ] E is met")
    #expect(
      diagnostics("SM311", in: text).map { $0.notes.map(\.message) } == [
        ["not ticked: B is met", "not ticked: C is met", "not ticked: D is met"]
      ])
  }
}
