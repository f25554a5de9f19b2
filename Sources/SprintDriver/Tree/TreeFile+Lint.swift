package import SprintLinker
import SprintModel
package import SprintRules
package import SprintSource

extension TreeFile {
  /// A workspace with the document that shows its tree, and what the rules have to know of that.
  package static func checked(
    _ file: SourceFile, in workspace: Workspace, blockers: String? = nil
  ) throws(ConfigurationError) -> (workspace: Workspace, generated: GeneratedFile) {
    let tree = try TreeFile(workspace, path: file.path, blockers: blockers)
    let region = try MarkedRegion.find(in: file)
    let staleness = region.flatMap { tree.staleness(of: file, $0) }
    let moved = Set(staleness?.inputs ?? [])
    var evidence = staleness.map { $0.inputs.isEmpty ? $0.evidence : $0.changes } ?? []
    if region == nil { evidence = ["no line of it begins with <!-- sprintmark:begin"] }
    // What is no tracker of the workspace, or no more.
    evidence += moved.subtracting(tree.inputs).sorted().map { "\($0) moved" }
    let generated = GeneratedFile(
      file: workspace.files.count, range: region?.marker,
      moved: workspace.sprints.indices.filter { moved.contains(tree.inputs[$0]) }.map { workspace.sprints[$0].file },
      evidence: evidence, isStale: region == nil || staleness != nil,
      command: "sprintmark tree --write \(file.path)")
    return (Workspace(workspace, adding: file), generated)
  }
}
