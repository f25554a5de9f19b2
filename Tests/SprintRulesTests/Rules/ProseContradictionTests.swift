import SprintRules
import SprintSource
import SprintTesting
import Testing

struct ProseContradictionTests {
  /// APP-10-001 is blocked, 002 to do, 003 done, 004 under way, 005-REL to do.
  private static func text(_ decisions: String..., under heading: String = "Decisions & Risks") -> String {
    tracker(
      "APP-10-001 | BLOCKED | Needs the key | App | A.", "APP-10-002 | TODO | None | App | A.",
      "APP-10-003 | DONE | None | App | A.",
      "APP-10-004 | DOING | None | App | A.", "APP-10-005-REL | TODO | None | App | A.",
      end: "## \(heading)\n" + decisions.map { "- \($0)\n" }.joined())
  }

  @Test(arguments: [
    Case(
      "blocked", text("APP-10-002 is blocked by the licence server."),
      ("APP-10-002 is TODO, but this decision says \"is blocked\"", "APP-10-002")),
    Case(
      "one of a list", text("APP-10-001/002 remain blocked awaiting the licence server."),
      ("APP-10-002 is TODO, but this decision says \"remain blocked\"", "002")),
    Case(
      "a list in brackets", text("Release tasks (APP-10-001, APP-10-002) remain blocked; the rest goes on."),
      ("APP-10-002 is TODO, but this decision says \"remain blocked\"", "APP-10-002")),
    Case(
      "beginnings of ids", text("Release tasks (APP-10-001/-005) remain blocked pending keys."),
      ("APP-10-005-REL is TODO, but this decision says \"remain blocked\"", "005")),
    Case(
      "done", text("APP-10-001 and APP-10-003 are done."),
      ("APP-10-001 is BLOCKED, but this decision says \"are done\"", "APP-10-001")),
    Case(
      "completed", text("**Note:** `APP-10-002` completed."),
      ("APP-10-002 is TODO, but this decision says \"completed\"", "APP-10-002")),
    Case(
      "in progress", text("The build is fast, APP-10-003 is still in progress."),
      ("APP-10-003 is DONE, but this decision says \"is still in progress\"", "APP-10-003")),
    Case(
      "still to do, among the checkpoints", text("APP-10-003 still TODO.", under: "Next Checkpoints"),
      ("APP-10-003 is DONE, but this checkpoint says \"still TODO\"", "APP-10-003")),
    Case(
      "done on a day", text("APP-10-002 is done (2025-11-24)."),
      ("APP-10-002 is TODO, but this decision says \"is done\"", "APP-10-002")),
  ])
  func `a statement against the tracker is found`(sample: Case) {
    #expect(findings("SM309", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss(
      "the same",
      text("APP-10-001 remains blocked awaiting the key.", "APP-10-003 is done.", "APP-10-004 is in progress.")),
    NearMiss(
      "a condition", text("APP-10-002 is blocked if the key is late.", "APP-10-002 is done once the tests pass.")),
    NearMiss(
      "a condition first", text("Once the key is there, APP-10-001 is done.", "Until then APP-10-002 is blocked.")),
    NearMiss(
      "a denial", text("APP-10-002 is not blocked.", "APP-10-001 is no longer blocked.", "APP-10-002 isn't done.")),
    NearMiss(
      "a wish",
      text("APP-10-002 must be done by Friday.", "APP-10-002 should remain blocked.", "Ensure APP-10-002 is done.")),
    NearMiss("a question", text("APP-10-002 is blocked?")),
    NearMiss("another time", text("APP-10-003 was blocked.", "2025-11-20: APP-10-003 is blocked by the server.")),
    NearMiss(
      "a part",
      text(
        "APP-10-002 is done for the first release.", "APP-10-002 is done except tests.", "APP-10-002 is partially done."
      )),
    NearMiss(
      "another subject", text("Consumers of APP-10-002 are blocked.", "Work behind APP-10-003 is blocked by the key.")),
    NearMiss("another subject in brackets", text("Teams waiting for other tasks (APP-10-002) are blocked.")),
    NearMiss(
      "an object",
      text("Deliver the key to unblock APP-10-001.", "Unblock APP-10-001 by landing the key; APP-10-003 done first.")),
    NearMiss("an unknown task", text("APP-9-001 is blocked.", "SHA-256 is done.")),
    NearMiss("a task in review", text("APP-10-004 is in progress.").replacing("DOING", with: "REVIEW")),
    NearMiss("struck out", text("~~APP-10-002 is blocked~~")),
    NearMiss("another section", text("APP-10-002 is blocked by the key.", under: "Notes")),
    NearMiss("two states", text("APP-10-002 is blocked or done.")),
    NearMiss("a table", text("Risks:") + "\n| Risk | Owner |\n| --- | --- |\n| APP-10-002 is blocked | App |\n"),
  ])
  func `what is not said plainly is none`(miss: NearMiss) {
    #expect(findings("SM309", in: miss.text) == [])
  }

  @Test func `each statement is told of once a task`() {
    let found = findings("SM309", in: Self.text("APP-10-002 is blocked by A.", "APP-10-002 is blocked by B."))
    #expect(found.count == 2)
  }
}
