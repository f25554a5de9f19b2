import SprintRules
import SprintSource
import SprintTesting
import Testing

struct RowCellCountTests {
  @Test(arguments: [
    Case(
      "a pipe in a code span", tracker("APP-10-001 | TODO | None | App Guild | Run `lint | sort` in CI."),
      ("this row has 7 cells under 6 headers: GFM drops \"sort` in CI.\"", "sort` in CI.")),
    Case(
      "a cell too many", tracker("APP-10-001 | TODO | None | App Guild | Build. | and more"),
      ("this row has 7 cells under 6 headers: GFM drops \"and more\"", "and more")),
    Case(
      "two cells too many", tracker("APP-10-001 | TODO | None | App Guild | Build. | and | more"),
      ("this row has 8 cells under 6 headers: GFM drops \"and | more\"", "and | more")),
    Case(
      "a cell too few", tracker("APP-10-001 | TODO | None | App Guild"),
      ("this row has 5 cells under 6 headers", "| 1 | APP-10-001 | TODO | None | App Guild |")),
    Case(
      "a row of the log", tracker("APP-10-001 | TODO | None | App Guild | Build.", log: ["2025-11-03 | Sync held."]),
      ("this row has 2 cells under 3 headers", "| 2025-11-03 | Sync held. |")),
    Case(
      "a note right below the table, which GFM takes for a row",
      tracker("APP-10-001 | TODO | None | App Guild | Build.") + "The build is slow.\n",
      ("this row has 1 cell under 6 headers", "The build is slow.")),
    Case(
      "two rows",
      tracker(
        "APP-10-001 | TODO | None | App Guild | Run `a | b`.", "APP-10-002 | TODO | None | App Guild | Test.",
        "APP-10-003 | TODO | None"),
      ("this row has 7 cells under 6 headers: GFM drops \"b`.\"", "b`."),
      ("this row has 4 cells under 6 headers", "| 3 | APP-10-003 | TODO | None |")),
  ])
  func `a row with too many or too few cells is found`(sample: Case) {
    #expect(findings("SM101", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("a pipe behind a backslash", tracker("APP-10-001 | TODO | None | App Guild | Build a \\| b.")),
    NearMiss("such a pipe in a code span", tracker("APP-10-001 | TODO | None | App Guild | Run `a \\| b`.")),
    NearMiss("an empty cell at the end", tracker("APP-10-001 | TODO | None | App Guild | ")),
    NearMiss(
      "a row without outer pipes",
      tracker("APP-10-001 | TODO | None | App Guild | Build.") + "2 | APP-10-002 | TODO | None | App Guild | Test.\n"),
    NearMiss(
      "a row in a code block",
      tracker(
        "APP-10-001 | TODO | None | App Guild | Build.", end: "```\n| 2 | APP-10-002 | TODO |\n```")),
    NearMiss(
      "a row that a line break has split",
      tracker("APP-10-001 | TODO | Waits for the\nbuild machine | App Guild | Build.")),
    NearMiss(
      "the example of a table inside a cell of code",
      tracker("APP-10-001 | TODO | None | App Guild | Write `\\| a \\| b \\|`.")),
    NearMiss(
      "letters beyond ASCII in the row", tracker("APP-10-001 | TODO | None | Größe · 建物 | Baue „alles“ 🏗.")),
  ])
  func `a row with as many cells as headers is none`(miss: NearMiss) {
    #expect(findings("SM101", in: miss.text) == [])
  }

  @Test func `the fix escapes the pipe, and then nothing is dropped`() {
    let text = tracker("APP-10-001 | TODO | None | App Guild | Run `lint | sort` in CI.")
    #expect(diagnostics("SM101", in: text).flatMap(\.fixes).map(\.applicability) == [.safe])
    #expect(fixed("SM101", text) == tracker("APP-10-001 | TODO | None | App Guild | Run `lint \\| sort` in CI."))
  }

  @Test func `where the pipes of code spans are not just those too many, there is no fix`() {
    let text = tracker("APP-10-001 | TODO | None | App Guild | Run `lint | sort` in CI. | more")
    #expect(diagnostics("SM101", in: text).map(\.fixes) == [[]])
  }

  @Test func `a row that is not closed might go on in the next line, and has no fix`() {
    let row = "| 1 | APP-10-001 | TODO | None | App Guild | Run `lint | sort` in CI."
    let text = tracker("APP-10-001 | TODO | None | App Guild | Run `lint | sort` in CI.")
    let open = text.replacing(row + " |", with: row + "\n26 |")
    #expect(open != text)
    #expect(diagnostics("SM101", in: open).flatMap(\.fixes).count == 0)
  }
}
