import SprintModel

/// What would be if tasks were done that are not.
package struct Assumption: Sendable {
  package enum Change: String, Sendable {
    /// A task that is to do could be begun.
    case ready
    /// A task is blocked, and nothing that it names would block it any more.
    case unblocked
  }

  package let before: TaskStanding
  package let after: TaskStanding

  /// Takes tasks, as nodes, to be done.
  package init(_ workspace: Workspace, done nodes: [Int]) {
    before = TaskStanding(GraphAnalysis(workspace))
    after = nodes.isEmpty ? before : TaskStanding(GraphAnalysis(workspace.assumingDone(nodes)))
  }

  /// What would become of a task; nil where nothing that it is not already.
  package func change(of index: TaskIndex) -> Change? {
    if after.isReady(index), !before.isReady(index) { return .ready }
    return after.isStale(index) && !before.isStale(index) ? .unblocked : nil
  }
}

extension Workspace {
  /// The same workspace, in which all declarations of some tasks say that they are done, without saying when.
  func assumingDone(_ nodes: [Int]) -> Workspace {
    var sprints = sprints
    for index in nodes.flatMap({ symbols.declarations[$0] }) {
      sprints[index.sprint].tasks[index.task].status.state = .done
      sprints[index.sprint].tasks[index.task].status.date = nil
    }
    return Workspace(files: files, sprints: sprints, selection: selection)
  }
}
