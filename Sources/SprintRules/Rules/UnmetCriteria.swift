import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unmetCriteria = Rule(
    "SM311", "unmet-criteria", .warning,
    Documentation(
      "done, with completion criteria or sub-tasks unticked",
      why: """
        Either something is left to do, or nobody ticked it off: the next reader cannot tell. The rule holds for
        criteria in a tracker that ticks some criterion, for sub-tasks in one that ticks some sub-task, and only for empty
        boxes: what has no box, or is struck out, is left alone.
        """,
      firing: """
        ## Delivery Tracker
        ### APP-10-001 - Build
        Status: DONE
        Owners: App Guild

        Completion criteria:
        - [x] The build runs
        - [ ] The build is signed
        """,
      passing: """
        ## Delivery Tracker
        ### APP-10-001 - Build
        Status: DONE
        Owners: App Guild

        Completion criteria:
        - [x] The build runs
        - [x] The build is signed
        """,
      remedy: "Tick what is met, strike out what is no longer wanted, or set the task back."),
    .sprint { context, report in
      let ticksCriteria = context.sprint.tasks.contains { $0.acceptance.contains(where: \.isDone) }
      let ticksSubtasks = context.rows.contains { context.subtasks(of: $0).contains(where: \.hasTickedBox) }
      guard ticksCriteria || ticksSubtasks else { return }
      for row in context.rows {
        guard context.state(of: row) == .done else { continue }
        let task = context.task(row)
        let criteria =
          ticksCriteria
          ? task.acceptance.filter { !$0.isDone && context.hasEmptyBox(before: $0.text) }.map(\.text) : []
        let subtasks = ticksSubtasks ? context.subtasks(of: row).filter { $0.status.text.value == emptyBox } : []
        let open = criteria + subtasks.map { LocatedText($0.id.value.text, at: $0.label.range) }
        guard !open.isEmpty else { continue }
        let what = [
          criteria.isEmpty ? nil : "\(criteria.count) completion \(criteria.count == 1 ? "criterion" : "criteria")",
          subtasks.isEmpty ? nil : Words.counted(subtasks.count, "sub-task"),
        ]
        report.add(
          "\(context.name(of: row)) \(row.verb) DONE, but \(Words.all(what.compactMap { $0 })) \(open.count == 1 ? "is" : "are") not ticked",
          at: task.status.text.range, in: context.index, task: task,
          notes: open.prefix(3).map { text in
            Diagnostic.Note(
              "not ticked: \(Words.excerpt(text.value))", at: context.workspace.location(text.range, in: context.index))
          }, help: "tick what is met, or set \(row.isPlural ? "them" : "it") back")
      }
    })
}

private let emptyBox = "[ ]"

/// Words by which people say that a criterion was put off, or holds only in some cases.
private let waivers: Set<String> = [
  "deferred", "postponed", "optional", "optionally", "future", "ongoing", "skipped", "later", "stretch", "dropped",
  "cancelled", "canceled", "wontfix", "moved", "instead", "superseded", "obsolete", "if", "when", "unless",
]

extension TrackerTask {
  fileprivate var hasTickedBox: Bool { status.text.value.lowercased() == "[x]" }
}

extension SprintContext {
  /// Whether an empty box stands right before a text that is neither struck out nor says that it may stay open.
  fileprivate func hasEmptyBox(before text: LocatedText) -> Bool {
    let words = Vocabulary.words(of: text.bytes)
    guard !text.value.hasPrefix("~~"), !words.contains(where: { waivers.contains(String($0)) }) else { return false }
    let before = Bytes(file.text)[..<text.range.lower].trimmingSuffix(while: \.isBlank)
    return before.suffix(3).elementsEqual(emptyBox.utf8)
  }

  /// The tasks that are declared inside the block of a row.
  fileprivate func subtasks(of row: TaskRow) -> ArraySlice<TrackerTask> {
    let range = task(row).range
    return sprint.tasks[row.tasks.upperBound...].prefix { range.contains($0.range) }
  }
}
