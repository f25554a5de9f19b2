import SprintModel
import SprintSource
import SprintTesting
import Testing

/// The reader's account of what it took for tasks and what not.
struct ReadingTests {
  /// Each reading as `table 3: 2 tasks, standard`, `list 5: notAnnounced`.
  private func readings(_ text: String) -> [String] {
    let sprint = Documents.sprint(text)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count)
    return sprint.readings.map { reading in
      var (line, start) = (1, 0)
      while line <= lines.count, start + lines[line - 1] < reading.range.lower {
        (start, line) = (start + lines[line - 1] + 1, line + 1)
      }
      let verdict =
        switch reading.verdict {
        case .tasks(let count, let dialect): "\(count) tasks, \(dialect)"
        case .groups(let count, let dialect): "\(count) groups, \(dialect)"
        case .log(let count): "\(count) entries"
        case .notTasks(let reason): "\(reason)"
        }
      return "\(reading.subject.rawValue) \(line): \(verdict)"
    }
  }

  @Test func `tables, lists and blocks that hold tasks are told with their dialects`() {
    #expect(
      readings(
        """
        # Sprint 10

        ## Tasks
        | ID | Title | Points |
        | --- | --- | --- |
        | APP-1 | Load | 3 |
        | APP-2/3 | Drive | 5 |
        | | Total | 8 |

        - [ ] APP-4: Rest

        ### APP-5 - Return
        Status: TODO

        ## Execution Log
        | Date | Update |
        | --- | --- |
        | 2026-01-05 | Left. |
        """) == [
          "table 4: 3 tasks, story-table", "list 10: 1 tasks, bullets", "block 12: 1 tasks, task-blocks",
          "table 16: 1 entries",
        ])
  }

  @Test func `tasks that were named before are counted too`() {
    #expect(
      readings("## Tasks\n- [ ] APP-1: Load\n\n| ID | Status |\n| --- | --- |\n| APP-1 | DONE |\n") == [
        "list 2: 1 tasks, bullets", "table 4: 1 tasks, story-table",
      ])
  }

  @Test func `waves are groups, and empty rows none`() {
    #expect(
      readings("| Wave | Status |\n| --- | --- |\n| A | TODO |\n| | |\n| B | DONE |\n") == ["table 1: 2 groups, waves"])
  }

  @Test(arguments: [
    (
      "| ID | Risk | Status |\n| --- | --- | --- |\n| R1 | Late | Open |\n",
      "table 1: the header \"Risk\" says that it lists something else"
    ),
    (
      "| Day | Focus |\n| --- | --- |\n| D1 | Load |\n",
      "table 1: no column holds task ids; not in the vocabulary: \"Day\", \"Focus\""
    ),
    ("| Name | Notes |\n| --- | --- |\n| Load | x |\n", "table 1: no column holds task ids"),
    (
      "| ID | Colour |\n| --- | --- |\n| APP-1 | red |\n",
      "table 1: no column for a status, an estimate, an owner or a dependency; not in the vocabulary: \"Colour\""
    ),
    (
      "| Ref | Lage |\n| --- | --- |\n| APP-1 | DONE |\n",
      "table 1: \"Ref\" seems to hold task ids and \"Lage\" states, but neither name is in the vocabulary"
    ),
    ("## Day by day\n- **D1**: Load\n- **D2**: Drive\n", "list 2: no heading above it announces tasks"),
    ("## Log\n| ID | Status |\n| --- | --- |\n| APP-1 | DONE |\n", "table 2: it stands in the log"),
  ])
  func `what is not read as tasks has a reason`(_ text: String, _ expected: String) {
    #expect(readings(text) == [expected])
    #expect(Documents.sprint(text).tasks.isEmpty)
  }

  @Test(arguments: [
    // Nothing in these looks like tasks, so that nothing is to be told.
    "- One\n- Two\n", "1. AC1: Opens\n2. AC2: Closes\n", "## Decisions\n- D1: Use UTC\n",
    "```\n- [ ] APP-1: Load\n```\n", "# Sprint\n\ntext\n",
    "## Tasks\n- Read more\n", "## Background\nStatus: DONE\n",
  ])
  func `plain text needs no account`(_ text: String) {
    #expect(readings(text) == [])
  }
}

struct HeadingFieldTests {
  @Test func `headings can be the fields of a document that is one task`() throws {
    let sprint = Documents.sprint(
      "# OPS-505: Fix the bell\n\n## Priority: High\n\n## Status: COMPLETED\n\n## Summary\n\nIt rang twice.\n")
    let task = try #require(sprint.tasks.first)
    #expect(task.id.value.text == "OPS-505")
    #expect(task.state == .done)
    #expect(task.priority?.value == "High")
  }
}

struct OtherStatusTests {
  private func state(_ text: String) -> TaskState? { Documents.sprint(text).tasks.first?.state }

  @Test func `the verdict of a review is not the status of the task`() {
    let head = "# TASK-1613: Remove the old bell\n\nSome words.\n\n"
    #expect(state(head + "## Technical review\n\n**Status:** APPROVED\n\n## End\n\n**STATUS: COMPLETE**\n") == .done)
  }

  @Test func `a quoted status is somebody else's`() {
    let text = "## Tasks\n\n### OPS-053: Dashboard\n\n> **Status:** OPEN\n\n**Status:** DONE\n"
    #expect(state(text) == .done)
    #expect(state("# OPS-053: Dashboard\n\n> **Status:** DONE\n\nWords.\n") == .done)
  }
}
