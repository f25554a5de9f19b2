import SprintModel

extension Dialect {
  /// `Task ID | State | Exit criteria | Owners`, a table for each workstream.
  static let workstreamTable = Dialect("workstream", .table(Columns([.id, .status, .criteria, .owners])))
}
