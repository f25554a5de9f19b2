import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let redundantDependency = Rule(
    "SM406", "redundant-dependency", .off,
    Documentation(
      "a dependency is implied by another of the same row",
      why: """
        A task that waits for another waits for all that the other waits for: to name that too hides the
        chain in drawings, and has to be kept up when the chain changes. Many like it said in full, so the rule is off
        unless somebody turns it on. Tasks that wait for each other are another rule's.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        | 3 | APP-10-003 | TODO | Depends on APP-10-001, APP-10-002 | App Guild | Ship. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        | 3 | APP-10-003 | TODO | Depends on APP-10-002 | App Guild | Ship. |
        """,
      remedy: "Take out the dependency that another one implies."),
    .workspace { context, report in
      let workspace = context.workspace
      var search = PathSearch(workspace.graph)
      for sprint in workspace.selection {
        for row in TaskRow.rows(of: workspace.sprints[sprint]) {
          reportImplied(of: row, TaskIndex(sprint: sprint, task: row.tasks.lowerBound), context, &search, to: &report)
        }
      }
    })

  private static func reportImplied(
    of row: TaskRow, _ index: TaskIndex, _ context: WorkspaceContext, _ search: inout PathSearch,
    to report: inout Report
  ) {
    let workspace = context.workspace
    let task = workspace.task(index)
    let resolutions = workspace.dependencies(of: index)
    let targets = Set(resolutions.lazy.filter(\.isResolved).flatMap(\.nodes))
    guard targets.count > 1, !search.isOnCycle(workspace.symbols.node(of: index)) else { return }
    let paths = search.paths(between: targets)
    guard !paths.isEmpty else { return }
    for (reference, resolution) in zip(task.dependencies, resolutions) where resolution.isResolved {
      guard resolution.nodes.count == 1, let path = resolution.nodes.first.flatMap({ paths[$0] }),
        let first = path.first, let last = path.last
      else { continue }
      let names = workspace.symbols.uids
      report.add(
        "\(row.name(in: workspace.sprints[index.sprint])) \(row.isPlural ? "wait" : "waits") for \(names[last]) already, through \(names[first])",
        at: reference.text.range, in: index.sprint, task: task, key: names[last],
        notes: zip(path, path.dropFirst()).prefix(8).map { from, to in
          let place = workspace.declaration(from).map { workspace.location(workspace.task($0).id.range, in: $0.sprint) }
          return Diagnostic.Note("\(names[from]) depends on \(names[to])", at: place)
        }, help: "take it out: \(names[first]) is enough")
    }
  }
}
