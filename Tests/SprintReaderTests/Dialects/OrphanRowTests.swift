import SprintModel
import SprintSource
import SprintTesting
import Testing

/// Rows that a note or a blank line cut off from their table.
struct OrphanRowTests {
  private static let header = """
    ## Delivery Tracker
    | # | Task ID | Status | Owners | Task Definition |
    | --- | --- | --- | --- | --- |
    | 1 | APP-1-001 | DONE | Ada | First. |

    > 2026-01-05: a note

    """

  private func sprint(_ rows: String) -> Sprint { Documents.sprint(Self.header + rows) }

  @Test(arguments: [
    ("| 2 | APP-1-002 | TODO | Ada | Second. |\n", ["APP-1-002"]),
    // Too few cells, too many, and a pipe in code.
    ("| 2 | APP-1-002 | TODO |\n", ["APP-1-002"]), ("| 2 | APP-1-002 |\n", ["APP-1-002"]),
    ("| 2 | APP-1-002 | TODO | Ada | Second. | More. |\n", ["APP-1-002"]),
    ("| 2 | APP-1-002 | TODO | Ada | `a|b`. |\n", ["APP-1-002"]),
    ("| 2 | APP-1-002/003 | TODO |\n| 3 | APP-1-004 |\n", ["APP-1-002", "APP-1-003", "APP-1-004"]),
    // A line break inside a cell.
    (
      "| 2 | APP-1-002 | TODO | Ada | Second\nand more. |\n| 3 | APP-1-003 | TODO | Ada | Third. |\n",
      ["APP-1-002", "APP-1-003"]
    ),
    ("| 2 | APP-1-002 | TODO | Ada\nBo | Second. |\n", ["APP-1-002"]),
    // No ids.
    ("| 2 | later | TODO |\n", []), ("| a | b |\n", []), ("2 | APP-1-002 | TODO\n", []),
  ])
  func `they are rows of the table before`(_ rows: String, _ ids: [String]) {
    #expect(sprint(rows).tasks.map(\.id.value.text) == ["APP-1-001"] + ids)
  }

  @Test func `what their cells say is read, and what they lack is not`() throws {
    let tasks = sprint("| 2 | APP-1-002 | BLOCKED |\n| 3 | APP-1-003 | TODO | Ada\nBo | Third. |\n").tasks
    #expect(tasks.map(\.state) == [.done, .blocked, .todo])
    #expect(tasks.map { $0.definition?.value } == ["First.", nil, "Third."])
    #expect(tasks.map { $0.owners.map(\.name.value) } == [["Ada"], [], ["Ada\nBo"]])
  }

  @Test func `they are told, with what else is wrong with them`() {
    let kinds = sprint("| 2 | APP-1-002 | TODO |\n| 3 | APP-1-003 | TODO | Ada\nBo | Third. |\n").irregularities.map {
      irregularity in
      switch irregularity.kind {
      case .orphanRow: "orphan"
      case .cellCount(let found, let expected, _, _): "\(found) of \(expected)"
      case .splitRow(let breaks): "\(breaks.count) break"
      default: "other"
      }
    }
    #expect(kinds == ["orphan", "3 of 5", "orphan", "1 break"])
  }

  @Test func `a row of the log between them is one of the log`() {
    let sprint = sprint("| 2026-01-05 | APP-1-001 completed. | Ada |\n| 2 | APP-1-002 | TODO |\n")
    #expect(sprint.tasks.map(\.id.value.text) == ["APP-1-001", "APP-1-002"])
    let misplaced = sprint.irregularities.compactMap {
      if case .misplacedLogRow(_, let entry) = $0.kind { entry } else { nil }
    }
    #expect(misplaced.map(\.update.value) == ["APP-1-001 completed."])
  }

  @Test func `in the log a row may have too few cells`() {
    let sprint = Documents.sprint(
      """
      ## Execution Log
      | Date (UTC) | Update | Owner |
      | --- | --- | --- |
      | 2026-01-06 | Left. | Ada |

      a note

      | 2026-01-05 | Packed. |
      | not a date | x |
      """)
    #expect(sprint.log.map(\.update.value) == ["Left.", "Packed."])
  }

  @Test func `rows of other tables are left alone`() {
    let sprint = Documents.sprint(
      """
      ## Risks
      | ID | Risk | Owner |
      | --- | --- | --- |
      | R1 | Late | Ada |

      a note

      | R2 | Early | Ada |
      """)
    #expect(sprint.tasks.isEmpty)
    #expect(sprint.irregularities.isEmpty)
  }
}
