import SprintDriver
import SprintTesting
import Testing

struct QueryTests {
  private func run(_ arguments: String..., in folder: TemporaryFolder? = nil) async throws -> Run {
    try await Sprintmark.run(arguments, in: try folder ?? QueryFixture.folder())
  }

  /// The first words of the rows of a table.
  private func tasks(_ run: Run) -> [String] {
    run.outputText.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != " " }) }
  }

  @Test(arguments: [
    (["--state", "todo,doing", "--owner", "RELEASE"], ["SHIP-32-002", "SHIP-32-003"]),
    (["--sprint", "33"], ["PLAN-33-001"]),
    (["--sprint", "31_build", "--stale"], ["BUILD-31-005"]),
    (["--sprint", "SPRINT_32_ship", "--ready"], ["SHIP-32-002"]),
    (["--assume-done", "31-007"], ["BUILD-31-006"]),
    (["--ready", "--assume-done", "31-007"], ["BUILD-31-006", "SPRINT_31_build#D1", "SHIP-32-002"]),
    (["--assume-done", "BUILD-31-002", "--assume-done", "SHIP-32-001"], []), (["--assume-done", "33-001"], []),
    (["--blocked", "--owner", "構築"], ["BUILD-31-005"]),
  ])
  func `list leaves what was asked for`(options: [String], names: [String]) async throws {
    let run = try await Sprintmark.run(["list", "docs/implplan"] + options, in: try QueryFixture.folder())
    #expect(run.status == 0)
    #expect(tasks(run) == names)
    #expect(run.errorText == (names.isEmpty ? "note: no task fits what is asked for\n" : ""))
  }

  @Test(arguments: [
    (["show", "BULD-31-001"], "no task is called \"BULD-31-001\"", "did you mean BUILD-31-001"),
    (["why", "31-099"], "no task is called \"31-099\"", "list` lists all tasks"),
    (["why", "BUILD-31"], "may mean several tasks", "BUILD-31-001, BUILD-31-002"),
    (["list", "--assume-done", "X-1"], "no task is called \"X-1\"", "list"),
    (["list", "--sprint", "SPRINT_31_buidl"], "no sprint is called", "did you mean SPRINT_31_build"),
    (["compile", "--emit", "dot", "--focus", "ZZZ-1-1"], "no task is called \"ZZZ-1-1\"", "list"),
    (["list", "--state", "bloked"], "no state is called", "did you mean blocked?"),
    (["list", "--ready", "--blocked"], "", "'--blocked'"),
    (["compile", "--emit", "json", "--blocked"], "belong to --emit dot", ""),
    (["compile", "--emit", "dot", "--depth", "1"], "--depth belongs to --focus", ""),
    (["compile", "--emit", "dot", "--focus", "D1", "--depth=-1"], "0 or more", ""),
    (["show", "gone.md"], "cannot find gone.md", ""),
  ])
  func `what is not there ends with 2, and what comes near is named`(arguments: [String], message: String, help: String)
    async throws
  {
    let paths = arguments.last == "gone.md" ? [] : ["docs/implplan"]
    let run = try await Sprintmark.run(arguments + paths, in: try QueryFixture.folder())
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.errorText.contains(message) && run.errorText.contains(help))
  }

  @Test func `a path is a document, and any other name a task`() async throws {
    let folder = try QueryFixture.folder()
    try folder.makeFolder("D1")
    #expect(try await run("show", "D1", in: folder).errorText.contains("no tracker in D1"))
    #expect(try await run("show", "docs/implplan", in: folder).outputText.contains("read as 8 tasks (standard)"))
    #expect(
      try await run("show", "SPRINT_32_ship#D1", "docs", in: folder).outputText.hasPrefix(
        "SPRINT_32_ship#D1  cancelled  "))
    #expect(try await run("show", "31-002", in: folder).outputText.hasPrefix("BUILD-31-002  BLOCKED since 2026-01-06"))
  }

  @Test func `an id that two sprints declare is shown from both`() async throws {
    let row = "| 1 | A-1-1 | DONE | None | Ada | Do. |\n"
    let folder = try TemporaryFolder([
      "SPRINT_1.md": Trackers.header + row, "SPRINT_2.md": Trackers.header + row.replacing("DONE", with: "TODO"),
    ])
    let lines = try await run("show", "A-1-1", in: folder).outputText.split(separator: "\n").filter {
      $0.hasPrefix("A-1-1")
    }
    #expect(lines == ["A-1-1  DONE  SPRINT_1.md:4", "A-1-1  TODO  SPRINT_2.md:4"])
    #expect(
      try await run("why", "A-1-1", in: folder).outputText.hasPrefix(
        "A-1-1  DONE  SPRINT_1.md:4; TODO  SPRINT_2.md:4\n"))
  }

  @Test func `what a terminal obeys reaches none`() async throws {
    let evil = "\u{1B}[31mred\u{7}\u{202E}"
    let row = "| 1 | A-1-1 | BLOCKED (\(evil)) | Needs \(evil) | \(evil) | \(evil) |\n"
    let folder = try TemporaryFolder(["SPRINT_1.md": "# Sprint \(evil)\n\n" + Trackers.header + row])
    for command in [["list"], ["show", "A-1-1"], ["why", "A-1-1"], ["stats"]] {
      let run = try await Sprintmark.run(command, in: folder)
      #expect(run.status == 0)
      #expect(
        !run.output.contains(0x1B) && !run.output.contains(0x07) && !run.outputText.unicodeScalars.contains("\u{202E}"))
      #expect(!run.output.contains(0x09))
    }
  }

  @Test func `a file is written whole, and no tracker is written over`() async throws {
    let folder = try QueryFixture.folder()
    let written = try await run("compile", "docs/implplan", "--emit", "csv", "-o", "out.csv", in: folder)
    #expect(written.status == 0 && written.output == [] && written.errorText == "")
    let printed = try await run("compile", "docs/implplan", "--emit", "csv", in: folder)
    #expect(try FileSystem.read(folder.path + "/out.csv") == printed.output)
    let tracker = "docs/implplan/SPRINT_33_plan.md"
    let before = try FileSystem.read("\(folder.path)/\(tracker)")
    let refused = try await run("compile", "docs/implplan", "-o", "./docs/../\(tracker)", in: folder)
    #expect(refused.status == 2 && refused.errorText.contains("is one of the files"))
    #expect(try FileSystem.read("\(folder.path)/\(tracker)") == before)
    #expect(try await run("compile", "docs/implplan", "-o", "none/out.json", in: folder).status == 2)
    // A part of the trackers is no reason to replace a file made of all.
    #expect(
      try await run("compile", "docs/implplan", "gone.md", "--emit", "csv", "-o", "out.csv", in: folder).status == 2)
    #expect(try FileSystem.read(folder.path + "/out.csv") == printed.output)
  }

  @Test func `a graph that is too large is drawn by sprints, and standard error says so`() async throws {
    let rows = (1...600).map { "| \($0) | A-\($0)-1 | TODO | \($0 > 1 ? "A-\($0 - 1)-1" : "None") | Ada | Do. |\n" }
      .joined()
    let folder = try TemporaryFolder(["SPRINT_1.md": Trackers.header + rows])
    let drawn = try await run("compile", "--emit", "mermaid", in: folder)
    #expect(drawn.status == 0)
    #expect(
      drawn.errorText.hasPrefix("note: 600 nodes and 599 edges are more than Mermaid draws well: drawn by sprints;"))
    #expect(drawn.outputText.contains("600 tasks"))
    let all = try await run("compile", "--emit", "mermaid", "--collapse", "never", in: folder)
    #expect(all.errorText == "" && all.outputText.contains("A-600-1"))
  }
}
