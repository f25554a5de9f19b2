extension Dialect {
  /// Phase documents: `### T2.1: Name` or `### Task 3: Name`, then `**Status:** DONE **Assignee:** TBD`.
  static let phaseBlocks = Dialect("phase", .blocks(Blocks(forms: [.named, .short, .decimal])))
}
