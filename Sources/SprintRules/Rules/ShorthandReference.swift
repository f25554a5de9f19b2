import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let shorthandReference = Rule(
    "SM405", "shorthand-reference", .off,
    Documentation(
      "a dependency is not written as the full id",
      why: """
        A search for the id does not find `32-001`, and with the next tracker the shorthand may get a second
        meaning. The rule is for teams that want full ids; it is off unless somebody turns it on.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on 10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | Depends on APP-10-001 | App Guild | Test. |
        """,
      remedy: """
        Write the full id. `--fix` does, and writes out lists and ranges; the beginning of several ids is left to a
        person, for more ids may come to begin so.
        """, fix: .safe),
    .sprint { context, report in
      for row in context.rows {
        for (place, (reference, resolution)) in context.dependencies(of: row).enumerated() {
          guard reference.kind == .task, resolution.isResolved, resolution.method != .exact else { continue }
          let all = context.workspace.targets(of: resolution)
          guard all != [reference.text.value] else { continue }
          let known = all.count
          let targets = Words.all(Array(all.prefix(3))) + (known > 3 ? " and \(known - 3) more" : "")
          report.add(
            "`\(reference.text.value)` stands for \(targets)", at: reference.text.range, in: context.index,
            task: context.task(row), key: reference.text.value,
            help: "write the full \(known == 1 ? "id" : "ids")",
            fixes: fix(of: place, in: row, all, context).map { [$0] } ?? [])
        }
      }
    })

  private static func fix(
    of place: Int, in row: TaskRow, _ targets: [String], _ context: SprintContext
  ) -> Fix? {
    ReferenceExpansion.edit(ofDependency: place, in: row, of: context.index, in: context.workspace).map { edit in
      Fix("write \(Words.all(targets))", .safe, [edit], changing: [.dependency])
    }
  }
}
