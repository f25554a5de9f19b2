import Foundation
import SprintTesting
import Testing

struct FixTests {
  /// Two findings with safe fixes, SM101 and SM106, and one with none, SM303.
  private static let broken =
    Trackers.header
    + "| 1 | APP-10-001 | TODO | None | App | Run `a|b`. |\n| 1 | APP-10-002 | BLOCKED | None | App | B. |\n"
  private static let fixed =
    Trackers.header
    + "| 1 | APP-10-001 | TODO | None | App | Run `a\\|b`. |\n| 2 | APP-10-002 | BLOCKED | None | App | B. |\n"

  private static func text(_ folder: TemporaryFolder, _ name: String = "SPRINT_10.md") throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")), as: UTF8.self)
  }

  @Test func `files are fixed, and what is left is reported`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.broken, "SPRINT_11.md": Trackers.clean])
    let run = try await Sprintmark.run(["lint", "--fix"], in: folder)
    #expect(run.status == 1)
    #expect(run.errorText == "fixed 2 findings in 1 file: SM101 1, SM106 1\n")
    #expect(run.outputText.contains("SM303") && !run.outputText.contains("SM101"))
    #expect(try Self.text(folder) == Self.fixed)
    #expect(try Self.text(folder, "SPRINT_11.md") == Trackers.clean)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
  }

  @Test func `a second run has nothing to fix`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.fixed])
    let run = try await Sprintmark.run(["lint", "--fix"], in: folder)
    #expect(run.errorText == "")
    #expect(try Self.text(folder) == Self.fixed)
  }

  @Test func `the status is that of what is left`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.broken.replacing("BLOCKED", with: "TODO")])
    #expect(try await Sprintmark.run(["lint", "--fix"], in: folder).status == 0)
    let again = try TemporaryFolder(["SPRINT_10.md": Self.broken.replacing("BLOCKED", with: "TODO")])
    #expect(try await Sprintmark.run(["lint", "--fix", "--exit-non-zero-on-fix"], in: again).status == 1)
    #expect(try await Sprintmark.run(["lint", "--fix", "--exit-non-zero-on-fix"], in: again).status == 0)
  }

  @Test func `only rules that are run are fixed`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.broken])
    let run = try await Sprintmark.run(["lint", "--fix", "--select", "SM106"], in: folder)
    #expect(run.errorText == "fixed 1 finding in 1 file: SM106 1\n")
    #expect(run.status == 0)
  }

  @Test func `a patch is printed, and nothing written`() async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": Self.broken])
    let run = try await Sprintmark.run(["lint", "--diff"], in: folder)
    #expect(run.status == 1)
    #expect(run.errorText == "would fix 2 findings in 1 file: SM101 1, SM106 1\n")
    #expect(run.outputText.hasPrefix("--- a/docs/SPRINT_10.md\n+++ b/docs/SPRINT_10.md\n@@ "))
    #expect(try Self.text(folder, "docs/SPRINT_10.md") == Self.broken)
    let applied = try await Run.of("git", ["apply", "-"], input: run.output, in: folder.path)
    #expect(applied.status == 0, "\(applied.errorText)")
    #expect(try Self.text(folder, "docs/SPRINT_10.md") == Self.fixed)
  }

  @Test func `without anything to fix the patch is empty`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.clean])
    let run = try await Sprintmark.run(["lint", "--diff"], in: folder)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
  }

  @Test func `standard input is fixed onto standard output`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Sprintmark.run(
      ["lint", "--fix", "-", "--stdin-filename", "SPRINT_10.md"], in: folder, input: Self.broken)
    #expect(run.status == 1)
    #expect(run.outputText == Self.fixed)
    #expect(run.errorText.contains("fixed 2 findings in 1 file: SM101 1, SM106 1\n"))
    #expect(run.errorText.contains("SPRINT_10.md:5:20: warning[SM303"))
    let clean = try await Sprintmark.run(["lint", "--fix", "-"], in: folder, input: Trackers.clean)
    #expect(clean.outputText == Trackers.clean)
  }

  @Test(arguments: ["exclude: [\"old/**\"]", "archive: [old]"])
  func `standard input that the run is not about comes out as it went in`(configuration: String) async throws {
    let folder = try TemporaryFolder([
      ".sprintmark.yml": configuration + "\n", "SPRINT_1.md": Trackers.clean, "old/SPRINT_9.md": Trackers.clean,
    ])
    let run = try await Sprintmark.run(
      ["lint", "--fix", "-", "--stdin-filename", "old/SPRINT_10.md"], in: folder, input: Self.broken)
    #expect(run.status == 0)
    #expect(run.outputText == Self.broken)
  }

  @Test func `a comment about other trackers stays where these were not read`() async throws {
    let other =
      Trackers.header
      + "| 1 | WEB-11-001 | BLOCKED | WEB-10-001 | Web | Test. <!-- sprintmark-disable-line SM304: waits for the audit --> |\n"
    let folder = try TemporaryFolder(["SPRINT_10.md": Trackers.stale, "SPRINT_11.md": other])
    let run = try await Sprintmark.run(["lint", "SPRINT_11.md", "--fix", "--select", "SM304,SM901"], in: folder)
    #expect(run.status == 0)
    #expect(try Self.text(folder, "SPRINT_11.md") == other)
  }

  @Test func `a patch goes into a file, and takes no other form`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.broken])
    let run = try await Sprintmark.run(["lint", "--diff", "-o", "fix.patch", "--fail-on", "off"], in: folder)
    #expect(run.status == 0 && run.output.isEmpty)
    #expect(try Self.text(folder, "fix.patch").hasPrefix("--- a/SPRINT_10.md\n"))
    for options in [["--format", "json"], ["--statistics"], ["--write-baseline", "b.json"]] {
      #expect(try await Sprintmark.run(["lint", "--diff"] + options, in: folder).status == 2)
    }
  }

  @Test func `files that are named by absolute paths can be patched too`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.broken])
    let run = try await Sprintmark.run(["lint", "--diff", "\(folder.path)/SPRINT_10.md"], in: folder)
    #expect(run.outputText.hasPrefix("--- a/SPRINT_10.md\n+++ b/SPRINT_10.md\n"))
  }

  @Test func `permissions and links are kept`() async throws {
    let folder = try TemporaryFolder(["real/a.md": Self.broken])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/real/a.md")
    try folder.makeLink("SPRINT_10.md", to: "real/a.md")
    _ = try await Sprintmark.run(["lint", "--fix"], in: folder)
    #expect(try Self.text(folder, "real/a.md") == Self.fixed)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/SPRINT_10.md") == "real/a.md")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/real/a.md")[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  @Test func `a file that cannot be written is reported as it is`() async throws {
    let folder = try TemporaryFolder([
      "SPRINT_10.md": Self.broken, "SPRINT_11.md": Self.broken.replacing("-10-", with: "-11-"),
    ])
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/SPRINT_11.md")
    let run = try await Sprintmark.run(["lint", "--fix"], in: folder)
    #expect(run.status == 2)
    #expect(
      run.errorText
        == "error: cannot write SPRINT_11.md: Permission denied\nfixed 2 findings in 1 file: SM101 1, SM106 1\n")
    #expect(run.outputText.contains("SPRINT_11.md:4:") && run.outputText.contains("SM101"))
    #expect(!run.outputText.contains("SPRINT_10.md:4:"))
    #expect(try Self.text(folder) == Self.fixed)
  }

  @Test func `nothing is fixed where not all can be read`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.broken])
    let run = try await Sprintmark.run(["lint", "--fix", "SPRINT_10.md", "SPRINT_12.md"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains("nothing was fixed: not all trackers could be read"))
    #expect(try Self.text(folder) == Self.broken)
  }

  @Test(arguments: [
    (["--fix", "--diff"], "exclude each other"), (["--unsafe-fixes"], "belongs to --fix or --diff"),
    (["--exit-non-zero-on-fix"], "belongs to --fix"),
  ])
  func `options that make no sense together are refused`(options: [String], message: String) async throws {
    let run = try await Sprintmark.run(["lint"] + options, in: try TemporaryFolder(["SPRINT_10.md": Self.broken]))
    #expect(run.status == 2)
    #expect(run.errorText.contains(message))
  }

  @Test func `what a comment leaves alone, or a baseline knows, is not fixed`() async throws {
    let left = Self.broken.replacing("`a|b`.", with: "`a|b`. <!-- sprintmark-disable-line SM101: as it was said -->")
    let folder = try TemporaryFolder(["SPRINT_10.md": left])
    _ = try await Sprintmark.run(["lint", "--write-baseline", "known.json", "--select", "SM106"], in: folder)
    let run = try await Sprintmark.run(["lint", "--fix", "--baseline", "known.json"], in: folder)
    #expect(run.errorText == "")
    #expect(try Self.text(folder) == left)
  }
}
