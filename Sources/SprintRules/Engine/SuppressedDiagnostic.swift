package import SprintSource

/// A finding that a comment in its file says to leave alone.
package struct SuppressedDiagnostic: Sendable, Hashable {
  package let diagnostic: Diagnostic
  /// Why, as the comment says it; nil where it says nothing.
  package let reason: String?

  package init(_ diagnostic: Diagnostic, reason: String?) {
    self.diagnostic = diagnostic
    self.reason = reason
  }
}
