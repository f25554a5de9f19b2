package import SprintLinker
import SprintModel

/// Writes the sprints of a workspace in the standard template, one after the other.
package enum MarkdownEmitter {
  /// The sprints that a run is about, each after a comment that names its file where there are several.
  ///
  /// - Returns: the text, and for each sprint that does not read back as it was read, its path and why.
  package static func markdown(
    _ workspace: Workspace, _ template: StandardTemplate = StandardTemplate()
  ) -> (bytes: [UInt8], failures: [(path: String, differences: [String])]) {
    var texts: [[UInt8]] = []
    var failures: [(String, [String])] = []
    for index in workspace.selection {
      let sprint = workspace.sprints[index]
      let conversion = template.conversion(of: sprint, in: workspace)
      let name = workspace.selection.count > 1 ? Array("<!-- file: \(sprint.path) -->\n".utf8) : []
      texts.append(name + conversion.bytes)
      if !conversion.differences.isEmpty { failures.append((sprint.path, conversion.differences)) }
    }
    return (Array(texts.joined(separator: [0x0A])), failures)
  }
}
