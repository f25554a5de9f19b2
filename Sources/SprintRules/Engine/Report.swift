import SprintLinker
import SprintModel
import SprintSource

/// Where a rule puts what it finds.
struct Report {
  private let rule: Rule
  private let workspace: Workspace
  private(set) var diagnostics: [Diagnostic] = []

  init(_ rule: Rule, _ workspace: Workspace) {
    self.rule = rule
    self.workspace = workspace
  }

  /// Reports a finding.
  ///
  /// - Parameters:
  ///   - key: what tells this finding from others of the same rule about the same task; never a line number.
  ///   - severity: where the rule finds things of different weight.
  mutating func add(
    _ message: String, at range: ByteRange?, in sprint: Int, task: TrackerTask? = nil, key: String = "",
    severity: Severity? = nil, notes: [Diagnostic.Note] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    let source = workspace.sprints[sprint]
    diagnostics.append(
      Diagnostic(
        code: rule.code, name: rule.name, severity: severity ?? rule.severity, message: message,
        location: Location(file: source.file, range: range), task: task?.uid, notes: notes, help: help, fixes: fixes,
        fingerprint: Fingerprint.of([rule.code, source.slug, task?.uid ?? "", key])))
  }
}
