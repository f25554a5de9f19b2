import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let dependencyCycle = Rule(
    "SM401", "dependency-cycle", .error,
    Documentation(
      "tasks wait for each other",
      why: "None of them can ever be begun.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | Depends on APP-10-002 | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        """,
      remedy: "Cut one of the dependencies that are named: after that no cycle is left among these tasks."),
    .workspace { context, report in
      let workspace = context.workspace
      let (graph, uids) = (workspace.graph, workspace.symbols.uids)
      for cycle in graph.cycles() {
        // Told from the first id on, whatever order the files have.
        guard
          let start = cycle.path.indices.min(by: {
            uids[graph.edges[cycle.path[$0]].from] < uids[graph.edges[cycle.path[$1]].from]
          })
        else { continue }
        let edges = Array(cycle.path[start...] + cycle.path[..<start])
        let first = graph.edges[edges[0]]
        let path = (edges.map { uids[graph.edges[$0].from] } + [uids[first.from]]).joined(separator: " → ")
        let more = cycle.members.count - cycle.path.count
        let tasks =
          more > 0
          ? "\(cycle.members.count) tasks wait for each other, the nearest"
          : "\(cycle.members.count) tasks wait for each other"
        let cut = cycle.cut.map { "\(uids[graph.edges[$0].from]) → \(uids[graph.edges[$0].to])" }
        report.add(
          "\(tasks): \(path)", at: workspace.task(first.task).dependencies[first.reference].text.range,
          in: first.task.sprint, task: workspace.task(first.task),
          key: cycle.members.map { uids[$0] }.sorted().joined(separator: " "),
          notes: edges.map { place in
            let edge = graph.edges[place]
            let reference = workspace.task(edge.task).dependencies[edge.reference]
            let resolution = workspace.dependency(edge.reference, of: edge.task)
            return Diagnostic.Note(
              "\(uids[edge.from]) depends on \(uids[edge.to])\(resolution.explanation(of: reference))",
              at: workspace.location(reference.text.range, in: edge.task.sprint))
          },
          help: "cutting \(Words.all(cut)) breaks \(cut.count == 1 && more == 0 ? "it" : "all cycles among them")"
            + (cycle.isCutSmallest ? "" : " (a smaller set may exist)"))
      }
    })
}
