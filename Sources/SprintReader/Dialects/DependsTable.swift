import SprintModel

extension Dialect {
  /// `| Task ID | State | Summary | Owner / Source | Depends On |`.
  static let dependsTable = Dialect(
    "depends-column", .table(Columns([.id, .status, .definition, .owners, .dependencies])))
}
