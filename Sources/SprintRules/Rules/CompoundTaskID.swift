import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let compoundTaskID = Rule(
    "SM204", "compound-task-id", .information,
    Documentation(
      "one row declares several tasks",
      why: """
        The tasks of one row have one status, one date and one owner: when the first of them is done, the row
        cannot say so.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001/002 | TODO | None | App Guild | Build and test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        """,
      remedy: """
        Give each task a row of its own. `--unsafe-fixes` does, with the same cells in each; the numbers of the
        rows are another rule's.
        """, fix: .unsafe),
    .sprint { context, report in
      for row in context.rows where row.isPlural {
        let tasks = row.tasks.map { context.sprint.tasks[$0] }
        guard let first = tasks.first, let last = tasks.last, TaskTable.isRow(context.file.slice(first.range)) else {
          continue
        }
        let ids = first.id.range.union(last.id.range)
        report.add(
          "one row declares \(tasks.count) tasks: \(Words.all(tasks.map(\.id.value.text)))", at: ids, in: context.index,
          task: first,
          help: "give each a row of its own", fixes: fix(of: tasks, ids, context).map { [$0] } ?? [])
      }
    })

  private static func fix(of tasks: [TrackerTask], _ ids: ByteRange, _ context: SprintContext) -> Fix? {
    guard let row = tasks.first?.range, row.contains(ids) else { return nil }
    let text = context.file.slice(row)
    let line = context.file.lines.range(ofLine: context.file.lines.line(at: row.lower))
    // A row that is split, or set in, is another rule's or needs a person.
    guard !text.contains(0x0A), line?.lower == row.lower else { return nil }
    let before = text[..<ids.lower].string
    let after = text[ids.upper...].string
    let rows = tasks.map { before + $0.id.value.text + after }
    return Fix(
      "give each task a row of its own", .unsafe, [TextEdit(row, rows.joined(separator: "\n"))], changing: [.dependency]
    )
  }
}
