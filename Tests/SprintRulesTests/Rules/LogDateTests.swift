import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct LogDateTests {
  private static func log(_ date: String) -> String {
    tracker("APP-10-001 | DONE | None | App | Build.", log: ["\(date) | Sync held. | App"])
  }
  private static let today = CalendarDate(year: 2025, month: 11, day: 25)

  @Test(arguments: [
    Case("no day of the calendar", log("2025-11-31"), ("\"2025-11-31\" is no date", "2025-11-31")),
    Case("no leap year", log("2025-02-29"), ("\"2025-02-29\" is no date", "2025-02-29")),
    Case("another order", log("25.11.2025"), ("\"25.11.2025\" is no date", "25.11.2025")),
    Case("words", log("last Tuesday"), ("\"last Tuesday\" is no date", "last Tuesday")),
    Case("slashes", log("2025/11/25"), ("\"2025/11/25\" is no date", "2025/11/25")),
    Case("none", log(""), ("this row of the log has no date", "|  | Sync held. | App |")),
    Case("in the future", log("2025-11-27"), ("2025-11-27 lies in the future", "2025-11-27")),
    Case("a wrong year", log("2052-11-25"), ("2052-11-25 lies in the future", "2052-11-25")),
  ])
  func `a row without a day is found`(sample: Case) {
    #expect(findings("SM502", in: sample.text, today: Self.today) == sample.findings)
  }

  @Test(arguments: [
    "2025-11-25", "2024-02-29", "**2025-11-25**", "`2025-11-25`", "2025-11-25 14:55Z", "2025-11-25T14:55Z",
    "2025-11-25 (UTC)", "2025-11-24 – 2025-11-25", "2025-11-26",
  ])
  func `a day with or without a time is none`(date: String) {
    #expect(findings("SM502", in: Self.log(date), today: Self.today) == [])
  }

  @Test func `without a day to judge by nothing lies in the future`() {
    #expect(findings("SM502", in: Self.log("2099-01-01")) == [])
  }

  @Test func `a table without dates in another section is none`() {
    let text = tracker(
      "APP-10-001 | DONE | None | App | Build.",
      end: "## Next Checkpoints\n| Date | Session |\n| --- | --- |\n| soon | Demo |")
    #expect(findings("SM502", in: text, today: Self.today) == [])
  }
}
