import SprintTesting
import Testing

/// What queries and drawings write of the same three sprints.
struct QueryGoldenTests {
  @Test(arguments: [
    ("list.txt", ["list"]), ("ready.txt", ["list", "--ready"]), ("blocked.txt", ["list", "--blocked"]),
    ("stale.txt", ["list", "--stale"]), ("assumed.txt", ["list", "--assume-done", "BUILD-31-002,SHIP-32-001"]),
    ("list.json", ["list", "--format", "json"]),
    ("assumed.json", ["list", "--assume-done", "ship-32-002", "--format", "json"]),
    ("stats.txt", ["stats", "--today", "2026-02-01"]),
    ("stats.json", ["stats", "--today", "2026-02-01", "--format", "json"]),
    ("show.txt", ["show", "31-003"]), ("show-both.txt", ["show", "D1"]),
    ("show.json", ["show", "BUILD-31-003", "--format", "json"]),
    ("documents.json", ["show", "--format", "json"]), ("why.txt", ["why", "31-003"]),
    ("why-cycle.txt", ["why", "31-006"]),
    ("why-stale.txt", ["why", "31-005"]), ("why-open.txt", ["why", "SHIP-32-003"]),
    ("why.json", ["why", "BUILD-31-003/004", "--format", "json"]),
    ("graph.dot", ["compile", "--emit", "dot"]), ("graph.mmd", ["compile", "--emit", "mermaid"]),
    ("blocked.dot", ["compile", "--emit", "dot", "--blocked"]),
    ("focus.mmd", ["compile", "--emit", "mermaid", "--focus", "31-003", "--depth", "1"]),
    ("sprints.dot", ["compile", "--emit", "dot", "--collapse", "sprint"]),
    ("sprints.mmd", ["compile", "--emit", "mermaid", "--collapse", "sprint"]),
    ("records.ndjson", ["compile", "--emit", "ndjson"]), ("tasks.csv", ["compile", "--emit", "csv"]),
  ])
  func `the answer is the one that was read and kept`(golden: String, command: [String]) async throws {
    let run = try await Sprintmark.run(command + ["docs/implplan"], in: try QueryFixture.folder())
    #expect(run.status == 0)
    #expect(run.errorText == "")
    #expect(Golden.difference(from: "../Queries/\(golden)", got: run.output) == nil)
  }
}
