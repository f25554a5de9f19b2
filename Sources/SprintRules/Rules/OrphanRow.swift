import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let orphanRow = Rule(
    "SM103", "orphan-row", .error,
    Documentation(
      "a row of a table stands outside the table",
      why: """
        A blank line, a note or a quote ends a table. Rows after it are shown as plain text with pipes in it,
        and other tools do not see their tasks.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |

        A note after the table.
        """,
      remedy: "Move the note below the table, or take out the blank line."),
    .sprint { context, report in
      for irregularity in context.sprint.irregularities where irregularity.kind == .orphanRow {
        let (task, key) = context.identity(ofRow: irregularity.range)
        let name = task.map { "the row of \($0.id.value.text)" } ?? "this row"
        report.add(
          "\(name) stands outside its table", at: irregularity.range, in: context.index, task: task, key: key,
          help: "a table ends at the first line that is no row: move what stands between below the table")
      }
    })
}
