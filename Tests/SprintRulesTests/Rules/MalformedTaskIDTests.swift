import SprintRules
import SprintSource
import SprintTesting
import Testing

struct MalformedTaskIDTests {
  private static func text(_ id: String) -> String {
    tracker(
      "APP-10-001 | TODO | None | App Guild | Build.", "APP-10-002 | TODO | None | App Guild | Test.",
      "\(id) | TODO | None | App Guild | Ship.")
  }

  private static func other(_ id: String) -> String { "\(id) is not written as the other ids of the table are" }

  @Test(arguments: [
    Case(
      "hyphens that do not break", text("APP‑10‑003"),
      ("APP-10-003 is written with U+2011 for a hyphen: a search for it finds nothing", "APP‑10‑003")),
    Case(
      "dashes", text("APP–10–003"),
      ("APP-10-003 is written with U+2013 for a hyphen: a search for it finds nothing", "APP–10–003")),
    Case(
      "in a bullet", "## Backlog\n\n- [ ] **API‑101**: Build.\n",
      ("API-101 is written with U+2011 for a hyphen: a search for it finds nothing", "API‑101")),
    Case("a letter for a digit", text("APP-10-0O3"), (other("APP-10-0O3"), "APP-10-0O3")),
    Case("another", text("APP-1O-003"), (other("APP-1O-003"), "APP-1O-003")),
    Case("a hyphen too many", text("APP-10-003-"), (other("APP-10-003-"), "APP-10-003-")),
    Case("small letters", text("app-10-003"), (other("app-10-003"), "app-10-003")),
    Case("a small letter", text("ApP-10-003"), (other("ApP-10-003"), "ApP-10-003")),
    Case("underscores", text("APP_10_003"), (other("APP_10_003"), "APP_10_003")),
  ])
  func `an id that is not built as ids are is found`(sample: Case) {
    #expect(findings("SM203", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("an id", text("APP-10-003")),
    NearMiss("a word for a number", text("APP-10-REL")),
    NearMiss("a part of a task", text("APP-10-002a")),
    NearMiss("another prefix", text("OPS-3-003")),
    NearMiss("a letter that is meant", text("APP-O1-003")),
    NearMiss("a short id", text("A3")),
    NearMiss("a range with a dash", text("APP-10-003–005")),
    NearMiss("a title behind it", text("APP-10-003 - Ship")),
    NearMiss("code", text("`APP-10-003`")),
    NearMiss(
      "small letters in all of them",
      tracker("app-1 | TODO | None | App | A.", "app-2 | TODO | None | App | A.", "app-3 | TODO | None | App | A.")),
    NearMiss(
      "an alphabet of its own",
      tracker("APP-1A | TODO | None | App | A.", "APP-1I | TODO | None | App | A.", "APP-1O | TODO | None | App | A.")),
  ])
  func `an id of another kind is none`(miss: NearMiss) {
    #expect(findings("SM203", in: miss.text) == [])
  }

  @Test(arguments: [
    ("APP‑10‑003", Fix.Applicability.safe), ("APP–10–003", .safe), ("APP-10-0O3", .unsafe), ("app-10-003", .unsafe),
  ])
  func `the id that was meant is put`(id: String, applicability: Fix.Applicability) {
    #expect(fixed("SM203", Self.text(id)) == Self.text("APP-10-003"))
    #expect(diagnostics("SM203", in: Self.text(id)).flatMap(\.fixes).map(\.applicability) == [applicability])
  }

  @Test func `the id of another task is never put`() {
    let found = diagnostics("SM203", in: Self.text("APP-10-0O1"))
    #expect(found.map(\.help) == ["write an id of its own: APP-10-001 is another task"])
    #expect(found.allSatisfy { $0.fixes.isEmpty })
  }

  @Test(arguments: ["APP 10-003", "APP--10-003", "TBD", "Deploy"])
  func `a row with a state and no id is found`(_ id: String) {
    let found = findings("SM203", in: Self.text(id))
    #expect(found.map(\.message) == ["\"\(id)\" is no task id: the row is read as no task"])
    #expect(found.map(\.caret) == [id])
  }

  @Test func `a row without an id is found, and one without a state is none`() {
    #expect(findings("SM203", in: Self.text("")).count == 1)
    let row = tracker("APP-10-001 | TODO | None | App Guild | Build.", "Total | 3 of 4 | | | ", "Phase 2 | | | | ")
    #expect(findings("SM203", in: row) == [])
  }
}
