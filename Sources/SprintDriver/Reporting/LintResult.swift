package import SprintLinker
import SprintModel
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
  /// The trackers that the run is about, as places among the files.
  package let trackers: [Int]
  /// The number of tasks in these trackers.
  package let tasks: Int

  package init(_ diagnostics: [Diagnostic], files: [SourceFile], trackers: [Int], tasks: Int) {
    self.diagnostics = diagnostics
    self.files = files
    self.trackers = trackers
    self.tasks = tasks
  }

  /// What was found in the selected sprints of a workspace.
  package init(_ diagnostics: [Diagnostic], in workspace: Workspace) {
    self.init(
      diagnostics, files: workspace.files, trackers: workspace.selection.map { workspace.sprints[$0].file },
      tasks: workspace.selection.reduce(0) { $0 + workspace.sprints[$1].tasks.count })
  }
}
