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
      context.reportOpenDependencies(where: { $0 == .done }, to: &report) { row, dependency in
        (
          "\(context.name(of: row)) \(row.verb) done, but \(dependency.name) is \(dependency.state.word)",
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

  /// Reports the rows in some states whose dependencies are open, each dependency once.
  ///
  /// A reference to all ids with one beginning counts only as a whole: it may mean some of them.
  func reportOpenDependencies(
    where isMeant: (TaskState) -> Bool, to report: inout Report,
    _ wording: (TaskRow, OpenDependency) -> (message: String, help: String)
  ) {
    for row in rows where isMeant(state(of: row)) {
      for (place, resolution) in resolutions(of: row).enumerated() where resolution.isResolved {
        guard let node = resolution.nodes.first, resolution.nodes.allSatisfy({ all.isOpen($0) }),
          let index = workspace.declaration(node)
        else { continue }
        let dependency = OpenDependency(name: workspace.symbols.uids[node], state: workspace.state(of: index))
        let reference = reference(place, of: row)
        let (message, help) = wording(row, dependency)
        report.add(
          message, at: reference.text.range, in: self.index, task: task(row), key: dependency.name,
          notes: [all.evidence(node, note: resolution.explanation(of: reference))], help: help)
      }
    }
  }
}
