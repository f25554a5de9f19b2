import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let logOrder = Rule(
    "SM503", "log-order", .warning,
    Documentation(
      "a row of the log stands against the order that its table mostly keeps",
      why: """
        Who reads only the top of the log misses a row that was added at the wrong end. The order is clear where at
        least three of four steps from one day to another, and three of them, go one way, and at most a quarter of the
        rows stand against it. The option `order` names the order instead. Rows of one day have none.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-05 | Build machine is slow. | Ops |
        | 2025-11-04 | Sync held. | App |
        | 2025-11-03 | Build machine set up. | Ops |
        | 2025-11-02 | Sprint begun. | Planning |
        | 2025-11-06 | Build machine replaced. | Ops |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-06 | Build machine replaced. | Ops |
        | 2025-11-05 | Build machine is slow. | Ops |
        | 2025-11-04 | Sync held. | App |
        | 2025-11-04 | Second sync held. | App |
        | 2025-11-02 | Sprint begun. | Planning |
        """,
      remedy: "Sort the rows; `--fix` does where each has a date, and leaves rows of one day as they stand.",
      fix: .safe),
    options: [rowOrder],
    .sprint { context, report in
      let wanted = context.options.word(rowOrder, as: LogTable.Order.self) ?? .auto
      for table in LogTable.tables(context) {
        guard let order = wanted == .auto ? table.order : wanted else { continue }
        let misplaced = table.misplaced(in: order)
        guard let row = misplaced.first, wanted != .auto || misplaced.count * 4 <= table.dated.count else { continue }
        let entry = context.sprint.log[row.entry]
        let others = misplaced.count - 1
        let more = others > 0 ? ", and so \(others == 1 ? "does" : "do") \(Words.counted(others, "other row"))" : ""
        let first = order == .newestFirst ? "the newest first" : "the oldest first"
        let evidence =
          wanted == .auto
          ? "\(table.dated.count - misplaced.count) of the \(table.dated.count) dated rows stand in order, \(first)"
          : "the configuration asks for \(first)"
        report.add(
          "the row of \(entry.dateText.value) stands out of order\(more)", at: entry.dateText.range, in: context.index,
          key: entry.key, notes: [Diagnostic.Note(evidence)], help: "sort the rows, \(first)",
          fixes: table.sorting(in: order, context).map { [$0] } ?? [])
      }
    })

  private static let rowOrder = RuleOption.word(
    "order", standard: LogTable.Order.auto, "which rows stand first; auto: as most rows of the table have it")
}
