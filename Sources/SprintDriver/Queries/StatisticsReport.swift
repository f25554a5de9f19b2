package import SprintLinker
package import SprintModel
import SprintSource

/// Shows numbers about sprints to people.
package struct StatisticsReport: Sendable {
  private let statistics: Statistics
  private let workspace: Workspace
  private let today: CalendarDate?

  package init(_ statistics: Statistics, _ workspace: Workspace, today: CalendarDate?) {
    self.statistics = statistics
    self.workspace = workspace
    self.today = today
  }

  package func text(width: Int?, isColoured: Bool) -> String {
    let style = Style(isOn: isColoured)
    func section(_ title: String, _ table: Table, empty: String) -> String {
      let body = table.isEmpty ? "  \(empty)\n" : table.text(width: width, isColoured: isColoured, indent: 2)
      return style.bold(title) + "\n" + body
    }
    let day = today.map { " on \($0)" } ?? ""
    return [
      section("Sprints", sprints, empty: "none"), section("Owners", owners, empty: "none"),
      section("Blocked tasks by age\(day)", ages, empty: "none"),
      section("Blocked tasks, oldest first", blocks, empty: "none"),
      section("Blocked over time, as the logs tell it", history, empty: "the logs tell of no block"),
      section("Finished sprints, to be archived", finished, empty: "none"),
    ].joined(separator: "\n")
  }

  private static let states: [TaskState] = [.todo, .doing, .review, .blocked, .done, .cancelled, .unknown]

  private static func columns(_ first: String) -> [Table.Column] {
    [Table.Column(first, canShrink: true), Table.Column("TASKS", isNumber: true)]
      + states.map { Table.Column($0.label, isNumber: true) } + [Table.Column("PROGRESS", isNumber: true)]
  }

  private static func cells(_ name: String, _ counts: Statistics.Counts) -> [String] {
    [name, "\(counts.total)"] + states.map { "\(counts[$0])" } + [counts.progress.map { "\($0) %" } ?? "–"]
  }

  private var sprints: Table {
    var table = Table(Self.columns("SPRINT"))
    for entry in statistics.sprints { table.add(Self.cells(workspace.sprints[entry.sprint].path, entry.counts)) }
    if statistics.sprints.count > 1 { table.add(Self.cells("all", statistics.total)) }
    return table
  }

  private var owners: Table {
    var table = Table(Self.columns("OWNER"))
    for entry in statistics.owners { table.add(Self.cells(entry.name, entry.counts)) }
    return table
  }

  private static let ages: [(name: String, days: ClosedRange<Int>)] = [
    ("up to a week", Int.min...7), ("8 to 30 days", 8...30), ("31 to 90 days", 31...90),
    ("more than 90 days", 91...Int.max),
  ]

  private var ages: Table {
    var table = Table([Table.Column("AGE"), Table.Column("TASKS", isNumber: true)])
    guard !statistics.blocks.isEmpty else { return table }
    for age in Self.ages {
      table.add([age.name, "\(statistics.blocks.count { $0.days.map(age.days.contains) ?? false })"])
    }
    table.add(["without a day", "\(statistics.blocks.count { $0.days == nil })"])
    return table
  }

  private var blocks: Table {
    var table = Table([
      Table.Column("TASK"), Table.Column("SINCE"), Table.Column("DAYS", isNumber: true),
      Table.Column("OWNERS", canShrink: true),
      Table.Column("PLACE", canShrink: true),
    ])
    for block in statistics.blocks {
      let task = workspace.task(block.task)
      let sprint = workspace.sprint(of: block.task)
      let line = workspace.files[sprint.file].position(at: task.id.range.lower).line
      table.add([
        task.uid, block.since?.description ?? "", block.days.map(String.init) ?? "",
        task.owners.map(\.name.value).joined(separator: ", "), "\(sprint.path):\(line)",
      ])
    }
    return table
  }

  private var history: Table {
    var table = Table([
      Table.Column("DAY"), Table.Column("BLOCKED", isNumber: true), Table.Column("RELEASED", isNumber: true),
      Table.Column("STANDING", isNumber: true),
    ])
    for day in statistics.history.days {
      table.add([day.date.description, "\(day.blocked)", "\(day.released)", "\(day.standing)"])
    }
    return table
  }

  private var finished: Table {
    var table = Table([Table.Column("SPRINT"), Table.Column("TASKS", isNumber: true)])
    for sprint in statistics.finished {
      table.add([workspace.sprints[sprint].path, "\(workspace.sprints[sprint].tasks.count)"])
    }
    return table
  }
}
