import SprintLinker
import SprintModel
import SprintSource

/// Full ids in the place of shorthand.
enum ReferenceExpansion {
  /// The edits of a sprint's text that write its references out, where that says the same.
  static func edits(of sprint: Sprint, in workspace: Workspace) -> [TextEdit] { [] }
}
