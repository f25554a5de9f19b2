package import SprintLinker
package import SprintModel
package import SprintRules
import SprintSource

/// Checks a workspace by the rules of a project, with the generated tree that is configured for it.
package struct Linter: Sendable {
  package struct Outcome: Sendable {
    /// The workspace, with the tree where it was checked too.
    package let workspace: Workspace
    package var findings: Findings
    /// Why the tree could not be checked, with what to do; nil where it was, or where there is none.
    package let treeProblem: String?
  }

  private let project: Project
  package let engine: RuleEngine

  /// - Parameters:
  ///   - project: the configuration that holds.
  ///   - select: the rules to run, whatever is configured; nil for those that are configured.
  ///   - ignore: rules that are left out.
  ///   - today: the day on which trackers are judged.
  ///   - standardInputName: what standard input is shown as; links from it are not looked after.
  ///   - threads: how many look at sprints; what is found is the same on any number.
  package init(
    _ project: Project, select: [Rule]? = nil, ignore: [Rule] = [], today: CalendarDate? = nil,
    standardInputName: String? = nil, threads: Int = Parallel.threads
  ) {
    self.project = project
    engine = RuleEngine(
      project, select: select, ignore: ignore, today: today,
      fileLookup: LinkedFiles.lookup(standardInputName: standardInputName), threads: threads)
  }

  /// Checks what was read.
  package func lint(_ loaded: WorkspaceLoader.Loaded) -> Outcome {
    let (all, generated, problem) = checkedTree(in: loaded.workspace)
    return Outcome(
      workspace: all,
      findings: engine.findings(in: all, generatedFiles: generated, isPartial: loaded.isPartial), treeProblem: problem)
  }

  /// The workspace with the tree that is configured for it, held against it.
  private func checkedTree(in workspace: Workspace) -> (Workspace, [GeneratedFile], problem: String?) {
    // A tree without what was refused says nothing.
    guard engine.runs("SM701"), !workspace.selection.isEmpty, !workspace.hasRefused,
      let path = project.configuration.tree.map(project.shown)
    else { return (workspace, [], nil) }
    do {
      let file = SourceFile(path: path, bytes: try FileSystem.read(path))
      let blockers = project.configuration.blockers.map(project.shown)
      let (all, generated) = try TreeFile.checked(file, in: workspace, blockers: blockers)
      return (all, [generated], nil)
    } catch let error as ConfigurationError {
      return (workspace, [], error.report(usesColour: Environment.usesErrorColour))
    } catch {
      let help = "   = help: run `sprintmark tree --write \(Display.safe(path))`"
      return (workspace, [], "error: \(Display.safe("\(error)"))\n\(help)")
    }
  }
}
