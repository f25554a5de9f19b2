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
    let generated = GeneratedFile(
      file: workspace.files.count, range: region?.marker,
      moved: workspace.sprints.indices.filter { moved.contains(tree.inputs[$0]) }.map { workspace.sprints[$0].file },
      evidence: region == nil ? ["no line of it begins with <!-- sprintmark:begin"] : staleness?.evidence ?? [],
      command: "sprintmark tree --write \(file.path)")
    return (workspace.adding(file), generated)
  }
}
