import SprintModel

extension Dialect {
  /// Today's template: `| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |`.
  static let standardTable = Dialect(
    "standard", .table(Columns([.number, .id, .status, .dependencies, .owners, .definition], hasOuterPipes: true)))
}
