import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let selfDependency = Rule(
    "SM404", "self-dependency", .error,
    Documentation(
      "a task depends on itself",
      why: "It can never be begun; most often another id was meant.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | Depends on APP-10-001 | App Guild | Build. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | Depends on APP-10-002 | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Prepare. |
        """,
      remedy: "Name the task that is meant, or drop the dependency."),
    .sprint { context, report in
      let own = context.workspace.selfDependencies(in: context.index)
      guard !own.isEmpty else { return }
      // In a row of several tasks, one may well wait for another.
      for row in context.rows where !row.isPlural && own.contains(row.tasks.lowerBound) {
        let node = context.node(of: row.tasks.lowerBound)
        let task = context.task(row)
        for (reference, resolution) in context.dependencies(of: row)
        where resolution.means(node) {
          // `OPS-5 requires Sprint 38` in the row of OPS-5: at the start, before another name, it is the subject.
          let isSubject = reference.text.range.lower == task.dependencyText?.range.lower && task.dependencies.count > 1
          if isSubject { continue }
          report.add(
            "\(context.name(of: row)) depends on itself", at: reference.text.range, in: context.index, task: task,
            help: "name the task that is meant, or drop the dependency")
        }
      }
    })
}

extension Resolution {
  /// Whether one task is meant, and no other.
  fileprivate func means(_ node: Int) -> Bool { nodes.count == 1 && nodes.first == node && isResolved }
}
