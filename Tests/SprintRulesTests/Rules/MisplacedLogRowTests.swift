import SprintRules
import SprintSource
import SprintTesting
import Testing

struct MisplacedLogRowTests {
  private static func text(_ end: String) -> String {
    tracker(
      "APP-10-001 | DONE | None | App Guild | Build.", log: ["2025-11-03 | APP-10-001 completed: build runs. | App"],
      end: end)
  }

  @Test(arguments: [
    Case(
      "below a bullet", text("## Decisions & Risks\n- The machine is slow.\n| 2025-11-04 | Tests run. | App |"),
      ("a row of the execution log stands under \"Decisions & Risks\"", "| 2025-11-04 | Tests run. | App |")),
    Case(
      "alone", text("## Next Checkpoints\n\n| 2025-11-04 | Tests run. | App |"),
      ("a row of the execution log stands under \"Next Checkpoints\"", "| 2025-11-04 | Tests run. | App |")),
    Case(
      "two rows", text("## Notes\n| 2025-11-04 | Tests run. | App |\n| **2025-11-05** | Released. | App |"),
      ("a row of the execution log stands under \"Notes\"", "| 2025-11-04 | Tests run. | App |"),
      ("a row of the execution log stands under \"Notes\"", "| **2025-11-05** | Released. | App |")),
  ])
  func `a row of the log in another section is found`(sample: Case) {
    #expect(findings("SM104", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss(
      "a table of decisions",
      text("## Decisions & Risks\n| Date | Decision | Owner |\n| --- | --- | --- |\n| 2025-11-04 | Go. | App |")),
    NearMiss(
      "a table of checkpoints",
      text("## Next Checkpoints\n| Date (UTC) | Session | Owner |\n| --- | --- | --- |\n| 2025-12-01 | Demo | App |")),
    NearMiss(
      "a row that a blank line cut off from a table of checkpoints",
      text(
        "## Next Checkpoints\n| Date (UTC) | Session | Owner |\n| --- | --- | --- |\n| 2025-12-01 | Demo | App |\n\n"
          + "| 2025-12-08 | Review | App |")),
    NearMiss("a bullet that begins with a date", text("## Decisions & Risks\n- 2025-11-04: tests run | App")),
    NearMiss("a sentence that begins with a date", text("## Decisions & Risks\n2025-11-04 | Tests run. | App")),
    NearMiss("a row without a date", text("## Decisions & Risks\n| Risk | Tests are slow. | App |")),
    NearMiss("a code block", text("## Decisions & Risks\n```\n| 2025-11-04 | Tests run. | App |\n```")),
    NearMiss("a row cut off inside the log", text("") + "\n| 2025-11-02 | Sprint begun. | App |\n"),
  ])
  func `a row that belongs where it stands is none`(miss: NearMiss) {
    #expect(findings("SM104", in: miss.text) == [])
  }

  @Test func `a row that stands in the log too is deleted`() {
    let row = "| 2025-11-03 | APP-10-001 completed: build runs. | App |"
    let before = Self.text("## Decisions & Risks\n- The machine is slow.")
    let found = diagnostics("SM104", in: before + row + "\n")
    #expect(found.map(\.help) == ["delete it"])
    #expect(found.flatMap(\.notes).map(\.message) == ["the log has the same row"])
    #expect(fixed("SM104", before + row + "\n") == before)
  }

  @Test func `another row is moved to its day in the log`() {
    let rows = ["2025-11-05 | Released. | App", "2025-11-04 | Tests run. | App", "2025-11-03 | Build runs. | App"]
    let end = "## Decisions & Risks\n- The machine is slow."
    let task = "APP-10-001 | DONE | None | App Guild | Build."
    let before = tracker(task, log: [rows[0], rows[2]], end: end)
    #expect(fixed("SM104", before + "| \(rows[1]) |\n") == tracker(task, log: rows, end: end))
  }
}
