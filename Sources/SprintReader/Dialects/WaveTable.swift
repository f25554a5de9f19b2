import SprintModel

extension Dialect {
  /// `| Wave | Guild owners | Shared prerequisites | Status | Notes |`: waves of a sprint, not tasks.
  static let waveTable = Dialect("waves", .groupTable(Columns([.group, .status])))
}
