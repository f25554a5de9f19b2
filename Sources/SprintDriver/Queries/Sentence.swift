import SprintEmitters
package import SprintLinker
import SprintModel
import SprintSource

/// How queries tell people about tasks, references and places.
package struct Sentence: Sendable {
  package let analysis: GraphAnalysis

  package init(_ analysis: GraphAnalysis) { self.analysis = analysis }

  var workspace: Workspace { analysis.workspace }

  /// `docs/SPRINT_506.md:42`.
  func place(_ range: ByteRange, in sprint: Int) -> String {
    let sprint = workspace.sprints[sprint]
    return "\(sprint.path):\(workspace.files[sprint.file].position(at: range.lower).line)"
  }

  func place(_ index: TaskIndex) -> String { place(workspace.task(index).id.range, in: index.sprint) }

  /// `BLOCKED since 2025-11-25`, `DONE (2025-11-25)`; of an unknown state, what is written.
  func state(_ index: TaskIndex) -> String {
    let status = workspace.task(index).status
    guard status.state != .unknown else {
      return status.isStated ? "unknown state “\(status.text.value)”" : "no state"
    }
    let date = status.date.map { status.state == .blocked ? " since \($0.value)" : " (\($0.value))" } ?? ""
    let note = status.note.map { ", “\($0.value)”" } ?? ""
    return status.state.word + date + note
  }

  /// An id with its state, and where it is declared; each declaration where there are several.
  func task(_ node: Int) -> String {
    let places = workspace.symbols.declarations[node].map { "\(state($0))  \(place($0))" }
    return "\(workspace.symbols.uids[node])  \(places.joined(separator: "; "))"
  }

  func target(_ target: Prerequisite.Target) -> String {
    switch target {
    case .task(let node): task(node)
    case .sprint(let sprint): "\(analysis.name(of: target)), a sprint  \(workspace.sprints[sprint].path)"
    case .external: "“\(analysis.name(of: target))”, which is no task"
    case .unknown: "\(analysis.name(of: target)), which nobody declares"
    case .ambiguous(let words, let nodes):
      "“\(words)”, which may mean \(nodes.map { workspace.symbols.uids[$0] }.joined(separator: ", "))"
    }
  }

  /// How a reference is written, where, and how it was found out what it means.
  func reference(_ place: Int, of index: TaskIndex) -> String {
    let reference = workspace.task(index).dependencies[place]
    let resolution = workspace.dependency(place, of: index)
    let at = self.place(reference.text.range, in: index.sprint)
    switch (reference.kind, resolution.method) {
    case (.external, _), (.none, _): return "written at \(at)"
    case (_, .exact): return "written `\(reference.text.value)` at \(at)"
    case (_, .ambiguous), (_, .unresolved):
      return "written `\(reference.text.value)` at \(at), \(resolution.method.rawValue)"
    default: return "written `\(reference.text.value)` at \(at), resolved by \(resolution.method.rawValue)"
    }
  }
}
