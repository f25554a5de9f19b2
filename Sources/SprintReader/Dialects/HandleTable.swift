import SprintModel

extension Dialect {
  /// `| # | Task ID & handle | State | Key dependency / next step | Owners |`: the text stands beside the id.
  static let handleTable = Dialect(
    "handle",
    .table(Columns([.id, .status, .dependencies, .owners], headers: ["task id handle", "id handle", "task handle"])))
}
