package import SprintModel
import SprintSource

/// How many tasks were blocked from day to day, as the logs tell it.
package struct BlockHistory: Sendable {
  package struct Day: Sendable, Hashable {
    package let date: CalendarDate
    /// Tasks that were blocked on this day and had not been, or had not been said to be.
    package var blocked = 0
    /// Tasks that had been blocked, and were unblocked, begun or completed.
    package var released = 0
    /// Tasks that were blocked when the day was over.
    package var standing = 0
  }

  /// The days on which anything changed, in their order.
  package private(set) var days: [Day] = []

  package init(_ workspace: Workspace) {
    var isBlocked: Set<Int> = []
    for change in Self.changes(workspace) {
      guard change.blocks ? isBlocked.insert(change.node).inserted : isBlocked.remove(change.node) != nil else {
        continue
      }
      if days.last?.date != change.date { days.append(Day(date: change.date)) }
      let last = days.count - 1
      if change.blocks { days[last].blocked += 1 } else { days[last].released += 1 }
      days[last].standing = isBlocked.count
    }
  }

  private struct Change {
    let date: CalendarDate
    let node: Int
    let blocks: Bool
  }

  /// What the logs say in the order in which it happened; within a day, in the order of the files.
  private static func changes(_ workspace: Workspace) -> [Change] {
    var changes: [Change] = []
    for sprint in workspace.selection {
      let log = workspace.sprints[sprint].log
      for place in log.isOldestFirst ? Array(log.indices) : log.indices.reversed() {
        guard let date = log[place].date, log[place].event != .note else { continue }
        for (mention, resolution) in zip(log[place].mentions, workspace.mentions(sprint: sprint, entry: place))
        where mention.isSubject && resolution.isResolved {
          changes += resolution.nodes.map { Change(date: date, node: $0, blocks: log[place].event == .blocked) }
        }
      }
    }
    return changes.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }
}

extension [LogEntry] {
  /// Whether the later entries stand below the earlier ones: most logs are the other way round.
  fileprivate var isOldestFirst: Bool {
    let dates = compactMap(\.date)
    guard let first = dates.first, let last = dates.last else { return false }
    return first < last
  }
}
