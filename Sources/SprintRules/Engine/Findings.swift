package import SprintSource

/// What the rules have found.
package struct Findings: Sendable {
  /// In the order of their places.
  package var diagnostics: [Diagnostic] = []
  /// What comments in the files say to leave alone, in the same order.
  package var suppressed: [SuppressedDiagnostic] = []
}
