import SprintModel

extension Dialect {
  /// `TASKS.md` of a module: `| ID | Status | Owner(s) | Depends on | Description | Exit Criteria |`.
  static let moduleBoard = Dialect(
    "module-board", .table(Columns([.id, .status, .owners, .dependencies, .definition, .criteria])))
}
