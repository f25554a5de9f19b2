import SprintLinker
import SprintModel
import SprintTesting
import Testing

struct StatisticsTests {
  private static func tracker(_ rows: [String], log: [String] = []) -> String {
    let header = "| # | Task ID | Status | Key dependency / next step | Owners |\n| --- | --- | --- | --- | --- |\n"
    let table = header + rows.map { "| 1 | \($0) |\n" }.joined()
    guard !log.isEmpty else { return table }
    return table + "\n## Execution Log\n| Date (UTC) | Update | Owner |\n| --- | --- | --- |\n"
      + log.map { "| \($0) | X |\n" }.joined()
  }

  @Test func `tasks count by sprint, owner and state`() {
    let workspace = Documents.workspace([
      "SPRINT_10.md": Self.tracker([
        "A-1-1 | DONE | None | Ada · Bob", "A-1-2 | BLOCKED (2025-11-02) | Needs x | Ada",
        "A-1-3 | CANCELLED | None | Ada",
        "A-1-4 | BLOCKED | Needs y | —",
      ]),
      "archived/SPRINT_8.md": Self.tracker(["C-1-1 | DONE | None | Bob"]),
      "SPRINT_9.md": Self.tracker(["B-1-1 | DONE | None | Bob", "B-1-2 | CANCELLED | None | Bob"]),
      "SPRINT_11.md": "# Empty\n",
    ])
    let statistics = Statistics(workspace, today: CalendarDate(year: 2026, month: 3, day: 1))
    #expect(statistics.total.total == 7 && statistics.total[.done] == 3 && statistics.total.progress == 60)
    #expect(
      statistics.sprints.map { workspace.sprints[$0.sprint].slug } == [
        "SPRINT_10", "SPRINT_11", "SPRINT_9", "SPRINT_8",
      ])
    #expect(statistics.sprints.map(\.counts.progress) == [33, nil, 100, 100])
    #expect(statistics.owners.map(\.name) == ["Ada", "Bob"])
    #expect(statistics.owners.map(\.counts.total) == [3, 4])
    #expect(statistics.blocks.map(\.days) == [119, nil])
    #expect(statistics.finished.map { workspace.sprints[$0].slug } == ["SPRINT_9"])
  }

  @Test func `without a day to judge by, blocks have no age`() {
    let workspace = Documents.workspace(["SPRINT_10.md": Self.tracker(["A-1-1 | BLOCKED (2025-11-02) | Needs x | Ada"])]
    )
    #expect(Statistics(workspace, today: nil).blocks.map(\.days) == [nil])
  }

  @Test(arguments: [
    (
      ["2025-11-03 | A-1-1 completed.", "2025-11-02 | A-1-1 marked BLOCKED: x.", "2025-11-01 | A-1-1 started."],
      ["2025-11-02 1 0 1", "2025-11-03 0 1 0"]
    ),
    (
      ["2025-11-01 | A-1-1 marked BLOCKED: x.", "2025-11-03 | A-1-1 completed."],
      ["2025-11-01 1 0 1", "2025-11-03 0 1 0"]
    ),
    // Newest first: on one day the lower row came before.
    (["2025-11-01 | A-1-1 completed.", "2025-11-01 | A-1-1 marked BLOCKED: x."], ["2025-11-01 1 1 0"]),
    (
      [
        "2025-11-02 | A-1-1 marked BLOCKED: y.", "2025-11-01 | A-1-1 marked BLOCKED: x.",
        "2025-11-01 | A-1-2 marked BLOCKED: x.",
      ], ["2025-11-01 2 0 2"]
    ),
    (
      ["soon | A-1-1 marked BLOCKED: x.", "2025-11-01 | ZZ-9-9 marked BLOCKED: x.", "2025-11-01 | Sync about A-1-1."],
      []
    ),
  ])
  func `the log tells how many were blocked`(log: [String], days: [String]) {
    let rows = ["A-1-1 | TODO | None | Ada", "A-1-2 | TODO | None | Ada"]
    let history = BlockHistory(Documents.workspace(["SPRINT_10.md": Self.tracker(rows, log: log)]))
    #expect(history.days.map { "\($0.date) \($0.blocked) \($0.released) \($0.standing)" } == days)
  }

  @Test(arguments: [
    ("2025-11-25", "2025-11-25", 0), ("2025-11-25", "2025-12-05", 10), ("2024-02-28", "2024-03-01", 2),
    ("2025-02-28", "2025-03-01", 1),
    ("1999-12-31", "2000-01-01", 1), ("2000-01-01", "2100-01-01", 36525), ("2025-03-01", "2025-02-28", -1),
    ("1970-01-01", "2025-11-25", 20417),
  ])
  func `days are counted by the calendar`(from: String, to: String, days: Int) throws {
    func date(_ text: String) throws -> CalendarDate {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
    }
    #expect(try date(from).days(until: date(to)) == days)
  }
}
