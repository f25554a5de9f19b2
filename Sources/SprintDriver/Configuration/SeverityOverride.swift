package import SprintSource

/// Severities that hold for some files.
package struct SeverityOverride: Sendable, Equatable {
  package var paths: [Glob]
  /// By the code of the rule.
  package var severities: [String: Severity]

  package init(paths: [Glob], severities: [String: Severity]) {
    self.paths = paths
    self.severities = severities
  }
}
