import SprintEmitters
import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

struct JiraCSVTests {
  private static let text = """
    # Sprint 10 · Installer

    ### Epic A — Packages
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |
    | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build it, then "sign" it. |
    | 2 | APP-10-002 | BLOCKED | APP-10-001, APP-10-003 and the release key | App Guild · Ops | |
    | 3 | APP-10-003 | TODO | None | Ops | Ship it. |

    """

  @Test func `a sprint is an epic, and its tasks are issues in it that block each other`() throws {
    let read = JiraImport(try JiraCSVEmitter.csv(Documents.workspace(["SPRINT_10_app.md": Self.text])))
    #expect(read.faults == [])
    #expect(read.issues.map(\.type) == ["Epic", "Task", "Task", "Task"])
    #expect(read.issues.map(\.status) == ["In Progress", "Done", "Blocked", "To Do"])
    #expect(read.issues.map(\.parent) == [nil, "1", "1", "1"])
    #expect(read.issues.map(\.externalID) == ["SPRINT_10_app", "APP-10-001", "APP-10-002", "APP-10-003"])
    #expect(read.issues.map(\.blockers) == [[], [], ["2", "4"], []])
    #expect(
      read.issues.map(\.summary) == [
        "Sprint 10 · Installer", #"APP-10-001: Build it, then "sign" it."#, "APP-10-002", "APP-10-003: Ship it.",
      ])
    #expect(read.issues[2].labels == ["App-Guild", "Ops", "Epic-A-—-Packages"])
    #expect(read.issues[2].description.contains("the release key"))
    #expect(read.issues[1].description.hasSuffix("SPRINT_10_app.md:6"))
  }

  @Test func `statuses and types are those of the team`() throws {
    var mapping = JiraMapping()
    mapping.statuses[.todo] = "Backlog"
    mapping.statuses[.done] = "Closed, at last"
    mapping.sprintType = "Initiative"
    mapping.taskType = "Story"
    let read = JiraImport(try JiraCSVEmitter.csv(Documents.workspace(["SPRINT_10_app.md": Self.text]), mapping))
    #expect(read.issues.map(\.type) == ["Initiative", "Story", "Story", "Story"])
    #expect(read.issues.map(\.status) == ["In Progress", "Closed, at last", "Blocked", "Backlog"])
  }

  /// Ids, states, sprints and dependencies come back as they were, whatever the trackers hold.
  @Test(arguments: 0..<40) func `what was written is read again`(seed: Int) throws {
    let files = (0..<4).map { number in
      SourceFile(path: "SPRINT_\(number)_x.md", bytes: Array(GeneratedTracker.text(seed * 4 + number).utf8))
    }
    try expectRoundTrip(Documents.workspace(files))
  }

  @Test(arguments: HostileText.all.map(\.1)) func `hostile text comes back too`(text: String) throws {
    try expectRoundTrip(Documents.workspace(["SPRINT_10.md": HostileText.tracker(text)]))
  }

  private func expectRoundTrip(_ workspace: Workspace) throws {
    let read = JiraImport(try JiraCSVEmitter.csv(workspace))
    #expect(read.faults == [])
    let analysis = GraphAnalysis(workspace)
    var issues: [String: JiraImport.Issue] = [:]
    for issue in read.issues where issue.type == "Task" { issues[issue.externalID] = issue }
    let names = Dictionary(uniqueKeysWithValues: read.issues.map { ($0.id, $0.externalID) })
    var seen: Set<String> = []
    for (sprintIndex, sprint) in workspace.sprints.enumerated() {
      for (place, task) in sprint.tasks.enumerated() where seen.insert(task.uid).inserted {
        let issue = issues[task.uid]
        #expect(issue?.status == JiraMapping().statuses[task.state])
        #expect(issue?.parent.flatMap { names[$0] } == sprint.slug)
        let wanted = Set(
          analysis.prerequisites(of: TaskIndex(sprint: sprintIndex, task: place)).compactMap { prerequisite in
            if case .task = prerequisite.target { analysis.name(of: prerequisite.target) } else { nil }
          })
        #expect(Set(issue?.blockers.compactMap { names[$0] } ?? []) == wanted)
      }
    }
    #expect(issues.count == seen.count)
  }

  @Test(arguments: [254, 255, 256, 2_000]) func `a summary is as long as Jira takes`(length: Int) throws {
    let text = Self.text.replacing("Ship it.", with: String(repeating: "ä", count: length - "APP-10-003: ".count))
    let read = JiraImport(try JiraCSVEmitter.csv(Documents.workspace(["SPRINT_10_app.md": text])))
    #expect(read.faults == [])
    #expect(read.issues.last?.summary.utf16.count == min(length, 255))
    #expect(read.issues.last?.description.contains(String(repeating: "ä", count: length - 12)) ?? false)
  }

  @Test func `a table is only so wide`() throws {
    let owners = (0..<5_000).map { "O\($0)" }.joined(separator: ", ")
    let rows = (1...5_000).map { "| \($0) | APP-10-\($0) | TODO | None | \($0 == 1 ? owners : "App") | B. |\n" }
    let head =
      "## Delivery Tracker\n| # | Task ID | Status | Key dependency | Owners | Task Definition |\n| --- | --- | --- | --- | --- | --- |\n"
    let workspace = Documents.workspace(["SPRINT_10_app.md": head + rows.joined()])
    #expect(throws: JiraCSVEmitter.TooLarge.self) { try JiraCSVEmitter.csv(workspace) }
  }

  @Test func `no owner is a formula`() throws {
    let text = Self.text.replacing("Ship it.", with: "a\"\u{301},=B1,\"\u{301}b")
    let read = JiraImport(try JiraCSVEmitter.csv(Documents.workspace(["SPRINT_10_app.md": text])))
    #expect(read.faults == [])
  }
}
