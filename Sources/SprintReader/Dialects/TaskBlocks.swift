extension Dialect {
  /// `### OPS-001 - Title`, and below it `Status: DONE`, `Dependency: OPS-002`, `Owners: …`.
  static let taskBlocks = Dialect("task-blocks", .blocks(Blocks(forms: [.global])))
}
