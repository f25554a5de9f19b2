import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let startedBeforeDependency = Rule(
    "SM306", "started-before-dependency", .warning,
    Documentation(
      "doing or in review, and a dependency is not done",
      why:
        "Either the dependency is done and its row was forgotten, or the work rests on something that can still change.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | DOING | Depends on APP-10-001 | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        | 2 | APP-10-002 | DOING | Depends on APP-10-001 | App Guild | Test. |
        """,
      remedy: "Correct the status of the one or the other, or drop the dependency."),
    .sprint { context, report in
      context.reportOpenDependencies(where: \.isActive, to: &report) { row, dependency in
        (
          "\(context.name(of: row)) \(row.verb) under way, but \(dependency.name) is \(dependency.state.word)",
          "correct the status of the one or the other, or drop the dependency"
        )
      }
    })
}
