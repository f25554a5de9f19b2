import SprintModel

extension Dialect {
  /// Rows without outer pipes: `Task ID | State | Task description | Owners (Source)`.
  static let pipeLess = Dialect("pipe-less", .table(Columns([.id, .status, .definition], hasOuterPipes: false)))
}
