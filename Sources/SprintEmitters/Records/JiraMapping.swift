package import SprintModel

/// What a team's Jira calls the things that trackers hold.
package struct JiraMapping: Sendable, Equatable {
  /// The status of issues, by the state of tasks.
  package var statuses: [TaskState: String] = [
    .todo: "To Do", .doing: "In Progress", .review: "In Review", .blocked: "Blocked", .done: "Done",
    .cancelled: "Cancelled", .unknown: "To Do",
  ]
  /// The type of the issue that stands for a sprint; it must be above the type of tasks.
  package var sprintType = "Epic"
  package var taskType = "Task"

  package init() {}

  func status(_ state: TaskState) -> String { statuses[state] ?? "" }
}
