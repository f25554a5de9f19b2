import SprintTesting
import Testing

struct StandardInputTests {
  @Test func `a dash is standard input`() async throws {
    let run = try await Sprintmark.run(["lint", "-"], in: try TemporaryFolder(), input: Trackers.stale)
    #expect(run.status == 1)
    #expect(run.outputText.hasPrefix("-:5:20: error[SM304 stale-block]"))
    #expect(run.errorText == "")
  }

  @Test func `it is shown under the name that is given for it`() async throws {
    let arguments = ["lint", "-", "--stdin-filename", "docs/SPRINT_10_web.md", "--format", "json"]
    let run = try await Sprintmark.run(arguments, in: try TemporaryFolder(), input: Trackers.stale)
    #expect(run.status == 1)
    #expect(run.outputText.contains("\"path\": \"docs/SPRINT_10_web.md\""))
  }

  @Test func `its name makes its short ids`() async throws {
    let input = "## Backlog\n- [ ] A1: one\n"
    let run = try await Sprintmark.run(
      ["compile", "-", "--stdin-filename", "docs/SPRINT_10_web.md"], in: try TemporaryFolder(), input: input)
    #expect(run.outputText.contains("\"uid\": \"SPRINT_10_web#A1\""))
  }

  @Test func `files that are named with it are read too, and linked`() async throws {
    let folder = try TemporaryFolder([
      "SPRINT_10.md": Trackers.header + "| 1 | APP-10-001 | DONE | None | App | Build. |\n"
    ])
    let input = Trackers.header + "| 1 | APP-11-001 | BLOCKED | Depends on APP-10-001 | App | Test. |\n"
    let run = try await Sprintmark.run(
      ["lint", "SPRINT_10.md", "-", "--stdin-filename", "SPRINT_11.md"], in: folder, input: input)
    #expect(run.outputText.hasPrefix("SPRINT_11.md:4:20: error[SM304 stale-block]: APP-11-001 is blocked"))
    #expect(run.outputText.contains("= APP-10-001 is DONE  SPRINT_10.md:4\n"))
  }

  @Test func `nothing on standard input is an empty file`() async throws {
    let run = try await Sprintmark.run(["lint", "-"], in: try TemporaryFolder())
    #expect(run.status == 1)
    #expect(
      run.outputText
        == "-: warning[SM107 no-tasks]: this tracker has no task: the file is empty\n\n1 warning in 1 of 1 tracker (0 tasks)\n"
    )
  }

  @Test func `without a dash it is left alone`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean])
    let run = try await Sprintmark.run(["lint"], in: folder, input: Trackers.stale)
    #expect(run.outputText == "nothing found in 1 tracker (1 task)\n")
    #expect(run.status == 0)
  }

  @Test(arguments: ["lint", "compile", "tree", "list", "show", "stats"])
  func `a name for it is wrong where it is not read`(command: String) async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean])
    let run = try await Sprintmark.run([command, "SPRINT_10.md", "--stdin-filename", "SPRINT_10.md"], in: folder)
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.errorText.hasPrefix("Error: --stdin-filename names standard input"))
  }
}
