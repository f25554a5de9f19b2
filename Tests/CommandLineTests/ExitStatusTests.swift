import SprintTesting
import Testing

struct ExitStatusTests {
  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder([
      "SPRINT_10_clean.md": Trackers.clean, "SPRINT_11_error.md": Trackers.stale,
      "SPRINT_12_warning.md": Trackers.unresolved,
      "SPRINT_13_information.md": Trackers.behind, "notes.md": "Notes.\n",
    ])
  }

  @Test(arguments: [
    (["SPRINT_10_clean.md"], 0), (["SPRINT_11_error.md"], 1), (["SPRINT_12_warning.md"], 1),
    (["SPRINT_13_information.md"], 0),
    ([], 1), (["."], 1), (["SPRINT_10_clean.md", "SPRINT_11_error.md"], 1),
    (["SPRINT_11_error.md", "--fail-on", "error"], 1), (["SPRINT_12_warning.md", "--fail-on", "error"], 0),
    (["SPRINT_12_warning.md", "--fail-on", "warning"], 1),
    (["SPRINT_13_information.md", "--fail-on", "information"], 1),
    (["SPRINT_10_clean.md", "--fail-on", "information"], 0), ([".", "--fail-on", "off"], 0),
    ([".", "--select", "SM101"], 0), ([".", "--select", "stale-block"], 1), ([".", "--select", "SM101, sm304"], 1),
    ([".", "--ignore", "SM304,unresolved-reference"], 0), ([".", "--select", "SM304", "--ignore", "SM304"], 0),
    (["notes.md"], 1), ([".", "--format", "json"], 1), (["SPRINT_10_clean.md", "--format", "json"], 0),
  ])
  func `lint ends with 0 or 1`(arguments: [String], status: Int) async throws {
    let run = try await Sprintmark.run(["lint"] + arguments, in: try folder())
    #expect(run.status == status)
    #expect(run.errorText == "")
    #expect(!run.outputText.isEmpty)
  }

  @Test(arguments: [
    (["lint", "--fail-on", "bad", "."], "'bad' is invalid"), (["lint", "--format", "xml", "."], "'xml' is invalid"),
    (["lint", "--nope"], "Unknown option '--nope'"),
    (["frobnicate"], "no command is called \"frobnicate\"; there are lint, fmt"),
    (["lnit"], "no command is called \"lnit\"; did you mean lint?"),
    (["SPRINT_10_clean.md"], "`sprintmark lint SPRINT_10_clean.md` checks it"),
    (["lint", "--today", "2025-02-30"], "'2025-02-30' is invalid"),
    (["compile", "--emit", "pdf"], "'pdf' is invalid"), (["explain"], "rule"),
    (["explain", "SM304", "SM305"], "SM305"),
    (["lint", "--select", "stale-blok"], "no rule is called \"stale-blok\"; did you mean SM304 stale-block?"),
    (["lint", "--ignore", "SM34"], "no rule is called \"SM34\"; did you mean"), (["lint", "--select"], "--select"),
    (["explain", "zzzzzzzzzz"], "no rule is called \"zzzzzzzzzz\"; `sprintmark rules` lists them"),
    (["explain", "dependency-cycel"], "did you mean SM401 dependency-cycle?"),
  ])
  func `wrong usage ends with 2, and says so on standard error`(arguments: [String], words: String) async throws {
    let run = try await Sprintmark.run(arguments, in: try folder())
    #expect(run.status == 2)
    #expect(run.output == [])
    #expect(run.errorText.hasPrefix("Error: "))
    #expect(run.errorText.contains(words))
  }

  @Test(arguments: [
    ("nowhere.md", "error: cannot find nowhere.md: No such file or directory\n"),
    (
      "empty",
      "error: no tracker in empty: looked for SPRINT_*.md, SPRINT-*.md there and below\n" + Sprintmark.emptyFolderHelp
    ),
    ("broken.md", "error: cannot find broken.md: it is a link that leads nowhere (nowhere.md)\n"),
    ("", "error: cannot find : No such file or directory\n"),
    ("SPRINT_11_error.md/", "error: cannot find SPRINT_11_error.md/: Not a directory\n"),
    ("links", "error: cannot find links/SPRINT_20_broken.md: it is a link that leads nowhere (nowhere.md)\n"),
  ])
  func `what cannot be read ends with 2, and the others are still reported`(path: String, complaint: String)
    async throws
  {
    let folder = try folder()
    try folder.makeFolder("empty")
    try folder.makeFolder("links")
    try folder.makeLink("broken.md", to: "nowhere.md")
    try folder.makeLink("links/SPRINT_20_broken.md", to: "nowhere.md")
    let alone = try await Sprintmark.run(["lint", path], in: folder)
    #expect(alone.status == 2)
    #expect(alone.output == [])
    if path != "links" { #expect(alone.errorText == complaint) }
    let run = try await Sprintmark.run(["lint", "SPRINT_11_error.md", path], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains(complaint))
    #expect(run.outputText.contains("error[SM304 stale-block]: WEB-10-002 is blocked"))
    #expect(run.outputText.hasSuffix("1 error in 1 of 1 tracker (2 tasks)\n"))
    let model = try await Sprintmark.run(["compile", "SPRINT_11_error.md", path], in: folder)
    #expect(model.status == 2)
    #expect(model.errorText == run.errorText)
    #expect(model.outputText.contains("\"WEB-10-002\""))
  }

  @Test func `odd files are findings, and the others are still reported`() async throws {
    let folder = try folder()
    try folder.write("odd/SPRINT_20_bytes.md", [0xFF, 0xFE, 0x00, 0x80] + Array("bad\n".utf8))
    try folder.write("odd/SPRINT_21_empty.md", [])
    try folder.write("odd/SPRINT_22_rows.md", Array(Trackers.header.utf8))
    try folder.write("odd/SPRINT_23_stale.md", Array(Trackers.stale.utf8))
    try folder.write("odd/SPRINT_24_mixed.md", Array(Trackers.clean.utf8) + [0xC3, 0x28, 0x0A])
    let run = try await Sprintmark.run(["lint", "odd"], in: folder)
    #expect(run.status == 1)
    #expect(run.errorText == "")
    let heads = run.outputText.split(separator: "\n").filter { $0.hasPrefix("odd/") }
    #expect(
      heads == [
        "odd/SPRINT_20_bytes.md: warning[SM107 no-tasks]: this tracker has no task: many of its bytes are no UTF-8 text",
        "odd/SPRINT_20_bytes.md:1:1: error[SM602 invalid-text]: this file is UTF-16, not UTF-8",
        "odd/SPRINT_21_empty.md: warning[SM107 no-tasks]: this tracker has no task: the file is empty",
        "odd/SPRINT_22_rows.md:2:1: warning[SM107 no-tasks]: this tracker has no task: the table has no rows",
        "odd/SPRINT_23_stale.md:5:20: error[SM304 stale-block]: WEB-10-002 is blocked, but all that it depends on is done",
        "odd/SPRINT_24_mixed.md:5:1: error[SM602 invalid-text]: the file is not UTF-8: the byte 0xC3 stands here",
        "odd/SPRINT_24_mixed.md:5:1: error[SM101 row-cell-count]: this row has 1 cell under 6 headers",
      ])
    #expect(String(validating: run.output, as: UTF8.self) != nil)
    for format in ["json", "dot", "markdown"] {
      let compiled = try await Sprintmark.run(["compile", "odd", "--emit", format], in: folder)
      #expect(compiled.status == 0)
      #expect(String(validating: compiled.output, as: UTF8.self) != nil)
    }
  }

  @Test func `a folder is searched to its end, and hidden folders are not`() async throws {
    let folder = try TemporaryFolder([
      "a/b/c/SPRINT_10_deep.md": Trackers.stale, ".git/SPRINT_11_hidden.md": Trackers.unresolved,
      "a/sprint_12.md": Trackers.unresolved,
      "a/SPRINT_13.txt": Trackers.unresolved, "a/SPRINT_14.md.bak": Trackers.unresolved,
    ])
    try folder.makeLink("loop", to: ".")
    try folder.write("outside.md", Array(Trackers.stale.utf8))
    try folder.makeLink("a/SPRINT_15_link.md", to: "../outside.md")
    let run = try await Sprintmark.run(["lint", "--select", "SM304,SM402"], in: folder)
    let heads = run.outputText.split(separator: "\n").filter { $0.contains("[SM") }.map { $0.prefix { $0 != ":" } }
    #expect(heads == ["a/SPRINT_15_link.md", "a/b/c/SPRINT_10_deep.md"])
    #expect(run.errorText == "")
  }

  @Test func `compile ends with 0 whatever it finds`() async throws {
    let run = try await Sprintmark.run(["compile"], in: try folder())
    #expect(run.status == 0)
    #expect(run.errorText == "")
  }
}
