import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let proseContradiction = Rule(
    "SM309", "prose-contradiction", .warning,
    Documentation(
      "decisions or checkpoints state another state of a task than the tracker",
      why: """
        Who reads the risks first believes that a task is blocked that is long done, or the other way round.
        Only plain statements count: tasks, a verb and a state, without date, condition or denial.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED | Needs the licence server | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |

        ## Decisions & Risks
        - APP-10-001/002 remain blocked awaiting the licence server.
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED | Needs the licence server | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |

        ## Decisions & Risks
        - APP-10-001 remains blocked awaiting the licence server.
        - APP-10-002 is done once the tests pass.
        """,
      remedy: "Correct the statement, or the status of the task."),
    .sprint { context, report in
      for (place, claim) in context.sprint.claims.enumerated() {
        let subjects = zip(claim.subjects, context.workspace.subjects(sprint: context.index, claim: place))
        for (reference, resolution) in subjects where resolution.isResolved {
          for node in resolution.nodes {
            guard let state = context.workspace.states(node).only, contradicts(claim.state, state),
              let index = context.workspace.declaration(node)
            else { continue }
            let uid = context.workspace.symbols.uids[node]
            report.add(
              "\(uid) is \(state.word), but this \(claim.section.noun) says \"\(Words.excerpt(claim.phrase.value))\"",
              at: reference.text.range, in: context.index, task: context.workspace.task(index),
              key: "\(claim.section.rawValue)|\(claim.state.rawValue)",
              notes: [context.all.evidence(node, note: resolution.explanation(of: reference))],
              help: "correct the statement, or the status of the task")
          }
        }
      }
    })

  /// Whether what is said of a task cannot be meant by its state. A task in review may be called done or in
  /// progress, and a blocked one something that is still to do.
  private static func contradicts(_ said: TaskState, _ state: TaskState) -> Bool {
    switch said {
    case .blocked: state != .blocked && state != .unknown
    case .done: [.todo, .doing, .blocked].contains(state)
    case .doing: [.todo, .blocked, .done, .cancelled].contains(state)
    case .todo: [.doing, .review, .done, .cancelled].contains(state)
    case .review, .cancelled, .unknown: false
    }
  }
}

extension SectionKind {
  fileprivate var noun: String { self == .checkpoints ? "checkpoint" : "decision" }
}

extension Set {
  /// The one element of a set that has one.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
