/// A task of a made tracker.
struct PlannedTask: Sendable {
  enum State: String, Sendable {
    case todo = "TODO"
    case doing = "DOING"
    case review = "REVIEW"
    case blocked = "BLOCKED"
    case done = "DONE"
  }

  /// What its id begins with, such as `CRANE-QUEUE-412`; empty for ids that hold within their sprint.
  let stem: String
  /// The end of its id, such as `003`; several where one row declares several tasks.
  let serials: [String]
  var state: State
  /// Since when it has the state, in days since 1970-01-01.
  let day: Int
  /// What it waits for, as it is written: ids, shorthand, ranges, sprints.
  var needs: [String] = []
  /// What it waits for that is no task.
  var awaited: String?
  /// Whether its state says since when it is.
  var isDated = true
  /// Whether the log tells how it came to its state.
  var isLogged = true

  /// As it is declared: `CRANE-QUEUE-412-003/004`.
  var declaration: String { (stem.isEmpty ? "" : stem + "-") + serials.joined(separator: "/") }

  /// The id of the first of its tasks.
  var id: String { (stem.isEmpty ? "" : stem + "-") + (serials.first ?? "") }

  /// As a task of the same stem may name it: `412-003`.
  var shorthand: String {
    (stem.split(separator: "-").last.map { $0 + "-" } ?? "") + (serials.first ?? "")
  }
}
