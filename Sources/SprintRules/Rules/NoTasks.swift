import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let noTasks = Rule(
    "SM107", "no-tasks", .warning,
    Documentation(
      "a tracker file has no task in it",
      why: """
        A tracker in which nothing is read as a task counts as finished in every report. Most often the
        tasks are there, and the table is damaged or written in a way that is not known. A tracker whose table
        is empty and whose log has one row has just been made, and is left alone.
        """,
      firing: """
        # Sprint 10 · Docs

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        """,
      passing: """
        # Sprint 10 · Docs

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | DOC-10-001 | TODO | None | Docs Guild | Write the guide. |
        """,
      remedy: "Add the tasks, mend the table, or keep the file out of the tracker folder."),
    .sprint { context, report in
      guard context.sprint.tasks.isEmpty, !isNew(context.sprint) else { return }
      let (cause, range, help) = cause(context)
      report.add("this tracker has no task: \(cause)", at: range, in: context.index, help: help)
    })

  /// Whether nothing has happened but that somebody made the tracker.
  private static func isNew(_ sprint: Sprint) -> Bool {
    guard sprint.emptyTracker != nil, sprint.log.count == 1, let entry = sprint.log.first else { return false }
    return entry.date != nil && entry.mentions.isEmpty
  }

  private static func help(_ reason: Reading.Reason) -> String? {
    switch reason {
    case .unknownHeaders: "call the columns Task ID and Status, or add their names to the vocabulary"
    case .notAnnounced: "put them under a heading such as Backlog or Tasks"
    default: nil
    }
  }

  private static func cause(_ context: SprintContext) -> (cause: String, range: ByteRange?, help: String?) {
    let sprint = context.sprint
    let top = ByteRange(0, min(context.file.text.count, 1))
    if context.file.slice(ByteRange(0, context.file.text.count)).trimmed.isEmpty {
      return ("the file is empty", nil, nil)
    }
    if sprint.invalidText.count > 1 {
      return ("many of its bytes are no UTF-8 text", nil, "see the other findings, and save the file as UTF-8")
    }
    if let damage = context.file.damages.first(where: { !$0.isCertain }) {
      return ("\(damage.kind.guess): \(damage.evidence)", nil, "see the other findings, and mend the file first")
    }
    if let header = sprint.emptyTracker { return ("the table has no rows", header, "add a row for each task") }
    if let evidence = sprint.looksRendered {
      return (
        "it looks like a page that was copied as it is shown (\(evidence))", sprint.title?.range ?? top,
        "copy the Markdown itself: where the cells of a table end is lost in this text"
      )
    }
    if let reading = sprint.readings.first(where: \.isLikely), case .notTasks(let reason) = reading.verdict {
      return ("a \(reading.subject.rawValue) looks like tasks, but \(reason)", reading.range, help(reason))
    }
    if let heading = sprint.sections[.tracker] {
      return (
        "nothing under this heading is read as one", heading,
        "a table of tasks needs headers such as Task ID and Status, and a line of dashes below them"
      )
    }
    return (
      "it has no Delivery Tracker, no table of tasks and no task blocks", sprint.title?.range ?? top,
      "see `sprintmark explain no-tasks`"
    )
  }
}

extension RepairKind {
  /// What may have happened to the file.
  fileprivate var guess: String {
    switch self {
    case .mojibake: "its text was decoded with the wrong character set"
    case .outerFence: "a code fence seems to enclose it"
    case .flattened: "its line breaks seem to be lost"
    }
  }
}

extension Reading {
  /// Whether there is a reason to think that tasks were meant.
  fileprivate var isLikely: Bool {
    switch verdict {
    case .notTasks(.unknownHeaders), .notTasks(.notAnnounced): true
    default: false
    }
  }
}
