import SprintTesting
import Testing

struct IgnoredFilesTests {
  private func repository() throws -> TemporaryFolder {
    try TemporaryFolder([
      ".git/HEAD": "", ".gitignore": "drafts/\n*_draft.md\n", "docs/SPRINT_10.md": Trackers.clean,
      "docs/SPRINT_11_draft.md": Trackers.stale, "docs/drafts/SPRINT_12.md": Trackers.unresolved,
    ])
  }

  @Test(arguments: [
    (["."], []), (["docs"], []), ([".", "--no-gitignore"], ["SPRINT_11_draft", "drafts/SPRINT_12"]),
    // What is named is meant.
    (["docs/SPRINT_11_draft.md"], ["SPRINT_11_draft"]), (["docs/drafts/SPRINT_12.md"], ["drafts/SPRINT_12"]),
    (["docs/drafts"], ["drafts/SPRINT_12"]),
  ])
  func `folders are searched for what git does not ignore`(arguments: [String], found: [String]) async throws {
    let run = try await Sprintmark.run(["lint"] + arguments, in: try repository())
    let heads = run.outputText.split(separator: "\n").filter { $0.contains("[SM") }.map { $0.prefix { $0 != ":" } }
    #expect(heads.map(String.init) == found.map { "docs/\($0).md" })
    #expect(run.status == (found.isEmpty ? 0 : 1))
    #expect(run.errorText == "")
  }

  @Test func `the configuration can say otherwise`() async throws {
    let folder = try repository()
    try folder.write(".sprintmark.yml", Array("gitignore: false\n".utf8))
    #expect(try await Sprintmark.run(["lint"], in: folder).outputText.hasSuffix("of 3 trackers (4 tasks)\n"))
    try folder.write(".sprintmark.yml", Array("gitignore: true\nboards: ['**/TASKS.md']\n".utf8))
    #expect(try await Sprintmark.run(["lint"], in: folder).outputText == "nothing found in 1 tracker (1 task)\n")
    let config = try await Sprintmark.run(["config"], in: folder)
    #expect(config.outputText.contains("\ngitignore: true  # .sprintmark.yml:1\n"))
  }

  @Test func `what is named though it is ignored is linked with the others`() async throws {
    let folder = try repository()
    try folder.write(".sprintmark.yml", Array("workspace: [docs]\n".utf8))
    try folder.write(
      "docs/drafts/SPRINT_12.md",
      Array((Trackers.header + "| 1 | APP-12-001 | DONE | APP-10-001 | App | Build. |\n").utf8))
    let run = try await Sprintmark.run(["lint", "docs/drafts/SPRINT_12.md"], in: folder)
    #expect(run.outputText.contains("docs/drafts/SPRINT_12.md:4:27: error[SM305"))
    #expect(run.outputText.hasSuffix("in 1 of 1 tracker (1 task)\n"))
  }

  // MARK: Nothing to do

  @Test(arguments: [
    ["docs/drafts"], ["docs/old"], ["docs/old/SPRINT_9.md", "docs/SPRINT_8_old.md"], ["only"],
  ])
  func `where all that is named is left out, there is nothing to do`(paths: [String]) async throws {
    let folder = try TemporaryFolder([
      ".git/HEAD": "", ".gitignore": "docs/drafts/*\nonly/SPRINT_*\n",
      ".sprintmark.yml": "workspace: [docs]\nexclude: ['*_old.md']\narchive: [docs/old]\n",
      "docs/SPRINT_10.md": Trackers.clean, "docs/SPRINT_8_old.md": Trackers.stale,
      "docs/drafts/SPRINT_12.md": Trackers.stale, "docs/old/SPRINT_9.md": Trackers.stale,
      "only/SPRINT_1.md": Trackers.stale,
    ])
    let run = try await Sprintmark.run(["lint"] + paths, in: folder)
    #expect(run.status == 0)
    #expect(run.outputText == "")
    #expect(
      run.errorText
        == "note: nothing to do: what is named is excluded or archived in .sprintmark.yml, or ignored by git\n")
  }

  @Test(arguments: [(["."], true), ([], true), (["empty"], false)])
  func `a folder without any tracker to read is a mistake`(paths: [String], hasIgnored: Bool) async throws {
    let folder = try TemporaryFolder([".git/HEAD": "", ".gitignore": "docs/\n", "docs/SPRINT_10.md": Trackers.clean])
    try folder.makeFolder("empty")
    let run = try await Sprintmark.run(["lint"] + paths, in: folder)
    #expect(run.status == 2)
    #expect(run.output == [])
    let exception = hasIgnored ? ", but for what git ignores (--no-gitignore)" : ""
    #expect(
      run.errorText
        == "error: no tracker in \(paths.first ?? "."): looked for SPRINT_*.md, SPRINT-*.md there and below\(exception)\n"
        + Sprintmark.emptyFolderHelp
    )
  }

  @Test func `what is wrong is said once, however often a folder is searched`() async throws {
    let folder = try TemporaryFolder([
      ".sprintmark.yml": "boards: ['**/TASKS.md', '**/SPRINT_*.md']\n", "SPRINT_10.md": Trackers.clean,
    ])
    try folder.makeLink("SPRINT_11.md", to: "nowhere")
    #expect(try await Run.of("mkfifo", ["SPRINT_12.md"], in: folder.path).status == 0)
    let run = try await Sprintmark.run(["lint", "."], in: folder)
    #expect(
      run.errorText == """
        note: SPRINT_12.md is passed over: it is a pipe, and no file
        error: cannot find SPRINT_11.md: it is a link that leads nowhere (nowhere)

        """)
  }
}
