import ArgumentParser
import SprintDriver
import SprintLinker
import SprintRules
import SprintSource

extension Lint {
  /// What came of fixing.
  struct Fixing {
    /// The files as they lie on disk afterwards, linked.
    let loaded: WorkspaceLoader.Loaded
    /// What was found before.
    let findings: [Diagnostic]
    let hasFixed: Bool
    /// Whether all fixes that there are were made.
    let isComplete: Bool
  }

  /// Fixes the files, or prints the patch that would.
  func fix(
    _ loaded: WorkspaceLoader.Loaded, _ linter: Linter, _ baseline: Baseline?, _ project: Project
  ) throws -> Fixing {
    let loader = WorkspaceLoader(project)
    let isPartial = loaded.isPartial
    let check: @Sendable (Workspace) -> [Diagnostic] = { workspace in
      let found = linter.engine.findings(in: workspace, isPartial: isPartial).diagnostics
      return baseline?.split(found).new ?? found
    }
    let outcome: Fixer.Outcome
    do {
      outcome = try Fixer(loader, makesUnsafe: fixes.unsafeFixes, check: check).fix(loaded)
    } catch {
      throw CommandFailure(
        "nothing was fixed: the fixes of \(error.codes.joined(separator: ", ")) come to no end",
        help: "this is a defect of sprintmark; leave the rules out with --ignore \(error.codes.joined(separator: ","))")
    }
    var unwritten: Set<String> = []
    if fixes.diff {
      let patch = outcome.files.flatMap {
        UnifiedDiff.patch(from: $0.before, to: $0.after, path: BaseFolder.current.shown($0.path))
      }
      if let path = report.output {
        try Output.write(patch, to: path, butNoneOf: loaded.workspace.files.map(\.path) + otherInputs(project))
      } else {
        Output.write(patch)
      }
    } else {
      unwritten = write(outcome)
    }
    let isComplete = fixes.report(outcome, unwritten: unwritten)
    let kept = outcome.loaded.workspace.files.indices.filter {
      unwritten.contains(outcome.loaded.workspace.files[$0].path)
    }
    return Fixing(
      loaded: kept.isEmpty
        ? outcome.loaded
        : loader.relink(
          outcome.loaded, replacing: kept.reduce(into: [:]) { $0[$1] = loaded.workspace.files[$1].disk }),
      findings: outcome.findings, hasFixed: outcome.files.count > unwritten.count, isComplete: isComplete)
  }

  /// Writes the files, and standard input as it is to be.
  ///
  /// - Returns: the paths of those that could not be written.
  private func write(_ outcome: Fixer.Outcome) -> Set<String> {
    var unwritten: Set<String> = []
    for file in outcome.files where file.path != paths.standardInputName {
      if !Output.replace(file.path, file.before, with: file.after) { unwritten.insert(file.path) }
    }
    // What the run is not about, such as an excluded file, comes out as it went in.
    let fixed = outcome.loaded.workspace.files.first { $0.path == paths.standardInputName }?.disk
    if let text = fixed ?? outcome.loaded.standardInput { Output.write(text) }
    return unwritten
  }
}
