import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

/// What a configuration does to a whole run.
struct WorkspaceTests {
  private static let header = """
    ## Delivery Tracker
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |

    """

  /// A folder in which a board and an old sprint stand beside two sprints.
  private func folder(_ yaml: String) throws -> TemporaryFolder {
    try TemporaryFolder([
      ".sprintmark.yml": yaml,
      "docs/SPRINT_1.md": Self.header + """
        | 1 | APP-1-001 | DONE | None | App Guild | Build. |
        | 2 | APP-1-002 | BLOCKED | Depends on OLD-0-001 | App Guild | Test. |
        | 3 | APP-1-003 | TODO | Depends on OLD-0-009 | App Guild | Ship. |
        """,
      "docs/SPRINT_2.md": Self.header + """
        | 1 | APP-2-001 | DONE | Depends on APP-1-003 | App Guild | Build. |
        """,
      "docs/archived/SPRINT_0.md": Self.header + """
        | 1 | OLD-0-001 | DONE | Depends on GONE-0-001 | App Guild | Build. |
        | 2 | APP-1-001 | TODO | None | App Guild | Build. |
        | 2 | APP-1-001 | TODO | None | App Guild | Build. |
        """,
      "src/app/TASKS.md": """
      | ID | Status | Owner(s) | Depends on | Description | Exit Criteria |
      | --- | --- | --- | --- | --- | --- |
      | APP-2-001 | TODO | App | – | Build. | |
      """,
      "src/docs/TASKS.md": "# No board yet\n",
    ])
  }

  private static let yaml = """
    workspace: [docs]
    boards: ["**/TASKS.md"]
    archive: [docs/archived]

    """

  /// The findings of a run, as `PATH:LINE CODE SEVERITY`.
  private func findings(_ yaml: String, _ paths: [String] = []) throws -> [String] {
    let folder = try folder(yaml)
    let project = try Project.load(.file("\(folder.path)/.sprintmark.yml"))
    let workspace = WorkspaceLoader(project).load(paths.map { "\(folder.path)/\($0)" }).workspace
    return RuleEngine(project).check(workspace).map { found in
      let file = workspace.files[found.location.file]
      let line = found.location.range.map { ":\(file.position(at: $0.lower).line)" } ?? ""
      return "\(project.relative(file.path))\(line) \(found.code) \(found.severity)"
    }.sorted()
  }

  @Test func `archive and boards take part`() throws {
    #expect(
      try findings(Self.yaml) == [
        // The archive says otherwise; nothing is reported in the archive itself.
        "docs/SPRINT_1.md:4 SM202 error",
        // The archive knows that it is done.
        "docs/SPRINT_1.md:5 SM304 error",
        "docs/SPRINT_1.md:6 SM402 warning",
        // There is an archive, and nothing is left to do.
        "docs/SPRINT_2.md:1 SM310 information",
        "docs/SPRINT_2.md:4 SM305 error",
        // The board says otherwise. The other board need not have tasks.
        "src/app/TASKS.md:3 SM202 error",
      ])
  }

  @Test func `without them references lead nowhere`() throws {
    #expect(
      try findings("workspace: [docs]\nexclude: [archived]\n") == [
        "docs/SPRINT_1.md:5 SM402 warning", "docs/SPRINT_1.md:6 SM402 warning", "docs/SPRINT_2.md:4 SM305 error",
      ])
  }

  @Test func `findings are about the files that are named`() throws {
    #expect(
      try findings(Self.yaml, ["docs/SPRINT_2.md"]) == [
        "docs/SPRINT_2.md:1 SM310 information", "docs/SPRINT_2.md:4 SM305 error",
        // What is found in two files together is about both.
        "src/app/TASKS.md:3 SM202 error",
      ])
    #expect(try findings(Self.yaml, ["docs/archived/SPRINT_0.md"]) == [])
  }

  @Test func `severities hold in all files, and others where an override says so`() throws {
    let rules = """
      rules: {SM202: off, unresolved-reference: error}
      overrides:
        - paths: [SPRINT_1.md]
          rules: {stale-block: off, SM402: information}
        - paths: ["src/**"]
          rules: {SM202: warning}

      """
    #expect(
      try findings(Self.yaml + rules) == [
        "docs/SPRINT_1.md:6 SM402 information", "docs/SPRINT_2.md:1 SM310 information",
        "docs/SPRINT_2.md:4 SM305 error", "src/app/TASKS.md:3 SM202 warning",
      ])
  }

  @Test func `rules are selected and left out`() throws {
    #expect(
      try findings(Self.yaml + "select: [SM304, SM305]\n").map { $0.suffix(11) } == ["SM304 error", "SM305 error"])
    #expect(
      try findings(Self.yaml + "select: [SM304, SM305]\nignore: [SM304]\n").map { $0.suffix(11) } == ["SM305 error"])
  }

  @Test func `what the command line selects is run whatever is configured`() throws {
    let folder = try folder(Self.yaml + "rules: {SM304: off}\nignore: [SM305]\nselect: [SM402]\n")
    let project = try Project.load(.file("\(folder.path)/.sprintmark.yml"))
    let workspace = WorkspaceLoader(project).load([]).workspace
    let rules = ["SM304", "SM305"].compactMap(Rule.named)
    #expect(RuleEngine(project, select: rules).check(workspace).map(\.code) == ["SM304", "SM305"])
    #expect(
      RuleEngine(project, select: rules, ignore: Array(rules.prefix(1))).check(workspace).map(\.code) == ["SM305"])
    #expect(RuleEngine(project).check(workspace).map(\.code) == ["SM402"])
  }

  @Test func `what is only linked is not compiled`() throws {
    let folder = try folder(Self.yaml)
    let project = try Project.load(.file("\(folder.path)/.sprintmark.yml"))
    let loaded = WorkspaceLoader(project).load(["\(folder.path)/docs/SPRINT_2.md"])
    let json = String(decoding: ModelEmitter.json(loaded.workspace), as: UTF8.self)
    #expect(loaded.workspace.selection.count == 1)
    #expect(loaded.workspace.sprints.count == 5)
    #expect(json.contains("\"targets\": [\"APP-1-003\"]"))
    #expect(!json.contains("\"id\": \"APP-1-003\""))
    let dot = String(decoding: DotEmitter.dot(GraphView(GraphAnalysis(loaded.workspace))), as: UTF8.self)
    // What it depends on is drawn, outside of frames.
    #expect(dot.contains("\n  \"APP-1-003\" ["))
    #expect(!dot.contains("APP-1-002"))
  }

  @Test func `a file above the limit is not read, and the others are`() throws {
    let folder = try folder(Self.yaml + "limits: {fileSize: 300}\n")
    let loaded = WorkspaceLoader(try Project.load(.file("\(folder.path)/.sprintmark.yml"))).load([])
    #expect(loaded.failures.isEmpty)
    #expect(loaded.workspace.sprints.count == 5)
    #expect(loaded.workspace.sprints.compactMap(\.refusal).map(\.kind) == [.fileSize, .fileSize])
    #expect(loaded.workspace.sprints.compactMap(\.refusal).allSatisfy { $0.figure > 300 && $0.limit == 300 })
    #expect(loaded.workspace.sprints.allSatisfy { $0.refusal == nil || $0.tasks.isEmpty })
  }
}
