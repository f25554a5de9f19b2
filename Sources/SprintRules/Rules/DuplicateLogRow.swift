import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let duplicateLogRow = Rule(
    "SM501", "duplicate-log-row", .error,
    Documentation(
      "a row of the log stands twice",
      why: """
        A row that was pasted twice counts twice in every report. Rows that say on one day of one task that
        the same thing happened, in other words, are pointed out as information.
        """,
      firing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |
        | 2025-11-02 | Sprint begun. | Planning |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |
        """,
      passing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-04 | Sync held. | Planning |
        | 2025-11-03 | Sync held. | Planning |
        """,
      remedy: "Delete the later row; `--fix` does. Of two rows that nearly agree, keep what both say in one.",
      fix: .safe),
    options: [findsNearDuplicates],
    .sprint { context, report in
      let findsNear = context.options.isOn(findsNearDuplicates)
      var exact: [String: LogEntry] = [:]
      var near: [String: LogEntry] = [:]
      for (place, entry) in context.sprint.log.enumerated() {
        guard entry.update.value.utf8.contains(where: \.isWord) else { continue }
        let text = entry.update.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let key = "\(entry.dateText.value)|\(text)"
        // What two owners say in the same words, both have said.
        let row = "\(key)|\(entry.owner?.value ?? "")"
        if let first = exact[row] {
          report.add(
            "this row of the log stands twice", at: entry.update.range, in: context.index, key: key,
            notes: [Diagnostic.Note("first here", at: context.workspace.location(first.range, in: context.index))],
            help: "delete the later one", fixes: [Fix("delete the row", .safe, [context.removal(of: entry.range)])])
          continue
        }
        exact[row] = entry
        let subjects = Set(
          zip(entry.mentions, context.workspace.mentions(sprint: context.index, entry: place)).flatMap {
            mention, resolution in
            mention.isSubject ? resolution.targets : []
          }
        ).sorted()
        guard findsNear, entry.event != .note, !subjects.isEmpty else { continue }
        let event = "\(entry.dateText.value)|\(entry.event.rawValue)|\(subjects.joined(separator: " "))"
        if let first = near[event] {
          report.add(
            "the log says twice on \(entry.dateText.value) that \(Words.all(subjects)) \(subjects.count == 1 ? "was" : "were") \(entry.event.rawValue)",
            at: entry.update.range, in: context.index, key: event, severity: .information,
            notes: [Diagnostic.Note("first here", at: context.workspace.location(first.range, in: context.index))],
            help: "keep what both say in one row")
        } else {
          near[event] = entry
        }
      }
    })

  private static let findsNearDuplicates = RuleOption.flag(
    "near", standard: true, "whether rows that say the same of a task in other words are found too")
}

extension SprintContext {
  /// Takes out the line of a row, with its line end.
  func removal(of row: ByteRange) -> TextEdit {
    let line = file.lines.range(ofLine: file.lines.line(at: row.lower)) ?? row
    return TextEdit(line.union(row), "")
  }
}
