import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let doneBeforeDependency = Rule(
    "SM305", "done-before-dependency", .error,
    Documentation(
      "done, and a dependency is not",
      why: "Either the dependency is done and its row was forgotten, or it was none, or the task is not done.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DOING | None | App Guild | Build. |
        | 2 | APP-10-002 | DONE (2025-11-03) | Depends on APP-10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        | 2 | APP-10-002 | DONE (2025-11-03) | Depends on APP-10-001 | App Guild | Test. |
        """,
      remedy: "Correct the status of the one or the other, or drop the dependency."),
    .sprint { context, report in
      context.reportOpenDependencies(of: [.done], to: &report) { row, dependency in
        (
          "\(row.name) \(row.verb) done, but \(dependency.name) is \(dependency.state.word)",
          "correct the status of the one or the other, or drop the dependency"
        )
      }
    })
}

extension SprintContext {
  /// A dependency that is not done.
  struct OpenDependency {
    let name: String
    let state: TaskState
  }

  /// Reports the rows in one of these states whose dependencies are open, each dependency once.
  ///
  /// A reference to all ids with one beginning counts only as a whole: it may mean some of them.
  func reportOpenDependencies(
    of states: [TaskState], to report: inout Report,
    _ wording: (TaskRow, OpenDependency) -> (message: String, help: String)
  ) {
    for row in rows where states.contains(state(of: row)) {
      for (reference, resolution) in dependencies(of: row) {
        guard reference.kind == .task, resolution.isResolved, resolution.nodes.allSatisfy({ all.isOpen($0) }) else {
          continue
        }
        for node in resolution.nodes.prefix(1) {
          guard let index = workspace.declaration(node) else { continue }
          let dependency = OpenDependency(name: workspace.symbols.uids[node], state: workspace.state(of: index))
          let (message, help) = wording(row, dependency)
          report.add(
            message, at: reference.text.range, in: self.index, task: task(row), key: dependency.name,
            notes: [all.evidence(node, note: resolution.explanation(of: reference))], help: help)
        }
      }
    }
  }
}
