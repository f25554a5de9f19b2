import SprintTesting
import Testing

/// Links, and what is neither a file nor a folder.
struct LinkTests {
  private func trackers(_ run: Run) -> String { run.outputText.split(separator: "\n").last.map(String.init) ?? "" }

  @Test(arguments: [
    [], ["."], ["SPRINT_10.md", "SPRINT_11_link.md"], ["SPRINT_11_link.md", "docs"], ["real", "docs"],
  ])
  func `a file that is reached on several ways is read once`(paths: [String]) async throws {
    let folder = try TemporaryFolder(["real/SPRINT_10.md": Trackers.clean])
    try folder.makeLink("SPRINT_10.md", to: "real/SPRINT_10.md")
    try folder.makeLink("SPRINT_11_link.md", to: "SPRINT_10.md")
    try folder.makeLink("docs", to: "real")
    let run = try await Sprintmark.run(["lint", "--select", "SM201,SM202"] + paths, in: folder)
    #expect(run.outputText == "nothing found in 1 tracker (1 task)\n")
    #expect(run.errorText == "")
  }

  @Test func `a file goes by its own name rather than by that of a link, unless that is named`() async throws {
    let folder = try TemporaryFolder(["real/SPRINT_10.md": Trackers.stale])
    try folder.makeLink("SPRINT_09_link.md", to: "real/SPRINT_10.md")
    let found = try await Sprintmark.run(["lint"], in: folder)
    #expect(found.outputText.hasPrefix("real/SPRINT_10.md:5:20: error[SM304"))
    let named = try await Sprintmark.run(["lint", "SPRINT_09_link.md"], in: folder)
    #expect(named.outputText.hasPrefix("SPRINT_09_link.md:5:20: error[SM304"))
    try folder.write(".sprintmark.yml", Array("workspace: [real]\n".utf8))
    let linked = try await Sprintmark.run(["lint", "SPRINT_09_link.md"], in: folder)
    #expect(linked.outputText.hasPrefix("SPRINT_09_link.md:5:20: error[SM304"))
    #expect(trackers(linked) == "1 error in 1 of 1 tracker (2 tasks)")
  }

  @Test func `standard input stands for a file whatever link names it`() async throws {
    let folder = try TemporaryFolder([
      ".sprintmark.yml": "workspace: [real]\n", "real/SPRINT_10.md": Trackers.clean,
    ])
    try folder.makeLink("SPRINT_10.md", to: "real/SPRINT_10.md")
    let run = try await Sprintmark.run(
      ["lint", "-", "--stdin-filename", "SPRINT_10.md"], in: folder, input: Trackers.clean)
    #expect(run.outputText == "nothing found in 1 tracker (1 task)\n")
  }

  @Test func `a link to a folder is followed where it is named, and not where it is found`() async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": Trackers.clean])
    let outside = try TemporaryFolder(["SPRINT_11.md": Trackers.clean])
    try folder.makeLink("docs/more", to: outside.path)
    #expect(trackers(try await Sprintmark.run(["lint", "docs"], in: folder)) == "nothing found in 1 tracker (1 task)")
    let named = try await Sprintmark.run(["compile", "docs/more"], in: folder)
    #expect(named.outputText.contains("\"path\": \"docs/more/SPRINT_11.md\""))
  }

  @Test func `links in a circle end`() async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": Trackers.clean])
    try folder.makeLink("docs/up", to: "..")
    try folder.makeLink("docs/SPRINT_11.md", to: "SPRINT_12.md")
    try folder.makeLink("docs/SPRINT_12.md", to: "SPRINT_11.md")
    let run = try await Sprintmark.run(["lint"], in: folder)
    #expect(run.status == 2)
    #expect(
      run.errorText == """
        error: cannot find docs/SPRINT_11.md: Too many levels of symbolic links
        error: cannot find docs/SPRINT_12.md: Too many levels of symbolic links

        """)
    #expect(trackers(run) == "nothing found in 1 tracker (1 task)")
  }

  @Test func `a pipe is refused where it is named, and passed over where it is found`() async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": Trackers.clean])
    #expect(try await Run.of("mkfifo", ["docs/SPRINT_11.md", "docs/notes"], in: folder.path).status == 0)
    let found = try await Sprintmark.run(["lint", "docs"], in: folder)
    #expect(found.status == 0)
    #expect(found.errorText == "note: docs/SPRINT_11.md is passed over: it is a pipe, and no file\n")
    #expect(trackers(found) == "nothing found in 1 tracker (1 task)")
    for name in ["docs/SPRINT_11.md", "docs/notes"] {
      let named = try await Sprintmark.run(["lint", name], in: folder)
      #expect(named.status == 2)
      #expect(named.output == [])
      #expect(named.errorText == "error: cannot read \(name): it is a pipe, and no file\n")
    }
  }

  @Test func `a device is refused, by a link as well`() async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": Trackers.clean])
    try folder.makeLink("docs/SPRINT_11.md", to: "/dev/zero")
    let found = try await Sprintmark.run(["lint"], in: folder)
    #expect(found.status == 0)
    #expect(found.errorText == "note: docs/SPRINT_11.md is passed over: it is a device, and no file\n")
    let named = try await Sprintmark.run(["lint", "/dev/null", "docs/SPRINT_11.md"], in: folder)
    #expect(named.status == 2)
    #expect(
      named.errorText == """
        error: cannot read /dev/null: it is a device, and no file
        error: cannot read docs/SPRINT_11.md: it is a device, and no file

        """)
  }
}
