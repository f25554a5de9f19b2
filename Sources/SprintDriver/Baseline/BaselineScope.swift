package import SprintLinker
import SprintModel
package import SprintRules
import SprintSource

/// Which entries of a baseline a run can tell about: those of rules that were run, in trackers that it is about.
package struct BaselineScope: Sendable {
  private let engine: RuleEngine
  /// Of the trackers that the run is about, as the paths of a baseline are.
  private let paths: Set<String>
  /// The names of these trackers: one that moves keeps its name.
  private let names: Set<Substring>
  /// Relative to the folder that the tool runs in, as the paths of a baseline are.
  private let folders: [String]

  /// Takes the trackers and rules of a run, and the folders that were searched for trackers: one that lay in them and
  /// was not found is gone.
  package init(_ workspace: Workspace, _ engine: RuleEngine, searched folders: [String]) {
    self.engine = engine
    self.folders = folders.map(BaseFolder.current.shown)
    let selected = workspace.selection.map { workspace.files[workspace.sprints[$0].file] }
    paths = Set(selected.map { BaseFolder.current.shown($0.path) })
    names = Set(selected.map(\.name))
  }

  package func contains(_ entry: Baseline.Entry) -> Bool {
    // A rule that is not there any more finds nothing any more.
    guard engine.runs(entry.code) || Rule.named(entry.code) == nil else { return false }
    if paths.contains(entry.path) { return true }
    // Where nothing lies there any more, the tracker has moved or is gone.
    guard !FileSystem.exists(entry.path) else { return false }
    return names.contains(entry.path.split(separator: "/").last ?? "") || wasSearched(entry.path)
  }

  private func wasSearched(_ path: String) -> Bool {
    folders.contains { $0 == "." ? !path.hasPrefix("../") : path.hasPrefix($0 + "/") }
  }
}
