package import SprintLinker
import SprintModel
package import SprintRules
import SprintSource

/// Which entries of a baseline a run can tell about: those of rules that were run, in trackers that it is about.
package struct BaselineScope: Sendable {
  private let engine: RuleEngine
  /// Of the trackers that the run is about; a tracker that moves keeps its name.
  private let names: Set<Substring>
  private let otherNames: Set<Substring>
  private let isWhole: Bool

  /// Takes the trackers and rules of a run; where that `isWhole`, a tracker that is not in it is gone.
  package init(_ workspace: Workspace, _ engine: RuleEngine, isWhole: Bool) {
    self.engine = engine
    self.isWhole = isWhole
    let selected = Set(workspace.selection.map { workspace.sprints[$0].file })
    names = Set(selected.map { workspace.files[$0].name })
    otherNames = Set(workspace.files.indices.filter { !selected.contains($0) }.map { workspace.files[$0].name })
  }

  package func contains(_ entry: Baseline.Entry) -> Bool {
    // A rule that is not there any more finds nothing any more.
    guard engine.runs(entry.code) || Rule.named(entry.code) == nil else { return false }
    let name = entry.path.split(separator: "/").last ?? ""
    return names.contains(name) || (isWhole && !otherNames.contains(name))
  }
}
