import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let duplicateTaskID = Rule(
    "SM201", "duplicate-task-id", .error,
    Documentation(
      "a task id is declared twice in one sprint",
      why: "Two rows with one id are two states of one task: whoever depends on it waits for either.",
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        | 2 | APP-10-001 | TODO | None | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        """,
      remedy: "Give one of them an id of its own, or put the rows together."),
    .sprint { context, report in
      // By node, the place of the first task.
      var first: [Int: Int] = [:]
      for place in context.sprint.tasks.indices {
        let node = context.node(of: place)
        guard context.workspace.symbols.declarations[node].count > 1 else { continue }
        let task = context.sprint.tasks[place]
        guard !task.id.value.isReused else { continue }
        guard let earlier = first[node].map({ context.sprint.tasks[$0] }) else {
          first[node] = place
          continue
        }
        // Listings that state nothing may well name a task again: two states of one task are the mistake.
        guard earlier.status.isStated, task.status.isStated else { continue }
        // The same row once more is the same listing once more: nothing in it can contradict.
        guard !context.file.slice(task.range).elementsEqual(context.file.slice(earlier.range)) else { continue }
        report.add(
          "\(task.id.value.text) is declared twice in this sprint", at: task.id.range, in: context.index, task: task,
          notes: [
            Diagnostic.Note("first declared here", at: context.workspace.location(earlier.id.range, in: context.index))
          ],
          help: "give one of them an id of its own, or put the rows together")
      }
    })
}

extension TaskID {
  /// Whether people use such ids again on purpose: numbers in each part of a document, and `P1`, which is
  /// a priority as often as an id.
  fileprivate var isReused: Bool {
    let letters = bytes.count(where: \.isLetter)
    return letters == 0 || (letters == 1 && bytes.first == UInt8(ascii: "P") && bytes.count == 2)
  }
}
