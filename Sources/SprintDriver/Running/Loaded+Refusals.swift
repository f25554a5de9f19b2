import SprintLinker
import SprintModel
import SprintSource

extension WorkspaceLoader.Loaded {
  /// What was refused and why, two lines each.
  ///
  /// - Parameter selection: whether that is said of the files too that the run is about, which rules report.
  /// - Returns: the lines.
  package func refusals(withSelection selection: Bool) -> [String] {
    func line(_ place: Int, _ what: String, _ excess: Excess) -> String? {
      guard selection || !workspace.isSelected(place) else { return nil }
      let file = workspace.files[workspace.sprints[place].file]
      let line = excess.range.map { ":\(file.position(at: $0.lower).line)" } ?? ""
      return "error: \(Display.safe(file.path))\(line): \(what): \(excess.description)\n   = help: \(excess.help)"
    }
    let files = workspace.sprints.indices.compactMap { place in
      workspace.sprints[place].refusal.flatMap { line(place, "this file is not read", $0) }
    }
    let references = workspace.excess.flatMap { sprint, excess in
      line(sprint, "this reference and those after it are not followed", excess)
    }
    return files + (references.map { [$0] } ?? [])
  }
}
