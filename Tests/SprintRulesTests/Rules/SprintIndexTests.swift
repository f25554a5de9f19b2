import SprintRules
import SprintSource
import SprintTesting
import Testing

/// SM202 also compares an index of sprints with their trackers.
struct SprintIndexTests {
  private static func documents(_ entry: String, _ states: String...) -> String {
    let rows = states.enumerated().map { "APP-10-00\($0 + 1) | \($1) | None | App | Build." }
    let index = "# Sprints\n\n| Sprint | Status |\n| --- | --- |\n| \(entry) |\n"
    let table = rows.map { "| 1 | \($0) |\n" }.joined()
    return files(["INDEX.md": index, "SPRINT_10_app.md": tracker() + table])
  }

  @Test(arguments: [
    Case(
      "done, with open tasks", documents("Sprint 10 | DONE", "DONE", "DOING"),
      ("sprint 10 is DONE here, but 1 task of it is open: APP-10-002 in SPRINT_10_app.md", "DONE")),
    Case(
      "open, with all tasks closed", documents("SPRINT_10_app.md | In Progress", "DONE", "CANCELLED"),
      ("sprint 10_app is DOING here, but all its tasks are closed in SPRINT_10_app.md", "In Progress")),
    Case(
      "by its number", documents("10 | ✅ Complete", "BLOCKED"),
      ("sprint 10 is DONE here, but 1 task of it is open: APP-10-001 in SPRINT_10_app.md", "✅ Complete")),
  ])
  func `an index that contradicts a tracker is found`(sample: Case) {
    #expect(findings("SM202", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("done, and all are", documents("Sprint 10 | DONE", "DONE", "CANCELLED")),
    NearMiss("open, and some are", documents("Sprint 10 | DOING", "DONE", "TODO")),
    NearMiss("a sprint that nobody knows", documents("Sprint 11 | DONE", "TODO")),
    NearMiss("a state that nobody knows", documents("Sprint 10 | perhaps", "TODO")),
    NearMiss("a task without a known state", documents("Sprint 10 | DONE", "DONE", "perhaps")),
  ])
  func `an index that agrees is none`(miss: NearMiss) {
    #expect(findings("SM202", in: miss.text) == [])
  }
}
