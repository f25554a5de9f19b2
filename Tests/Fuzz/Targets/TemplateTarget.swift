import SprintDriver
import SprintLinker
import SprintModel
import SprintSource
import SprintTemplate

extension FuzzTarget {
  /// A tracker is brought into the standard template: it comes out as text that reads as it did, or is refused.
  static let template = FuzzTarget("template", seeds: trackers) { bytes in
    let isPlain = bytes.count.isMultiple(of: 2)
    let workspace = loader.link([file(bytes)])
    let conversion = StandardTemplate(
      StandardTemplate.Options(splitsCompounds: !isPlain, expandsReferences: !isPlain)
    ).conversion(of: workspace.sprints[0], in: workspace)
    guard conversion.differences.isEmpty else { return nil }
    let (_, sprint) = loader.read(file(conversion.bytes))
    let before = Set(workspace.sprints[0].tasks.map(\.uid))
    return Set(sprint.tasks.map(\.uid)) == before ? nil : "other tasks than before"
  }
}
