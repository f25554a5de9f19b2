package import SprintRules
package import SprintSource

/// Severities and options of rules that hold for some files.
package struct SeverityOverride: Sendable, Equatable {
  package var paths: [Glob]
  /// By the code of the rule.
  package var severities: [String: Severity]
  /// By the code of the rule.
  package var options: [String: RuleOptions]

  package init(paths: [Glob], severities: [String: Severity], options: [String: RuleOptions] = [:]) {
    self.paths = paths
    self.severities = severities
    self.options = options
  }
}
