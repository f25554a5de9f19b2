import SprintRules
import SprintSource
import SprintTesting
import Testing

struct NoTasksTests {
  private static let header =
    "| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |\n| --- | --- | --- | --- | --- | --- |\n"

  @Test(arguments: [
    Case(
      "a table without rows", "# Sprint 12 · Docs\n\n## Delivery Tracker\n\(header)",
      (
        "this tracker has no task: the table has no rows",
        "| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |"
      )),
    Case("an empty file", "", ("this tracker has no task: the file is empty", nil)),
    Case("a file of blank lines", "\n \n\n", ("this tracker has no task: the file is empty", nil)),
    Case(
      "prose under the heading", "# Sprint 12\n\n## Delivery Tracker\nAll is well.\n",
      ("this tracker has no task: nothing under this heading is read as one", "## Delivery Tracker")),
    Case(
      "a table without the line of dashes",
      "# Sprint 12\n\n## Delivery Tracker\n| Task ID | Status |\n| DOC-12-001 | TODO |\n",
      ("this tracker has no task: nothing under this heading is read as one", "## Delivery Tracker")),
    Case(
      "another document", "# Recipes\n\nTake two eggs.\n",
      ("this tracker has no task: it has no Delivery Tracker, no table of tasks and no task blocks", "Recipes")),
    Case(
      "another document without a title", "Take two eggs.\n",
      ("this tracker has no task: it has no Delivery Tracker, no table of tasks and no task blocks", "T")),
    Case(
      "only an example in a code block",
      "# Sprint 12\n\n## Delivery Tracker\n```\n\(header)| 1 | DOC-12-001 | TODO | None | A | B. |\n```\n",
      ("this tracker has no task: nothing under this heading is read as one", "## Delivery Tracker")),
  ])
  func `a tracker without a task is found, with the cause`(sample: Case) {
    #expect(findings("SM107", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("a table", tracker("DOC-12-001 | TODO | None | Docs Guild | Write.")),
    NearMiss(
      "a table without outer pipes",
      "Task ID | State | Task description | Owners (Source)\n--- | --- | --- | ---\nDOC-12-001 | TODO | Write. | Docs Guild\n"
    ),
    NearMiss("blocks", "## Delivery Tracker\n\n### DOC-001 - Write\nStatus: TODO\nDependency: none\n"),
    NearMiss("bullets", "## Backlog\n\n- [ ] DOC-001: Write.\n"),
    NearMiss(
      "one row outside its table", "## Delivery Tracker\n\(header)\n| 1 | DOC-12-001 | TODO | None | A | B. |\n"),
    NearMiss(
      "lines that end in CR LF",
      "## Delivery Tracker\n\(header)| 1 | A-1 | TODO | None | A | B. |\n".replacing("\n", with: "\r\n")),
    NearMiss("a byte order mark", "\u{FEFF}## Backlog\n\n- [ ] DOC-001: Write.\n"),
  ])
  func `a tracker with a task is none`(miss: NearMiss) {
    #expect(findings("SM107", in: miss.text) == [])
  }
}
