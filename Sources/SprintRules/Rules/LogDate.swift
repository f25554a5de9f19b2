import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let logDate = Rule(
    "SM502", "log-date", .error,
    Documentation(
      "a row of the log has no date, none of the calendar, or one in the future",
      why: "Everything that is computed over time rests on these dates: order, age of blocks, progress.",
      firing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-31 | APP-10-001 completed: build runs. | App |
        """,
      passing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-30 | APP-10-001 completed: build runs. | App |
        """,
      remedy: "Write the day as YYYY-MM-DD (ISO 8601)."),
    .sprint { context, report in
      // A day before `today` in some zone: a row may be one day ahead of it.
      let last = context.all.today?.dayAfter
      for place in context.sprint.log.indices {
        let date = context.sprint.log[place].date
        let isFuture = date.flatMap { date in last.map { $0 < date } } ?? false
        guard date == nil || isFuture else { continue }
        let entry = context.sprint.log[place]
        let message =
          isFuture
          ? "\(entry.dateText.value) lies in the future"
          : entry.dateText.isEmpty
            ? "this row of the log has no date" : "\"\(Words.excerpt(entry.dateText.value))\" is no date"
        report.add(
          message, at: entry.dateText.range.isEmpty ? entry.range : entry.dateText.range, in: context.index,
          key: entry.key,
          help: isFuture ? "correct the date" : "write the day as YYYY-MM-DD")
      }
    })
}
