import SprintDriver
import SprintTesting
import Testing

struct SameOutputTests {
  private static let files: KeyValuePairs<String, String> = [
    "a/SPRINT_10.md": Trackers.stale, "b/SPRINT_11.md": Trackers.unresolved, "b/SPRINT_12.md": Trackers.behind,
    "SPRINT_13.md": Trackers.header
      + "| 1 | WEB-10-001 | TODO | WEB-10-002 | Web | A. |\n| 2 | WEB-10-002 | TODO | WEB-10-001 | Web | B. |\n",
  ]

  private static let commands =
    [
      ["lint"], ["compile"], ["compile", "--emit", "dot"],
      ["compile", "--emit", "markdown"], ["compile", "--emit", "mermaid"], ["compile", "--emit", "ndjson"],
      ["compile", "--emit", "csv"], ["list"], ["list", "--format", "json"], ["stats", "--today", "2025-12-01"],
      ["why", "WEB-10-001"], ["show", "WEB-10-002"], ["lint", "--statistics"],
      ["lint", "--statistics", "--format", "json"],
    ] + ReportFormat.allCases.map { ["lint", "--format", $0.rawValue] }

  @Test(arguments: commands) func `two runs say the same`(command: [String]) async throws {
    let folder = try TemporaryFolder(Self.files)
    let first = try await Sprintmark.run(command, in: folder)
    let second = try await Sprintmark.run(command, in: folder)
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
  }

  @Test(arguments: commands) func `the order of the paths does not matter, nor how they are written`(command: [String])
    async throws
  {
    let folder = try TemporaryFolder(Self.files)
    let expected = try await Sprintmark.run(command, in: folder).outputText
    for paths in [
      ["a", "b", "SPRINT_13.md"], ["SPRINT_13.md", "b", "a"],
      ["b/SPRINT_12.md", "a/SPRINT_10.md", "SPRINT_13.md", "b/SPRINT_11.md"],
      ["./a/", "b//SPRINT_11.md", "./b/./SPRINT_12.md", "./SPRINT_13.md"], [".", "a", "b/SPRINT_11.md"],
    ] {
      #expect(try await Sprintmark.run(command + paths, in: folder).outputText == expected)
    }
  }

  @Test(arguments: commands) func `no absolute path and no clock is in what is written`(command: [String]) async throws
  {
    let folder = try TemporaryFolder(Self.files)
    let text = try await Sprintmark.run(command, in: folder).outputText
    #expect(!text.contains(folder.path))
    #expect(!text.contains(" ms"))
  }

  @Test func `the day to judge by is an option, else a variable, else the clock`() async throws {
    let log = "\n## Execution Log\n| Date (UTC) | Update | Owner |\n| --- | --- | --- |\n| 2025-11-25 | Sync. | App |\n"
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean + log])
    // 1762646400 is 2025-11-09, 00:00 UTC.
    let epoch = ["SOURCE_DATE_EPOCH": "1762646400"]
    #expect(try await Sprintmark.run(["lint", "--today", "2025-11-25"], in: folder).status == 0)
    #expect(try await Sprintmark.run(["lint", "--today", "2025-11-23"], in: folder).status == 1)
    #expect(try await Sprintmark.run(["lint"], in: folder, variables: epoch.mapValues { $0 }).status == 1)
    #expect(
      try await Sprintmark.run(["lint", "--today", "2025-11-25"], in: folder, variables: epoch.mapValues { $0 }).status
        == 0)
    #expect(try await Sprintmark.run(["lint"], in: folder).status == 0)
    let future = try TemporaryFolder(["SPRINT_10.md": Trackers.clean + log.replacing("2025-11-25", with: "9999-11-25")])
    #expect(try await Sprintmark.run(["lint"], in: future).status == 1)
  }
}
