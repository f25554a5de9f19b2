import Foundation
import SprintTesting
import Testing

struct NewSprintCommandTests {
  private static let arguments = ["new", "sprint", "--number", "12", "--title", "Ops DevOps", "--date", "2025-11-25"]

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  @Test func `a new tracker is written, lints clean, and is in the template already`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Sprintmark.run(Self.arguments, in: folder)
    #expect(run.status == 0 && run.errorText == "" && run.outputText == "SPRINT_0012_ops_devops.md\n")
    let text = try text(folder, "SPRINT_0012_ops_devops.md")
    #expect(text.hasPrefix("# Sprint 12 · Ops DevOps\n\n## Topic & Scope\n"))
    #expect(text.contains("| 2025-11-25 | Sprint created. | Planning |\n"))
    let lint = try await Sprintmark.run(["lint", ".", "--fail-on", "information"], in: folder)
    #expect(lint.status == 0)
    let template = try await Sprintmark.run(["compile", ".", "--emit", "markdown"], in: folder)
    #expect(template.outputText == text)
    let format = try await Sprintmark.run(["fmt", ".", "--check"], in: folder)
    #expect(format.status == 0)
  }

  @Test func `a number is taken once, and no file is replaced`() async throws {
    let folder = try TemporaryFolder([
      ".sprintmark.yml": "workspace: [docs]\n", "docs/SPRINT_011_a.md": "# Sprint 11 · A\n",
      "docs/SPRINT_013_b.md": "# Sprint 13 · B\n", "docs/SPRINT_ops.md": "# Sprint 14 · C\n",
    ])
    let run = try await Sprintmark.run(Self.arguments, in: folder)
    #expect(run.status == 0 && run.outputText == "docs/SPRINT_012_ops_devops.md\n")
    let again = try await Sprintmark.run(Self.arguments, in: folder)
    #expect(again.status == 2 && again.output.isEmpty)
    #expect(again.errorText.hasPrefix("error: sprint 12 is there already: docs/SPRINT_012_ops_devops.md\n   = help: "))
    let titled = try await Sprintmark.run(["new", "sprint", "--number", "14", "--title", "x"], in: folder)
    #expect(titled.status == 2 && titled.errorText.contains("docs/SPRINT_ops.md"))
    try folder.makeLink("docs/SPRINT_015_x.md", to: "nowhere.md")
    let link = try await Sprintmark.run(["new", "sprint", "--number", "15", "--title", "x"], in: folder)
    #expect(link.status == 2)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/docs/nowhere.md"))
  }

  @Test(arguments: [
    (["--number", "-1", "--title", "x"], "--number"), (["--number", "a", "--title", "x"], "--number"),
    (["--number", "99999999999999999999", "--title", "x"], "--number"), (["--number", "1"], "--title"),
    (["--number", "1", "--title", " \n"], "--title says what the sprint is about"),
    (["--number", "1", "--title", "x", "--owner", ""], "--owner names somebody"),
    (["--number", "1", "--title", "x", "--date", "2025-02-30"], "2025-02-30"),
    (["--number", "1", "--title", "x", "--folder", "none"], "error: none is no folder\n   = help: make it"),
    (["--number", "1", "--title", "x", "--folder", "file"], "error: file is no folder"),
  ])
  func `wrong usage makes no file`(arguments: [String], message: String) async throws {
    let folder = try TemporaryFolder(["file": ""])
    let run = try await Sprintmark.run(["new", "sprint"] + arguments, in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errorText.contains(message))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }

  @Test(arguments: ["../up", "a\u{0}b", "*#[x](y)|`", "\u{1B}[31mred", "-- --", "日本 😀", "line\nbreak"])
  func `a title is only a title`(title: String) async throws {
    let folder = try TemporaryFolder()
    guard !title.contains("\u{0}") else { return }
    let run = try await Sprintmark.run(["new", "sprint", "--number", "7", "--title=\(title)"], in: folder)
    #expect(run.status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count == 1 && run.outputText == "\(files[0])\n" && files[0].hasPrefix("SPRINT_0007"))
    #expect(try await Sprintmark.run(["lint", ".", "--fail-on", "information"], in: folder).status == 0)
  }

  @Test(.enabled(if: getuid() != 0))
  func `a folder that may not be written is said to be so`() async throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("docs")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path + "/docs")
    let run = try await Sprintmark.run(Self.arguments + ["--folder", "docs"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText == "error: cannot write docs/SPRINT_0012_ops_devops.md: Permission denied\n")
  }
}
