import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct ImpossibleDateTests {
  private static let today = CalendarDate(year: 2025, month: 11, day: 25)

  private static func status(_ text: String) -> String { tracker("APP-10-001 | \(text) | None | App | Build.") }

  private static func pair(_ first: String, _ second: String, _ dependency: String = "Depends on 10-001") -> String {
    tracker("APP-10-001 | \(first) | None | App | Build.", "APP-10-002 | \(second) | \(dependency) | App | Test.")
  }

  @Test(arguments: [
    Case(
      "no day of the month", status("DONE (2025-11-31)"),
      ("APP-10-001 is dated 2025-11-31, which is no day of the calendar", "2025-11-31")),
    Case(
      "no leap year", status("BLOCKED 2025-02-29: no key"),
      ("APP-10-001 is dated 2025-02-29, which is no day of the calendar", "2025-02-29")),
    Case(
      "no month", status("✅ 2025-13-01"),
      ("APP-10-001 is dated 2025-13-01, which is no day of the calendar", "2025-13-01")),
    Case(
      "of several tasks", tracker("APP-10-001/002 | DONE (2025-11-31) | None | App | Build."),
      ("APP-10-001/002 are dated 2025-11-31, which is no day of the calendar", "2025-11-31")),
    Case(
      "in the future", status("DONE (2025-11-27)"),
      ("APP-10-001 is DONE since 2025-11-27, which lies in the future", "2025-11-27")),
    Case(
      "a wrong year", status("**BLOCKED** since 2052-11-25"),
      ("APP-10-001 is BLOCKED since 2052-11-25, which lies in the future", "2052-11-25")),
    Case(
      "before a dependency was done", pair("DONE (2025-11-20)", "DONE (2025-11-18)"),
      ("APP-10-002 was done on 2025-11-18, before APP-10-001 was", "2025-11-18")),
    Case(
      "the start of a sprint", "**Dates:** 2025-02-30 to 2025-03-14\n\n" + status("TODO"),
      ("2025-02-30 is no day of the calendar", "2025-02-30")),
    Case(
      "the end of a sprint", "---\nstart_date: 2025-02-03\nend_date: 2025-02-31\n---\n" + status("TODO"),
      ("2025-02-31 is no day of the calendar", "2025-02-31")),
  ])
  func `a date that cannot be is found`(sample: Case) {
    #expect(findings("SM308", in: sample.text, today: Self.today) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("a day of the calendar", status("DONE (2024-02-29)")),
    NearMiss("today", status("DONE (2025-11-25)")),
    NearMiss("tomorrow, as it is in some zone", status("DONE (2025-11-26)")),
    NearMiss("a day to come, for a task to do", status("TODO (2026-01-15)")),
    NearMiss("a day that is waited for", status("BLOCKED until 2026-01-15")),
    NearMiss("a day at which something is due", status("DOING (due 2026-01-15)")),
    NearMiss("a day in a remark", status("DONE – to be reviewed on 2026-01-15")),
    NearMiss("a number that is no date", status("DONE (2025-1131)")),
    NearMiss("another order", status("DONE (31.11.2025)")),
    NearMiss("on the day of the dependency", pair("DONE (2025-11-20)", "DONE (2025-11-20)")),
    NearMiss("after the dependency", pair("DONE (2025-11-20)", "DONE (2025-11-21)")),
    NearMiss("the dependency has no date", pair("DONE", "DONE (2025-11-18)")),
    NearMiss("the task has none", pair("DONE (2025-11-20)", "DONE")),
    NearMiss("the task is blocked since before", pair("DONE (2025-11-20)", "BLOCKED (2025-11-18)")),
    NearMiss("the dependency is blocked since later", pair("BLOCKED (2025-11-20)", "DONE (2025-11-18)")),
    NearMiss("a date in a remark of the dependency", pair("DONE (seen 2025-11-20)", "DONE (2025-11-18)")),
    NearMiss(
      "a reference to all with a beginning", pair("DONE (2025-11-20)", "DONE (2025-11-18)", "Depends on APP-10")),
    NearMiss("no dependency", pair("DONE (2025-11-20)", "DONE (2025-11-18)", "None")),
  ])
  func `a date that can be is none`(miss: NearMiss) {
    #expect(findings("SM308", in: miss.text, today: Self.today) == [])
  }

  @Test func `without a day to judge by nothing lies in the future`() {
    #expect(findings("SM308", in: Self.status("DONE (2099-01-01)")) == [])
  }

  @Test func `only what contradicts a dependency is a warning`() {
    let found = { (text: String) in diagnostics("SM308", in: text, today: Self.today).map(\.severity) }
    #expect(found(Self.pair("DONE (2025-11-20)", "DONE (2025-11-18)")) == [.warning])
    #expect(found(Self.status("DONE (2025-11-31)")) == [.error])
    #expect(found(Self.status("DONE (2052-11-25)")) == [.error])
  }
}
