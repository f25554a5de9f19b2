import SprintRules
import SprintSource
import SprintTesting
import Testing

struct LogOrderTests {
  /// A log with a row for each of the days of November.
  private static func log(_ days: String...) -> String {
    tracker("APP-10-001 | TODO | None | App | Build.", log: rows(days))
  }

  private static func rows(_ days: [String]) -> [String] {
    days.enumerated().map { "\($1.isEmpty ? "" : "2025-11-\($1)") | Row \($0 + 1). | App" }
  }

  private static func message(_ day: String, _ more: String = "") -> String {
    "the row of 2025-11-\(day) stands out of order\(more)"
  }

  @Test(arguments: [
    Case("added at the wrong end", log("09", "08", "07", "06", "10"), (message("10"), "2025-11-10")),
    Case("in the middle", log("09", "08", "05", "07", "06", "05", "04"), (message("05"), "2025-11-05")),
    Case("the oldest first", log("01", "02", "03", "04", "02", "05", "06"), (message("02"), "2025-11-02")),
    Case("among rows of one day", log("09", "08", "08", "08", "06", "07", "05", "04"), (message("06"), "2025-11-06")),
    Case(
      "two rows", log("20", "19", "18", "21", "16", "15", "14", "17", "13"),
      (message("21", ", and so does 1 other row"), "2025-11-21")),
  ])
  func `a row against a clear order is found`(sample: Case) {
    #expect(findings("SM503", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the newest first", log("09", "08", "08", "07")),
    NearMiss("the oldest first", log("07", "08", "08", "09")),
    NearMiss("few rows", log("09", "08", "10")), NearMiss("no order", log("09", "03", "08", "01", "05", "04")),
    NearMiss("one step back among two", log("09", "08", "09", "08")),
    NearMiss("rows of one day", log("09", "09", "09", "09")),
    NearMiss("a row without a day", log("09", "08", "", "07", "06")),
    NearMiss(
      "two tables, each in its own order",
      log("09", "08", "07", "06") + "\n## Update History\n| Date | Update |\n| --- | --- |\n"
        + (6...9).map { "| 2025-11-0\($0) | Row. |\n" }.joined()),
    NearMiss(
      "times of one day",
      tracker(
        "APP-10-001 | TODO | None | App | Build.",
        log: [
          "2025-11-09 08:00Z | A. | App", "2025-11-09 09:00Z | B. | App", "2025-11-08 | C. | App",
          "2025-11-07 | D. | App", "2025-11-06 | E. | App",
        ])),
    NearMiss(
      "bullets",
      "## Delivery Tracker\n\n## Execution Log\n"
        + ["09", "08", "07", "06", "10"].map { "- 2025-11-\($0): something happened.\n" }.joined()),
  ])
  func `an order that is kept, or is not clear, is none`(miss: NearMiss) {
    #expect(findings("SM503", in: miss.text) == [])
  }

  @Test func `the fix sorts the rows and leaves those of one day as they stand`() {
    let text = Self.log("09", "08", "08", "06", "07", "05", "04", "03", "02", "10")
    let order = [9, 0, 1, 2, 4, 3, 5, 6, 7, 8]
    let rows = Self.rows(["09", "08", "08", "06", "07", "05", "04", "03", "02", "10"])
    #expect(diagnostics("SM503", in: text).flatMap(\.fixes).map(\.applicability) == [.safe])
    let fixed = fixed("SM503", text)
    #expect(fixed == tracker("APP-10-001 | TODO | None | App | Build.", log: order.map { rows[$0] }))
    #expect(content(fixed) == content(text))
    #expect(findings("SM503", in: fixed) == [])
  }

  @Test func `line ends stay what they are`() {
    let text = Self.log("09", "08", "07", "06", "10").replacing("\n", with: "\r\n")
    #expect(fixed("SM503", text) == Self.fixedByHand.replacing("\n", with: "\r\n"))
  }

  private static var fixedByHand: String {
    let rows = rows(["09", "08", "07", "06", "10"])
    return tracker("APP-10-001 | TODO | None | App | Build.", log: [rows[4]] + rows[..<4])
  }

  @Test(arguments: [
    ("a row without a day", log("09", "08", "", "07", "06", "10")),
    ("a row with a day of another form", log("09", "08", "07", "06", "10").replacing("2025-11-08", with: "8 Nov")),
    ("a row with a cell too many", log("09", "08", "07", "06", "10").replacing("Row 2.", with: "Row | 2.")),
  ])
  func `a table that is not whole is not sorted`(name: String, text: String) {
    let found = diagnostics("SM503", in: text + "| 2025-11-05 | Row. | App |\n| 2025-11-04 | Row. | App |\n")
    #expect(found.map { $0.fixes.count } == [0], "\(name)")
  }

  @Test(arguments: [
    ("newest-first", ["09", "08", "10"], "10"), ("oldest-first", ["07", "08", "06"], "06"),
    ("newest-first", ["07", "08"], "07"), ("oldest-first", ["07", "08", "09"], nil), ("auto", ["07", "08", "06"], nil),
  ])
  func `the order can be named`(order: String, days: [String], found: String?) {
    let text = tracker("APP-10-001 | TODO | None | App | Build.", log: Self.rows(days))
    let findings = findings("SM503", in: text, options: options("SM503", "order", .word(order)))
    #expect(findings.map(\.caret) == (found.map { ["2025-11-\($0)"] } ?? []))
  }
}
