import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource

extension FuzzTarget {
  /// Comments leave findings alone: those that they name, and no finding is lost or made.
  static let suppressions = FuzzTarget("suppressions", seeds: trackers) { bytes in
    let workspace = loader.link([file(bytes)])
    var sprints = workspace.sprints
    for place in sprints.indices { sprints[place].suppressions = [] }
    let all = engine.check(Workspace(files: workspace.files, sprints: sprints))
    let findings = engine.findings(in: workspace)
    let kept = (findings.diagnostics + findings.suppressed.map(\.diagnostic)).filter { !isAboutComments($0) }
    let codes = Set(
      workspace.sprints.flatMap(\.suppressions).flatMap(\.rules).compactMap { Rule.named($0.value)?.code })
    return first(
      {
        Set(kept.map(\.fingerprint)) == Set(all.map(\.fingerprint)) && kept.count == all.count
          ? nil : "with comments there are \(kept.count) findings, and \(all.count) without"
      },
      {
        findings.suppressed.first { !codes.contains($0.diagnostic.code) }.map { "nobody named \($0.diagnostic.code)" }
      },
      { commentFault(workspace) })
  }

  private static func isAboutComments(_ finding: Diagnostic) -> Bool { finding.code == "SM901" }

  private static func commentFault(_ workspace: Workspace) -> String? {
    for sprint in workspace.sprints {
      let file = workspace.files[sprint.file]
      for comment in sprint.suppressions {
        let text = file.slice(comment.range)
        guard text.hasPrefix("<!--", at: text.startIndex), text.hasPrefix("-->", at: text.endIndex - 3) else {
          return "the comment at \(comment.range) is none"
        }
        for name in [comment.word] + comment.rules + [comment.reason].compactMap(\.self)
        where file.slice(name.range).string != name.value || !comment.range.contains(name.range) {
          return "\(name.value.debugDescription) does not stand at \(name.range)"
        }
      }
    }
    return nil
  }
}
