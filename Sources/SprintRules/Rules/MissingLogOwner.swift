import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let missingLogOwner = Rule(
    "SM507", "missing-log-owner", .warning,
    Documentation(
      "a row of the log does not say whose it is",
      why: """
        Who wants to know more does not know whom to ask. The rule holds only in a log with a column for owners
        that at least three of four rows fill.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-05 | Build machine is slow. | |
        | 2025-11-04 | Sync held. | App |
        | 2025-11-03 | Build machine set up. | Ops |
        | 2025-11-02 | Sprint begun. | Planning |
        """,
      passing: """
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
        """,
      remedy: "Write who did it, or who wrote the row."),
    .sprint { context, report in
      let damaged = Set(context.sprint.irregularities.map(\.range))
      // Lines of a log without a table have no place for an owner; a row that lost a cell is another rule's.
      let log = context.sprint.log
      let rows = log.indices.filter { place in
        context.file.slice(log[place].range).contains(UInt8(ascii: "|")) && !damaged.contains(log[place].range)
      }
      let owned = rows.count { log[$0].owner != nil }
      guard owned > 2, owned < rows.count, owned * 4 >= rows.count * 3 else { return }
      for entry in rows.lazy.map({ log[$0] }) where entry.owner == nil && !entry.update.isEmpty {
        report.add(
          "this row of the log has no owner", at: entry.update.range, in: context.index,
          key: entry.key,
          notes: [Diagnostic.Note("\(owned) of the \(rows.count) rows of this log have one")],
          help: "write who did it, or who wrote the row")
      }
    })
}
