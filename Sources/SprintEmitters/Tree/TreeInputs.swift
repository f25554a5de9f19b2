import SprintLinker
import SprintModel
import SprintSource

/// What each input contributes to the tree, as a digest.
///
/// It covers what is drawn, and not where it stands: a line put in above a task moves nothing.
struct TreeInputs {
  private let workspace: Workspace
  private let paths: [String]
  private var parts: [String: [String]] = [:]
  private var added: Set<Int> = []

  init(_ workspace: Workspace, paths: [String]) {
    self.workspace = workspace
    self.paths = paths
  }

  mutating func add(_ parts: [String], of path: String) { self.parts[path, default: []] += parts }

  /// Adds what all declarations of a task say.
  mutating func add(_ node: Int) {
    guard added.insert(node).inserted else { return }
    for index in workspace.symbols.declarations[node] {
      let task = workspace.task(index)
      var parts = [task.uid, task.state.rawValue, task.status.date.map { "\($0.value)" } ?? ""]
      parts += task.owners.map(\.name.value)
      for (reference, resolution) in zip(task.dependencies, workspace.dependencies(of: index)) {
        parts += [reference.kind.rawValue, reference.text.value, resolution.method.rawValue]
        parts += workspace.targets(of: resolution)
      }
      add(parts, of: paths[index.sprint])
    }
  }

  /// Adds what is said of a blocker that is no task.
  mutating func add(_ root: RootBlocker) {
    guard case .sprint(let index) = root.cause else { return }
    add(workspace.sprints[index].tasks.map(\.state.rawValue), of: paths[index])
  }

  /// A line for each input: its path and its digest.
  var lines: [String] {
    parts.sorted { $0.key < $1.key }.map { "\(TreeNames.plain($0.key)) \(Fingerprint.of($0.value))" }
  }

  var digest: String { Fingerprint.of(lines) }
}
