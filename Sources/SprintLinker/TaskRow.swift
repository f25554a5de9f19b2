package import SprintModel
import SprintSource

/// The tasks that a row declares: most often one.
package struct TaskRow: Sendable {
  /// Places among the tasks of the sprint.
  package let tasks: Range<Int>
  /// The ids as written.
  package let name: String

  package var isPlural: Bool { tasks.count > 1 }
  /// `is` or `are`.
  package var verb: String { isPlural ? "are" : "is" }

  package static func rows(of sprint: Sprint) -> [TaskRow] {
    var rows: [TaskRow] = []
    var start = 0
    while start < sprint.tasks.count {
      let range = sprint.tasks[start].range
      var end = start + 1
      while end < sprint.tasks.count, sprint.tasks[end].range == range { end += 1 }
      let name = end - start == 1 ? sprint.tasks[start].id.value.text : sprint.tasks[start].label.value
      rows.append(TaskRow(tasks: start..<end, name: name))
      start = end
    }
    return rows
  }
}
