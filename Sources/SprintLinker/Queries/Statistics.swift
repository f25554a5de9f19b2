package import SprintModel
import SprintSource

/// Numbers about the sprints that a run is about.
///
/// A task that two sprints declare counts in each of them.
package struct Statistics: Sendable {
  package struct Counts: Sendable, Hashable {
    private var byState: [TaskState: Int] = [:]

    package init(_ states: some Sequence<TaskState> = []) {
      for state in states { add(state) }
    }

    package subscript(state: TaskState) -> Int { byState[state] ?? 0 }
    package var total: Int { byState.values.reduce(0, +) }
    /// The percentage of the tasks that were not dropped that is done, rounded down; nil where there are none.
    package var progress: Int? {
      let wanted = total - self[.cancelled]
      return wanted > 0 ? self[.done] * 100 / wanted : nil
    }

    mutating func add(_ state: TaskState) { byState[state, default: 0] += 1 }
  }

  /// A task that is blocked, and since when.
  package struct Block: Sendable, Hashable {
    package let task: TaskIndex
    package let since: CalendarDate?
    /// Nil where the day of the block or of the judgement is not known.
    package let days: Int?
  }

  package private(set) var total = Counts()
  /// By place among the sprints of the workspace, in the order of their paths.
  package private(set) var sprints: [(sprint: Int, counts: Counts)] = []
  /// Most tasks that are not done first, then by name. A task counts for each of its owners.
  package private(set) var owners: [(name: String, counts: Counts)] = []
  /// The oldest first; those without a day last, in the order of the files.
  package private(set) var blocks: [Block] = []
  /// Sprints in which all is done or cancelled, and whose files lie in no archive.
  package private(set) var finished: [Int] = []
  package let history: BlockHistory

  /// Counts the selected sprints; the age of blocks is counted from the day.
  package init(_ workspace: Workspace, today: CalendarDate?) {
    history = BlockHistory(workspace)
    var byOwner: [String: Counts] = [:]
    for sprint in workspace.selection {
      var counts = Counts()
      for (place, task) in workspace.sprints[sprint].tasks.enumerated() {
        counts.add(task.state)
        total.add(task.state)
        for owner in Set(task.owners.map(\.name.value)) { byOwner[owner, default: Counts()].add(task.state) }
        guard task.state == .blocked else { continue }
        let since = task.status.date?.value
        let days = since.flatMap { since in today.map { since.days(until: $0) } }
        blocks.append(Block(task: TaskIndex(sprint: sprint, task: place), since: since, days: days))
      }
      sprints.append((sprint, counts))
      let isFinished = counts.total > 0 && counts[.done] + counts[.cancelled] == counts.total
      if isFinished, !workspace.sprints[sprint].isArchived { finished.append(sprint) }
    }
    func open(_ counts: Counts) -> Int { counts.total - counts[.done] - counts[.cancelled] }
    owners = byOwner.map { ($0.key, $0.value) }.sorted { (open($1.1), $0.0) < (open($0.1), $1.0) }
    blocks.sort { one, other in
      switch (one.since, other.since) {
      case (let first?, let second?): first != second ? first < second : one.task < other.task
      case (nil, nil): one.task < other.task
      case (let first, _): first != nil
      }
    }
  }
}

extension Sprint {
  /// Whether its file lies in a folder for trackers that are over.
  package var isArchived: Bool {
    path.split(separator: "/").dropLast().contains { ["archive", "archived"].contains($0.lowercased()) }
  }
}
