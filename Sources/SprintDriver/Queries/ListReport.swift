package import SprintLinker
import SprintModel
import SprintSource

/// Shows tasks to people, a line each.
package enum ListReport {
  package static func table(_ tasks: [TaskIndex], _ assumption: Assumption, isAssumed: Bool) -> Table {
    let standing = assumption.after
    let workspace = standing.analysis.workspace
    let sentence = Sentence(standing.analysis)
    let becomes = isAssumed ? [Table.Column("BECOMES")] : []
    var table = Table(
      [Table.Column("TASK"), Table.Column("STATE"), Table.Column("SINCE")] + becomes
        + [
          Table.Column("OWNERS", canShrink: true), Table.Column("WAITS FOR", canShrink: true),
          Table.Column("PLACE", canShrink: true),
        ])
    for index in tasks {
      let task = workspace.task(index)
      let change = isAssumed ? [assumption.change(of: index)?.rawValue ?? ""] : []
      table.add(
        [task.uid, task.state.label, task.status.date?.value.description ?? ""] + change
          + [
            task.owners.map(\.name.value).joined(separator: ", "), standing.waitsFor(index).joined(separator: "; "),
            sentence.place(index),
          ])
    }
    return table
  }
}

extension TaskState {
  /// A word for a column.
  var label: String {
    switch self {
    case .todo, .doing, .blocked, .done: word
    case .review: "REVIEW"
    case .cancelled: "CANCELLED"
    case .unknown: "?"
    }
  }
}
