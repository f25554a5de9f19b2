import Foundation
import SprintTesting
import Testing

struct TemplateTests {
  private static let backlog =
    "# Sprint 10\n\n## Backlog\n- [ ] APP-10-001/002: Build. Depends on 10-003.\n- [x] APP-10-003: Plan.\n"

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["docs/a/SPRINT_10.md": Self.backlog, "docs/b/SPRINT_10.md": Trackers.clean])
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  @Test func `each sprint gets a file of its own, as the files that were read lie`() async throws {
    let folder = try folder()
    let run = try await Sprintmark.run(["compile", "docs", "--emit", "markdown", "-o", "out/new/"], in: folder)
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(run.errorText == "wrote out/new/a/SPRINT_10.md\nwrote out/new/b/SPRINT_10.md\n")
    let single = try await Sprintmark.run(["compile", "docs/a", "--emit", "markdown"], in: folder)
    #expect(try text(folder, "out/new/a/SPRINT_10.md") == single.outputText)
    #expect(try text(folder, "docs/a/SPRINT_10.md") == Self.backlog)
  }

  @Test func `what lies there is replaced only where that is wanted, and all or nothing is written`() async throws {
    let folder = try folder()
    try folder.write("out/b/SPRINT_10.md", Array("Ours\n".utf8))
    let arguments = ["compile", "docs", "--emit", "markdown", "-o", "out"]
    let run = try await Sprintmark.run(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("error: out/b/SPRINT_10.md is there already; nothing was written\n"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/a"))
    #expect(try await Sprintmark.run(arguments + ["--force"], in: folder).status == 0)
    #expect(try text(folder, "out/b/SPRINT_10.md").hasPrefix("# Sprint 10\n"))
  }

  @Test(arguments: ["docs/", "link/", "docs/../docs"])
  func `a file that was read is never replaced`(target: String) async throws {
    let folder = try folder()
    try folder.makeLink("link", to: "docs")
    let run = try await Sprintmark.run(
      ["compile", "docs", "--emit", "markdown", "-o", target, "--force"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains("is one of the files that were read; nothing was written"))
    #expect(try text(folder, "docs/a/SPRINT_10.md") == Self.backlog)
  }

  @Test func `rows are split and references written out`() async throws {
    let folder = try folder()
    let run = try await Sprintmark.run(
      ["compile", "docs/a", "--emit", "markdown", "--split-compound", "--expand-references"], in: folder)
    #expect(run.status == 0 && run.errorText == "")
    #expect(run.outputText.contains("| 2 | APP-10-002 | TODO | — | — | Build. Depends on APP-10-003. |\n| 3 | "))
  }

  @Test(arguments: [
    (["--emit", "json", "--force"], "belong to --emit markdown"),
    (["--emit", "dot", "--split-compound"], "belong to --emit markdown"),
    (["--emit", "markdown", "-o", "docs/a/SPRINT_10.md/"], "cannot make the folder docs/a/SPRINT_10.md: File exists"),
  ])
  func `wrong usage`(arguments: [String], message: String) async throws {
    let folder = try folder()
    let run = try await Sprintmark.run(["compile", "docs"] + arguments, in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errorText.contains(message))
  }

  @Test func `standard input needs a name to be written into a folder`() async throws {
    let folder = try TemporaryFolder()
    let arguments = ["compile", "-", "--emit", "markdown", "-o", "out/"]
    let run = try await Sprintmark.run(arguments, in: folder, input: Self.backlog)
    #expect(run.status == 2 && run.errorText.contains("--stdin-filename"))
    let named = try await Sprintmark.run(
      arguments + ["--stdin-filename", "x/SPRINT_10.md"], in: folder, input: Self.backlog)
    #expect(named.status == 0 && named.errorText == "wrote out/SPRINT_10.md\n")
  }
}
