import SprintRules
import SprintSource
import SprintTesting
import Testing

struct MissingLogOwnerTests {
  private static func text(_ log: String..., end: String = "") -> String {
    tracker("APP-10-001 | TODO | None | App Guild | Build.", log: log, end: end)
  }

  private static let rows = [
    "2025-11-04 | Sync held. | App", "2025-11-03 | Build machine set up. | Ops",
    "2025-11-02 | Sprint begun. | Planning",
  ]

  @Test(arguments: [
    Case(
      "one of four", text("2025-11-05 | Build is slow. | ", rows[0], rows[1], rows[2]),
      ("this row of the log has no owner", "Build is slow."))
  ])
  func `a row without an owner is found`(sample: Case) {
    #expect(findings("SM507", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("all have one", text(rows[0], rows[1], rows[2])),
    NearMiss("two of four", text("2025-11-05 | A. | ", "2025-11-04 | B. | ", rows[0], rows[1])),
    NearMiss("one of two", text("2025-11-05 | A. | ", rows[0])),
    NearMiss("a dash", text("2025-11-05 | A. | —", rows[0], rows[1], rows[2])),
    NearMiss("a row that lost a cell", text("2025-11-05 | A.", rows[0], rows[1], rows[2])),
    NearMiss(
      "no column", "## Execution Log\n| Date | Update |\n| --- | --- |\n| 2025-11-05 | A. |\n| 2025-11-04 | B. |\n"),
    NearMiss(
      "lines beside the table", text(rows[0], rows[1], rows[2], end: "2025-11-01: Planning done.")),
  ])
  func `a log that names no owners is none`(miss: NearMiss) {
    #expect(findings("SM507", in: miss.text) == [])
  }
}
