import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let finishedSprint = Rule(
    "SM310", "finished-sprint", .information,
    Documentation(
      "every task is done or cancelled, and the file is not in the archive",
      why: """
        A folder in which finished trackers stay hides the open ones. The rule holds only where the configuration
        names an `archive`: elsewhere nobody has said where finished trackers go.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        | 2 | APP-10-002 | CANCELLED | None | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        | 2 | APP-10-002 | DOING | None | App Guild | Test. |
        """,
      remedy: "Move the file into the archive, or add the tasks that are still to do."),
    .sprint { context, report in
      let sprint = context.sprint
      guard let archive = context.all.archive.first, !sprint.tasks.isEmpty, sprint.tasks.allSatisfy(\.state.isClosed),
        sprint.groups.allSatisfy({ $0.status?.state.isClosed ?? true })
      else { return }
      let tasks = sprint.tasks.count == 1 ? "the one task" : "all \(sprint.tasks.count) tasks"
      report.add(
        "\(tasks) of this sprint \(sprint.tasks.count == 1 ? "is" : "are") done or cancelled, and it is not in the archive",
        at: sprint.title?.range ?? sprint.sections[.tracker] ?? sprint.tasks.first?.label.range, in: context.index,
        help: "move the file to \(archive)")
    })
}
