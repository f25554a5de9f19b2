import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let ambiguousReference = Rule(
    "SM403", "ambiguous-reference", .warning,
    Documentation(
      "a dependency may mean several tasks",
      why: "`32-001` is the end of several ids, and nothing tells which: so nobody knows what is waited for.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-32-001 | TODO | None | App Guild | Build. |
        | 2 | WEB-32-001 | TODO | None | Web Guild | Build. |
        | 3 | DOC-33-001 | TODO | Depends on 32-001 | Docs Guild | Describe. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-32-001 | TODO | None | App Guild | Build. |
        | 2 | WEB-32-001 | TODO | None | Web Guild | Build. |
        | 3 | WEB-33-001 | TODO | Depends on 32-001 | Web Guild | Describe. |
        """,
      remedy: "Write the full id. `--unsafe-fixes` writes the first candidate.", fix: .unsafe),
    .sprint { context, report in
      guard context.workspace.hasAmbiguousDependency(in: context.index) else { return }
      for row in context.rows where context.resolutions(of: row).contains(where: { $0.method == .ambiguous }) {
        let task = context.task(row)
        for (reference, resolution) in context.dependencies(of: row) where resolution.method == .ambiguous {
          let targets = context.workspace.targets(of: resolution)
          let fix = targets.first.map { target in
            Fix("write \(target)", .unsafe, [TextEdit(reference.text.range, target)], changing: [.dependency])
          }
          report.add(
            "`\(reference.text.value)` may mean \(Words.either(Array(targets.prefix(5))))",
            at: reference.text.range, in: context.index, task: task, key: reference.text.value,
            notes: resolution.nodes.prefix(5).map { context.all.evidence($0) }, help: "write the full id",
            fixes: fix.map { [$0] } ?? [])
        }
      }
    })
}
