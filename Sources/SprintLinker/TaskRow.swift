package import SprintModel
import SprintSource

/// The tasks that a row declares: most often one.
package struct TaskRow: Sendable {
  /// Places among the tasks of the sprint.
  package let tasks: Range<Int>

  package var isPlural: Bool { tasks.count > 1 }
  /// `is` or `are`.
  package var verb: String { isPlural ? "are" : "is" }

  /// The ids as written.
  package func name(in sprint: Sprint) -> String {
    isPlural ? sprint.tasks[tasks.lowerBound].label.value : sprint.tasks[tasks.lowerBound].id.value.text
  }

  package static func rows(of sprint: Sprint) -> [TaskRow] {
    var rows: [TaskRow] = []
    rows.reserveCapacity(sprint.tasks.count)
    var start = 0
    while start < sprint.tasks.count {
      let range = sprint.tasks[start].range
      var end = start + 1
      while end < sprint.tasks.count, sprint.tasks[end].range == range { end += 1 }
      rows.append(TaskRow(tasks: start..<end))
      start = end
    }
    return rows
  }
}
