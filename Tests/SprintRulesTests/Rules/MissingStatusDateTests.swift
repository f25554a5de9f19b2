import SprintRules
import SprintSource
import SprintTesting
import Testing

struct MissingStatusDateTests {
  private static func states(_ states: String...) -> String {
    let rows = states.enumerated().map {
      "| \($0 + 1) | APP-10-00\($0 + 1) | \($1) | Needs the server | App Guild | Build. |\n"
    }
    return tracker() + rows.joined()
  }

  @Test(arguments: [
    Case(
      "blocked", states("DONE (2025-11-02)", "DONE (2025-11-03)", "BLOCKED"),
      ("APP-10-003 is BLOCKED without a date", "BLOCKED")),
    Case(
      "done, with a remark", states("DONE (2025-11-02)", "DONE (2025-11-03)", "DONE (shipped)"),
      ("APP-10-003 is DONE without a date", "DONE (shipped)")),
    Case(
      "a third of them", states("DONE", "DONE (2025-11-02)", "DONE (2025-11-03)"),
      ("APP-10-001 is DONE without a date", "DONE")),
    Case(
      "a row with several ids",
      tracker(
        "APP-10-001 | DONE (2025-11-02) | None | App | A.", "APP-10-002 | DONE (2025-11-02) | None | App | A.",
        "APP-10-003/004 | DONE | None | App | A."), ("APP-10-003/004 are DONE without a date", "DONE")),
  ])
  func `a state without a date among states with one is found`(sample: Case) {
    #expect(findings("SM302", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("no state has a date", states("DONE", "DONE", "BLOCKED")),
    NearMiss("only one has", states("DONE (2025-11-02)", "BLOCKED")),
    NearMiss("half of them have", states("DONE", "DONE (2025-11-02)", "BLOCKED", "DONE (2025-11-03)")),
    NearMiss("fewer than half have", states("DONE (2025-11-02)", "DONE (2025-11-02)", "DONE", "DONE", "DONE")),
    NearMiss("a date without brackets", states("DONE (2025-11-02)", "DONE (2025-11-03)", "DONE 2025-11-04")),
    NearMiss(
      "a date inside a remark", states("DONE (2025-11-02)", "DONE (2025-11-03)", "DONE (shipped on 2025-11-04)")),
    NearMiss("a date that the calendar has not", states("DONE (2025-11-02)", "DONE (2025-11-03)", "DONE (2025-11-31)")),
    NearMiss(
      "states that need none",
      states("DONE (2025-11-02)", "DONE (2025-11-03)", "TODO", "DOING", "REVIEW", "CANCELLED", "—")),
    NearMiss(
      "boxes, which have no place for one",
      "## Backlog\n- [x] **A1**: one\n- [x] **A2**: two\n- [x] **A3**: three\n"),
  ])
  func `a state that needs no date is none`(miss: NearMiss) {
    #expect(findings("SM302", in: miss.text) == [])
  }

  @Test func `the states that have a date can be named`() {
    let text = Self.states("DONE (2025-11-02)", "DONE (2025-11-03)", "DOING (2025-11-04)", "DOING", "BLOCKED")
    let found = { findings("SM302", in: text, options: options("SM302", "states", .words($0))).map(\.caret) }
    #expect(found(["done"]) == [])
    #expect(found(["done", "doing"]) == ["DOING"])
    #expect(
      diagnostics("SM302", in: text, options: options("SM302", "states", .words(["done", "doing"]))).first?.notes.map(
        \.message) == ["3 of the 4 done or doing rows of this tracker have one"])
  }
}
