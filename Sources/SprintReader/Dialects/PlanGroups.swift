extension Dialect {
  /// `### Group SP9-G2 — Queue Backbone`, then `Tasks: SCANNER-QUEUE-09-401 (3 d), -402 (2 d)` and `Status: DONE`.
  static let planGroups = Dialect("plan-groups", .planGroups)
}
