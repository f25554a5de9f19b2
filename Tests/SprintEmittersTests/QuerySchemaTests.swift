import SprintEmitters
import SprintLinker
import SprintModel
import SprintTesting
import Testing

/// The answers to queries, held against their schemas.
struct QuerySchemaTests {
  private static let workspaces: [Workspace] =
    HostileText.all.map { Documents.workspace(["SPRINT_10.md": HostileText.tracker($0.value)]) }
    + Documents.dialects.map { Documents.workspace(["docs/SPRINT_10.md": $0.value]) }
    + (0..<60).map {
      Documents.workspace([
        "SPRINT_10.md": TrackerGenerator.tracker(seed: $0), "b/SPRINT_11.md": TrackerGenerator.tracker(seed: $0 + 1),
      ])
    }
    + [Documents.workspace([:]), Documents.workspace(["SPRINT_10.md": ""])]

  private func check(_ schema: String, _ documents: [[UInt8]]) async throws {
    let faults = try await SchemaValidator(schema).faults(in: documents)
    #expect(faults.count == documents.count)
    for (document, faults) in zip(documents, faults) {
      #expect(faults == [], "\(String(decoding: document, as: UTF8.self))")
    }
  }

  @Test func `lists`() async throws {
    try await check(
      "list",
      Self.workspaces.map { workspace in
        let done = Array(workspace.symbols.uids.indices.prefix(2))
        let tasks = workspace.sprints.indices.flatMap { sprint in
          workspace.sprints[sprint].tasks.indices.map { TaskIndex(sprint: sprint, task: $0) }
        }
        return ListEmitter.json(tasks, Assumption(workspace, done: done), done: done)
      })
  }

  @Test func `tasks and documents`() async throws {
    try await check("show", Self.workspaces.map { ShowEmitter.json(documents: $0) })
    try await check(
      "show",
      Self.workspaces.filter { !$0.symbols.uids.isEmpty }.map { workspace in
        let standing = TaskStanding(GraphAnalysis(workspace))
        return ShowEmitter.json(
          standing.analysis.accounts(of: Array(workspace.symbols.uids.indices)), named: "all", standing)
      })
  }

  @Test func `reasons`() async throws {
    try await check(
      "why",
      Self.workspaces.filter { !$0.symbols.uids.isEmpty }.map { workspace in
        WhyEmitter.json(Array(workspace.symbols.uids.indices), named: "all", TaskStanding(GraphAnalysis(workspace)))
      })
  }

  @Test func `numbers`() async throws {
    let day = CalendarDate(year: 2025, month: 12, day: 1)
    try await check(
      "stats",
      Self.workspaces.flatMap { workspace in
        [day, nil].map { StatisticsEmitter.json(Statistics(workspace, today: $0), workspace, today: $0) }
      })
  }

  @Test(arguments: [
    ("list", "\"becomes\": null", "\"becomes\": \"done\""), ("list", "\"ready\": ", "\"more\": 1, \"ready\": "),
    ("stats", "\"progress\": ", "\"progress\": 1.5, \"more\": "), ("why", "\"open\": ", "\"opened\": "),
    ("show", "\"owners\": [", "\"owners\": [1, "), ("ndjson", "\"type\": \"task\"", "\"type\": \"log\""),
  ])
  func `what does not fit is refused`(schema: String, part: String, replacement: String) async throws {
    let workspace = Documents.workspace(["SPRINT_10.md": Documents.standard])
    let standing = TaskStanding(GraphAnalysis(workspace))
    let bytes =
      switch schema {
      case "list": ListEmitter.json([TaskIndex(sprint: 0, task: 0)], Assumption(workspace, done: []), done: [])
      case "stats": StatisticsEmitter.json(Statistics(workspace, today: nil), workspace, today: nil)
      case "why": WhyEmitter.json([0], named: "x", standing)
      case "show": ShowEmitter.json(standing.analysis.accounts(of: [0]), named: "x", standing)
      default: Array(NDJSONEmitter.ndjson(workspace).prefix { $0 != 0x0A })
      }
    let text = String(decoding: bytes, as: UTF8.self)
    try #require(text.contains(part))
    let faults = try await SchemaValidator(schema).faults(in: [
      bytes, Array(text.replacing(part, with: replacement, maxReplacements: 1).utf8),
    ])
    #expect(faults.first == [])
    #expect(faults.last?.isEmpty == false)
  }
}
