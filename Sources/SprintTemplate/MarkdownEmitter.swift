package import SprintLinker
import SprintModel

/// Writes the sprints of a workspace in the standard template, one after the other.
package enum MarkdownEmitter {
  /// The sprints that a run is about, each after a comment that names its file where there are several.
  package static func markdown(_ workspace: Workspace, _ template: StandardTemplate = StandardTemplate()) -> [UInt8] {
    markdown(workspace, workspace.selection.map { template.conversion(of: workspace.sprints[$0], in: workspace) })
  }

  /// The same, where they have been brought into the template already.
  package static func markdown(_ workspace: Workspace, _ conversions: [StandardTemplate.Conversion]) -> [UInt8] {
    let texts = zip(workspace.selection, conversions).map { index, conversion in
      let path = workspace.sprints[index].path
      return (conversions.count > 1 ? Array("<!-- file: \(path) -->\n".utf8) : []) + conversion.bytes
    }
    // What leaves as one text is UTF-8, whatever the files are.
    return Array(String(decoding: Array(texts.joined(separator: [0x0A])), as: UTF8.self).utf8)
  }
}
