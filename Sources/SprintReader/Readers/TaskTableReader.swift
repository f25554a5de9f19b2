import SprintMarkdown
import SprintModel
import SprintSource

/// Reads the rows of a table as tasks.
struct TaskTableReader {
  let context: ReadingContext
  let columns: ColumnMap

  /// The tasks that a row declares: none, one, or several that share the row.
  func tasks(in row: LogicalRow, group: Int?) -> [TrackerTask] {
    guard let idCell = columns.text(.id, of: row) else { return [] }
    let label = Inline.unwrapped(context.slice(idCell))
    let ids = context.ids.declarations(in: label).ids
    guard let first = ids.first else { return [] }
    var task = TrackerTask(
      id: first, uid: first.value.uid(in: context.file.slug), label: Located(label), status: status(of: row),
      range: row.range)
    task.group = group
    task.row = columns.text(.number, of: row).map(context.located)
    if let cell = columns.text(.owners, of: row) {
      (task.owners, task.paths) = context.owners.owners(in: context.slice(cell))
    }
    if let cell = columns.text(.paths, of: row) { task.paths += PathScanner.paths(in: context.slice(cell)) }
    task.dependencyText = columns.text(.dependencies, of: row).map(context.located)
    task.definition = columns.text(.definition, of: row).map(context.located)
    task.estimate = stated(.estimate, of: row)
    task.priority = stated(.priority, of: row)
    task.notes = stated(.notes, of: row)
    if let cell = columns.text(.criteria, of: row) { task.acceptance = CriteriaScanner.criteria(in: context.slice(cell)) }
    return ids.map { id in
      var one = task
      one.id = id
      one.uid = id.value.uid(in: context.file.slug)
      return one
    }
  }

  private func status(of row: LogicalRow) -> Status {
    guard let cell = columns.cell(.status, of: row) else {
      return Status(state: .unknown, text: Located("", at: .empty(at: row.range.upper)))
    }
    return context.statuses.status(in: context.slice(cell))
  }

  /// A cell that holds more than a dash.
  private func stated(_ column: Vocabulary.Column, of row: LogicalRow) -> Located<String>? {
    columns.text(column, of: row).map(context.slice).flatMap { cell in
      cell.contains { $0.isWord || $0 >= 0xF0 } ? Located(cell) : nil
    }
  }
}
