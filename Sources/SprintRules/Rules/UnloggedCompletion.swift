import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unloggedCompletion = Rule(
    "SM505", "unlogged-completion", .warning,
    Documentation(
      "done, and the log never says so",
      why: """
        The log is the evidence for what is done. The rule holds only in a sprint whose log names at least
        half of its done tasks.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        | 2 | APP-10-002 | DONE | None | App Guild | Test. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE | None | App Guild | Build. |
        | 2 | APP-10-002 | DONE | None | App Guild | Test. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | Completed APP-10-001/002: build and tests run. | App |
        """,
      remedy: "Add a row to the log that says when the task was completed, and with what result."),
    options: [loggedShare],
    .sprint { context, report in
      guard !context.sprint.log.isEmpty else { return }
      let share = context.options.number(loggedShare)
      // An id may be declared, and logged, many times.
      var known = [Bool?](repeating: nil, count: context.sprint.tasks.count)
      var logged = 0
      var unlogged: [Int] = []
      for task in context.sprint.tasks.indices where context.sprint.tasks[task].status.state == .done {
        let isNamed = known.value(at: context.log.first(like: task)) { isLogged($0, context) }
        if isNamed { logged += 1 } else { unlogged.append(task) }
      }
      let done = logged + unlogged.count
      guard !unlogged.isEmpty, logged * 100 >= done * share else { return }
      for task in unlogged.lazy.map({ context.sprint.tasks[$0] }) {
        report.add(
          "\(task.id.value.text) is DONE, but the log never says so", at: task.status.text.range, in: context.index,
          task: task,
          notes: [Diagnostic.Note("the log names \(logged) of the \(done) done tasks")],
          help: "add a row to the Execution Log that says when it was completed")
      }
    })

  private static let loggedShare = RuleOption.number(
    "share", in: 0...100, standard: 50, "the percentage of the done tasks that the log must name for the rule to hold")

  /// Whether the log says anything of a task but that it was begun or blocked.
  private static func isLogged(_ task: Int, _ context: SprintContext) -> Bool {
    context.log.mentions(of: task).contains { mention in
      switch context.sprint.log[mention.entry].event {
      case .completed, .note: true
      case .started, .blocked, .unblocked: !mention.isSubject
      }
    }
  }
}
