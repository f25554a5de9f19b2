import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let missingStatusDate = Rule(
    "SM302", "missing-status-date", .warning,
    Documentation(
      "done or blocked without a date, in a tracker that dates its states",
      why: """
        Without a date nobody can say how long a task has been blocked. The rule holds only where at least
        half of the done and blocked rows have one.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        | 2 | APP-10-002 | DONE (2025-11-03) | None | App Guild | Test. |
        | 3 | APP-10-003 | BLOCKED | Needs the licence server | App Guild | Ship. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        | 2 | APP-10-002 | DONE (2025-11-03) | None | App Guild | Test. |
        | 3 | APP-10-003 | TODO | None | App Guild | Ship. |
        """,
      remedy: "Write the day on which the task came into this state: `BLOCKED (2025-11-25)`."),
    options: [datedStates],
    .sprint { context, report in
      let states = context.options.words(datedStates, as: TaskState.self)
      var dated = 0
      var undated: [TaskRow] = []
      for row in context.rows where states.contains(context.state(of: row)) {
        if context.sprint.tasks[row.tasks.lowerBound].status.date != nil { dated += 1 } else { undated.append(row) }
      }
      let count = dated + undated.count
      guard dated >= 2, dated * 3 >= count * 2 else { return }
      for row in undated {
        let task = context.task(row)
        // A box is a state, but no place for a date.
        guard !task.status.text.value.hasPrefix("["), !isDated(task.status.text.value) else {
          continue
        }
        report.add(
          "\(context.name(of: row)) \(row.verb) \(task.state.word) without a date", at: task.status.text.range,
          in: context.index,
          task: task,
          notes: [
            Diagnostic.Note(
              "\(dated) of the \(count) \(Words.either(states.map(\.rawValue))) rows of this tracker have one")
          ],
          help:
            "write the day on which \(row.isPlural ? "they" : "it") came into this state: \(task.state.word) (YYYY-MM-DD)"
        )
      }
    })

  private static let datedStates = RuleOption.words(
    "states", of: TaskState.allCases.filter { $0 != .unknown }, standard: [.done, .blocked],
    "the states that have a date")

  /// Whether a text holds something that is meant as a day, though it is none or is written in another way: `25.11.2025`.
  private static func isDated(_ text: String) -> Bool {
    let runs = text.utf8.split {
      !($0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/"))
    }
    return runs.contains { run in run.split(whereSeparator: { !$0.isDigit }).count == 3 }
  }
}
