import SprintModel

extension Dialect {
  /// An index of sprints with a status each: `| Sprint | Title | Status |`. Its rows are sprints, not tasks.
  static let sprintIndex = Dialect("sprint-index", .groupTable(Columns([.sprint, .status])))
}
