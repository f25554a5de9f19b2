import SprintTesting
import Testing

struct ConfigurationTests {
  private func repository(_ yaml: String) throws -> TemporaryFolder {
    try TemporaryFolder([
      ".git/HEAD": "", ".sprintmark.yml": yaml, "docs/SPRINT_10.md": Trackers.stale,
      "docs/SPRINT_11.md": Trackers.header + "| 1 | API-11-001 | TODO | WEB-10-001 | API | Build. |\n",
      "docs/old/SPRINT_9.md": Trackers.unresolved,
    ])
  }

  private static let yaml = "workspace: [docs]\nexclude: [docs/old]\n"

  /// The first words of the findings.
  private func places(_ run: Run) -> [String] {
    run.outputText.split(separator: "\n").filter { $0.contains("[SM") }.map { String($0.prefix { $0 != " " }) }
  }

  @Test func `paths are shown as they are seen from where the tool runs`() async throws {
    let folder = try repository(Self.yaml)
    #expect(places(try await Sprintmark.run(["lint"], in: folder)) == ["docs/SPRINT_10.md:5:20:"])
    let (own, other) = (try TemporaryFolder(), folder.path.split(separator: "/").last ?? "")
    let run = try await Sprintmark.run(["lint", "--config", "../\(other)/.sprintmark.yml"], in: own)
    #expect(places(run) == ["../\(other)/docs/SPRINT_10.md:5:20:"])
    #expect(run.status == 1)
  }

  @Test func `findings are about what is named, and all is linked`() async throws {
    let folder = try repository(Self.yaml)
    let run = try await Sprintmark.run(["lint", "docs/SPRINT_11.md"], in: folder)
    #expect(run.status == 0)
    #expect(run.outputText == "nothing found in 1 tracker (1 task)\n")
    let alone = try await Sprintmark.run(["lint", "--no-config", "docs/SPRINT_11.md"], in: folder)
    #expect(alone.status == 1)
    #expect(alone.outputText.contains("SM402"))
  }

  @Test func `what is excluded is passed over, even where it is named`() async throws {
    let folder = try repository(Self.yaml)
    let run = try await Sprintmark.run(["lint", "docs/old/SPRINT_9.md"], in: folder)
    #expect(run.status == 0)
    #expect(run.outputText == "")
    #expect(
      run.errorText
        == "note: nothing to do: what is named is excluded or archived in .sprintmark.yml, or ignored by git\n")
  }

  @Test func `standard input stands for the file of its name`() async throws {
    let folder = try repository(Self.yaml)
    let run = try await Sprintmark.run(
      ["lint", "-", "--stdin-filename", "docs/SPRINT_11.md"], in: folder,
      input: Trackers.header + "| 1 | API-11-001 | DONE | WEB-10-002 | API | Build. |\n")
    #expect(places(run) == ["docs/SPRINT_11.md:4:27:"])
    #expect(run.outputText.contains("SM305"))
    #expect(run.outputText.contains("in 1 of 1 tracker (1 task)"))
  }

  @Test func `a mistake in the configuration ends the run with 2`() async throws {
    for command in [["lint"], ["compile"], ["config"]] {
      let run = try await Sprintmark.run(command, in: try repository("rules: {stale-blok: off}\n"))
      #expect(run.status == 2)
      #expect(run.outputText == "")
      #expect(
        run.errorText == """
          .sprintmark.yml:1:9: error: no rule is called "stale-blok"
             |
           1 | rules: {stale-blok: off}
             |         ^^^^^^^^^^
             = help: did you mean SM304 stale-block?

          """)
    }
  }

  @Test func `a file that is named holds, or none`() async throws {
    let folder = try repository("rules: {SM304: off}\nexclude: [docs/old]\n")
    try folder.write("own.yml", Array("rules: {SM304: warning}\n".utf8))
    #expect(try await Sprintmark.run(["lint", "docs/SPRINT_10.md"], in: folder).status == 0)
    let own = try await Sprintmark.run(["lint", "--config", "own.yml", "docs/SPRINT_10.md"], in: folder)
    #expect(own.outputText.contains("warning[SM304"))
    let none = try await Sprintmark.run(["lint", "--no-config", "docs/SPRINT_10.md"], in: folder)
    #expect(none.outputText.contains("error[SM304"))
    #expect(try await Sprintmark.run(["lint", "--no-config", "--config", "own.yml"], in: folder).status == 2)
    #expect(try await Sprintmark.run(["lint", "--config", "nowhere.yml"], in: folder).status == 2)
  }

  @Test func `the configuration that holds is printed`() async throws {
    let folder = try repository(Self.yaml)
    let run = try await Sprintmark.run(["config"], in: folder)
    #expect(run.status == 0)
    #expect(run.outputText.contains("\nexclude: [docs/old]  # .sprintmark.yml:2\n"))
    // What is printed is a configuration that says the same.
    try folder.write("again.yml", run.output)
    let again = try await Sprintmark.run(["lint", "--config", "again.yml"], in: folder)
    #expect(again.outputText == (try await Sprintmark.run(["lint"], in: folder)).outputText)
    let none = try await Sprintmark.run(["config", "--no-config"], in: folder)
    #expect(none.outputText.hasPrefix("# No configuration file: these are the defaults.\n"))
  }

  @Test func `options of rules hold, in the files that they are for`() async throws {
    let folder = try repository(
      "rules: {SM302: {states: [doing]}}\noverrides: [{paths: [docs/b.md], rules: {SM302: {states: [todo]}}}]\n")
    for name in ["a", "b"] {
      let rows = [
        "TODO (2025-11-01)", "TODO (2025-11-02)", "TODO", "DOING (2025-11-01)", "DOING (2025-11-02)", "DOING",
      ]
      let lines = rows.enumerated().map {
        "| \($0 + 1) | APP-10-00\($0)\(name == "a" ? 1 : 2) | \($1) | None | App | A. |\n"
      }
      try folder.write("docs/\(name).md", Array((Trackers.header + lines.joined()).utf8))
    }
    let run = try await Sprintmark.run(["lint", "docs/a.md", "docs/b.md", "--select", "SM302"], in: folder)
    #expect(places(run) == ["docs/a.md:9:21:", "docs/b.md:6:21:"])
  }

  @Test func `a finished sprint is found where an archive is configured`() async throws {
    let folder = try repository("archive: [docs/archived]\n")
    try folder.makeFolder("docs/archived")
    try folder.write(
      "docs/SPRINT_12.md", Array((Trackers.header + "| 1 | APP-12-001 | DONE | None | App | A. |\n").utf8))
    let run = try await Sprintmark.run(["lint", "docs/SPRINT_12.md"], in: folder)
    #expect(run.status == 0)
    #expect(run.outputText.contains("info[SM310 finished-sprint]"))
    #expect(run.outputText.contains("= help: move the file to docs/archived\n"))
    let none = try await Sprintmark.run(["lint", "--no-config", "docs/SPRINT_12.md"], in: folder)
    #expect(!none.outputText.contains("SM310"))
  }

  @Test func `a base that is not there ends the run with 2`() async throws {
    let run = try await Sprintmark.run(["lint"], in: try repository("extends: base.yml\n"))
    #expect(run.status == 2)
    #expect(run.outputText == "")
    #expect(
      run.errorText == """
        .sprintmark.yml:1:10: error: cannot read base.yml: No such file or directory
           |
         1 | extends: base.yml
           |          ^^^^^^^^
           = help: `extends` names a file in the folder of this one

        """)
  }

  @Test func `a base holds, and says so`() async throws {
    let folder = try repository("extends: base.yml\nworkspace: [docs]\n")
    try folder.write("base.yml", Array("rules: {SM304: information}\n".utf8))
    let run = try await Sprintmark.run(["lint", "docs/SPRINT_10.md"], in: folder)
    #expect(run.outputText.contains("info[SM304"))
    let config = try await Sprintmark.run(["config"], in: folder)
    #expect(config.outputText.hasPrefix("# The configuration of .sprintmark.yml with base.yml, and the defaults.\n"))
    #expect(config.outputText.contains("  stale-block: information  # base.yml:1\n"))
  }
}
