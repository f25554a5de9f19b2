import SprintRules
import SprintSource
import SprintTesting
import Testing

struct SplitRowTests {
  @Test(arguments: [
    Case(
      "over two lines", tracker("APP-10-001 | TODO | Waits for the\nnew build machine | App Guild | Sign."),
      ("the row of APP-10-001 is split over 2 lines by a line break inside a cell", "Waits for the")),
    Case(
      "over three lines", tracker("APP-10-001 | TODO | None | App Guild | Sign\nthe\nrelease."),
      ("the row of APP-10-001 is split over 3 lines by a line break inside a cell", "Sign")),
    Case(
      "a row of the log",
      tracker(
        "APP-10-001 | TODO | None | App Guild | Build.", log: ["2025-11-03 | Sync held,\nwith all guilds. | App"]),
      ("this row is split over 2 lines by a line break inside a cell", "Sync held,")),
    Case(
      "without outer pipes",
      """
      ## Tasks
      Task ID | State | Task description | Owners (Source)
      --- | --- | --- | ---
      APP-10-001 | TODO | Sign the
      release | App Guild

      """,
      ("the row of APP-10-001 is split over 2 lines by a line break inside a cell", "Sign the")),
  ])
  func `a row over several lines is found`(sample: Case) {
    #expect(findings("SM102", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("a break as HTML", tracker("APP-10-001 | TODO | Waits for the<br>new build machine | App Guild | Sign.")),
    NearMiss(
      "a short row that is closed", tracker("APP-10-001 | TODO | None", "APP-10-002 | TODO | None | App Guild | Test.")),
    NearMiss(
      "a note right below the table",
      tracker("APP-10-001 | TODO | None | App Guild | Build.") + "The build is slow.\n"),
    NearMiss(
      "the last pipe is missing",
      "## Delivery Tracker\n| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |\n"
        + "| --- | --- | --- | --- | --- | --- |\n| 1 | APP-10-001 | TODO | None | App Guild | Build.\n"
        + "| 2 | APP-10-002 | TODO | None | App Guild | Test. |\n"),
    NearMiss(
      "a code block",
      tracker("APP-10-001 | TODO | None | App Guild | Build.", end: "```\n| 2 | APP-10-002 | a\nb |\n```")),
  ])
  func `a row on one line is none`(miss: NearMiss) {
    #expect(findings("SM102", in: miss.text) == [])
  }

  @Test func `the fix joins the lines`() {
    let text = tracker("APP-10-001 | TODO | Waits for the\nnew build machine | App Guild | Sign.")
    #expect(diagnostics("SM102", in: text).flatMap(\.fixes).map(\.applicability) == [.unsafe])
    #expect(fixed("SM102", text) == tracker("APP-10-001 | TODO | Waits for the new build machine | App Guild | Sign."))
  }
}
