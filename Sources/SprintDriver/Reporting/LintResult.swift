package import SprintRules
package import SprintSource

/// What a run of the linter has to say, before it is written in some form.
package struct LintResult: Sendable {
  /// What is to be reported, in the order of path, place and code.
  package var diagnostics: [Diagnostic]
  /// What comments in the files say to leave alone.
  package var suppressed: [SuppressedDiagnostic] = []
  /// What the baseline knows already; nil where there is no baseline.
  package var known: [Diagnostic]?
  /// All files that were read; `Location.file` is a place among them.
  package let files: [SourceFile]
  /// The number of trackers that the run is about, and of the tasks in them.
  package let trackers: Int
  package let tasks: Int

  package init(_ diagnostics: [Diagnostic], files: [SourceFile], trackers: Int, tasks: Int) {
    self.diagnostics = diagnostics
    self.files = files
    self.trackers = trackers
    self.tasks = tasks
  }
}
