import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let impossibleDate = Rule(
    "SM308", "impossible-date", .error,
    Documentation(
      "a status has a date that cannot be",
      why: """
        No calendar has the day, it lies in the future, or the task was done before what it depends on: the age
        of blocks and the progress that are computed from such a date are wrong. The date is that of the state
        where nothing but the state stands before it; what is to do may have a day that is to come. That a task was
        done before its dependency is a warning. Days on which a sprint starts and ends must be of the calendar too.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-02-30) | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-02-28) | None | App Guild | Build. |
        | 2 | APP-10-002 | DONE (2025-03-03) | Depends on APP-10-001 | App Guild | Test. |
        """,
      remedy: "Correct the date."),
    .sprint { context, report in
      for date in context.sprint.impossibleDates {
        report.add(
          "\(date.value) is no day of the calendar", at: date.range, in: context.index, key: date.value,
          help: "correct the date")
      }
      // A day before `today` in some zone: a row may be one day ahead of it.
      let last = context.all.today?.dayAfter
      for row in context.rows {
        let first = row.tasks.lowerBound
        if let date = context.sprint.tasks[first].status.impossibleDate {
          report.add(
            "\(context.name(of: row)) \(row.verb) dated \(date.value), which is no day of the calendar", at: date.range,
            in: context.index, task: context.task(row), key: date.value, help: "correct the date")
        }
        guard let date = context.sprint.tasks[first].status.date else { continue }
        if let last, last < date.value {
          let task = context.task(row)
          guard task.state != .todo, task.status.isDated(context.all.vocabulary) else { continue }
          report.add(
            "\(context.name(of: row)) \(row.verb) \(task.state.word) since \(date.value), which lies in the future",
            at: date.range,
            in: context.index, task: task, key: "\(date.value)", help: "correct the date")
        } else if context.sprint.tasks[first].status.state == .done {
          reportLateDependencies(of: row, doneOn: date, context, to: &report)
        }
      }
    })

  private static func reportLateDependencies(
    of row: TaskRow, doneOn date: Located<CalendarDate>, _ context: SprintContext, to report: inout Report
  ) {
    for (place, resolution) in context.resolutions(of: row).enumerated() {
      // A reference to all ids with one beginning may mean some of them.
      guard resolution.isResolved, resolution.method != .prefix else { continue }
      for node in resolution.nodes {
        guard context.all.isCompleted(node, after: date.value),
          context.task(row).status.isDated(context.all.vocabulary)
        else { continue }
        let name = context.workspace.symbols.uids[node]
        let reference = context.reference(place, of: row)
        report.add(
          "\(context.name(of: row)) \(row.isPlural ? "were" : "was") done on \(date.value), before \(name) was",
          at: date.range,
          in: context.index, task: context.task(row), key: name, severity: .warning,
          notes: [context.all.evidence(node, note: resolution.explanation(of: reference))],
          help: "correct the date of the one or the other, or drop the dependency")
      }
    }
  }
}

extension WorkspaceContext {
  /// Whether each declaration of an id says that the task was done on a later day.
  fileprivate func isCompleted(_ node: Int, after day: CalendarDate) -> Bool {
    workspace.symbols.declarations[node].allSatisfy { index in
      guard workspace.state(of: index) == .done,
        let date = workspace.sprints[index.sprint].tasks[index.task].status.date, day < date.value
      else { return false }
      return workspace.sprints[index.sprint].tasks[index.task].status.isDated(vocabulary)
    }
  }
}

extension Status {
  /// Whether the date is the day of the state: `DONE (2025-11-25)`, and not `BLOCKED until 2025-11-25`.
  fileprivate func isDated(_ vocabulary: Vocabulary) -> Bool {
    guard let date, text.range.contains(date.range) else { return false }
    let before = text.bytes.prefix(date.range.lower - text.range.lower)
    var words = Vocabulary.words(of: before)
    // What a box holds is no word.
    if before.first == UInt8(ascii: "["), words.first == "x" { words.removeFirst() }
    if words.last == "on" || words.last == "since" { words.removeLast() }
    return words.isEmpty || vocabulary.states[words.joined(separator: " ")] == state
  }
}
