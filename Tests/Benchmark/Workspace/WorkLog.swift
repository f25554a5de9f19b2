import SprintDriver
import SprintModel
import SprintTesting

/// The execution log of a made tracker.
struct WorkLog: Sendable {
  private var entries: [(day: Int, text: String, owner: String)] = []

  init(_ outline: SprintOutline, _ prose: inout Prose) {
    add(outline.start, "Sprint opened; \(prose.sentence())", "Planning")
    var batch: [PlannedTask] = []
    var limit = 1
    for task in outline.tasks where task.isLogged {
      if task.state == .done, batch.isEmpty || (batch.count < limit && batch[0].stem == task.stem) {
        batch.append(task)
        continue
      }
      add(batch, &prose)
      batch = task.state == .done ? [task] : []
      limit = prose.random.number(1...4)
      let owner = prose.random.one(of: Wording.roles)
      switch task.state {
      case .doing, .review: add(task.day, "\(task.declaration) started: \(prose.sentence())", owner)
      case .blocked:
        add(task.day, "Marked \(task.declaration) BLOCKED pending \(task.awaited ?? "what it waits for").", owner)
      case .todo, .done: break
      }
    }
    add(batch, &prose)
    for _ in 0..<prose.random.number(0...4) {
      add(outline.start + prose.random.number(1...9), prose.sentence(), prose.random.one(of: Wording.roles))
    }
    if prose.random.once(in: 8), let entry = entries.last { entries.append(entry) }
    // The newest day first; of one day what was written last.
    entries = entries.enumerated().sorted { ($0.element.day, $0.offset) > ($1.element.day, $1.offset) }.map(\.element)
  }

  /// Tells of tasks that were done together: `Completed CRANE-QUEUE-412-001/002: …`.
  private mutating func add(_ batch: [PlannedTask], _ prose: inout Prose) {
    guard let first = batch.first, let day = batch.map(\.day).max() else { return }
    let names = ([first.declaration] + batch.dropFirst().flatMap(\.serials)).joined(separator: "/")
    let isTold = batch.count == 1 && prose.random.once(in: 2)
    add(
      day, (isTold ? "\(names) completed: " : "Completed \(names): ") + prose.sentences(1...2),
      prose.random.one(of: Wording.roles))
  }

  private mutating func add(_ day: Int, _ text: String, _ owner: String) { entries.append((day, text, owner)) }

  var lines: [String] {
    ["## Execution Log", "| Date (UTC) | Update | Owner |", "| --- | --- | --- |"]
      + entries.map { "| \(Self.date($0.day)) | \($0.text) | \($0.owner) |" }
  }

  /// A day since 1970-01-01 as it is written.
  static func date(_ day: Int) -> String {
    CalendarDate(secondsSince1970: day * 86_400).map(\.description) ?? ""
  }
}
