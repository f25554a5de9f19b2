import Foundation
import SprintTesting
import Testing

struct FmtTests {
  private static let untidy =
    "## Delivery Tracker\n|#|Task ID|Status|Owners|\n|-|-|-|-|\n|1|APP-10-001|Done (2025/11/05)|Ada|\n* a \n"
  private static let tidy =
    "## Delivery Tracker\n\n| # | Task ID | Status | Owners |\n| --- | --- | --- | --- |\n| 1 | APP-10-001 | DONE (2025-11-05) | Ada |\n\n- a\n"

  private static func text(_ folder: TemporaryFolder, _ name: String = "SPRINT_10.md") throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")), as: UTF8.self)
  }

  @Test func `files are formatted, and a second run changes nothing`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.untidy, "SPRINT_11.md": Self.tidy])
    let run = try await Sprintmark.run(["fmt"], in: folder)
    #expect(run.status == 0 && run.output == [])
    #expect(run.errorText == "formatted 1 of 2 files\n")
    #expect(try Self.text(folder) == Self.tidy)
    let again = try await Sprintmark.run(["fmt"], in: folder)
    #expect(again.status == 0 && again.errorText == "formatted 0 of 2 files\n")
  }

  @Test func `a check lists the files and writes nothing`() async throws {
    let folder = try TemporaryFolder(["a/SPRINT_10.md": Self.untidy, "SPRINT_11.md": Self.tidy])
    let run = try await Sprintmark.run(["fmt", "--check"], in: folder)
    #expect(run.status == 1)
    #expect(run.outputText == "a/SPRINT_10.md\n")
    #expect(run.errorText == "would format 1 of 2 files\n")
    #expect(try Self.text(folder, "a/SPRINT_10.md") == Self.untidy)
    let clean = try await Sprintmark.run(["fmt", "--check", "SPRINT_11.md"], in: folder)
    #expect(clean.status == 0 && clean.output == [] && clean.errorText == "would format 0 of 1 file\n")
  }

  @Test func `a patch is printed, and git applies it`() async throws {
    let folder = try TemporaryFolder(["docs/SPRINT_10.md": Self.untidy])
    let run = try await Sprintmark.run(["fmt", "--diff"], in: folder)
    #expect(run.status == 1)
    #expect(run.outputText.hasPrefix("--- a/docs/SPRINT_10.md\n+++ b/docs/SPRINT_10.md\n@@ "))
    #expect(try Self.text(folder, "docs/SPRINT_10.md") == Self.untidy)
    let applied = try await Run.of("git", ["apply", "-"], input: run.output, in: folder.path)
    #expect(applied.status == 0, "\(applied.errorText)")
    #expect(try Self.text(folder, "docs/SPRINT_10.md") == Self.tidy)
    let clean = try await Sprintmark.run(["fmt", "--diff"], in: folder)
    #expect(clean.status == 0 && clean.output == [])
  }

  @Test func `standard input is formatted onto standard output`() async throws {
    let folder = try TemporaryFolder()
    for text in [Self.untidy, Self.tidy] {
      let run = try await Sprintmark.run(["fmt", "-", "--stdin-filename", "SPRINT_10.md"], in: folder, input: text)
      #expect(run.status == 0 && run.errors == [])
      #expect(run.outputText == Self.tidy)
    }
    let check = try await Sprintmark.run(["fmt", "--check", "-"], in: folder, input: Self.untidy)
    #expect(check.status == 1 && check.outputText == "-\n")
  }

  @Test func `what arrived damaged goes from standard input to standard output as it is`() async throws {
    let text = "```markdown\n\(Self.untidy)```\n"
    let run = try await Sprintmark.run(["fmt", "-"], in: try TemporaryFolder(), input: text)
    #expect(run.status == 0 && run.outputText == text)
    #expect(run.errorText.contains("note: - is left as it is: it arrived damaged (outer-fence)"))
  }

  @Test func `a table with a broken row is named, and the rest is formatted`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.untidy + "\n|A|B|\n|-|-|\n|1|\n"])
    let run = try await Sprintmark.run(["fmt"], in: folder)
    #expect(run.status == 0)
    #expect(run.errorText.hasPrefix("note: SPRINT_10.md:7: the table is left as it is"))
    #expect(try Self.text(folder) == Self.tidy + "\n|A|B|\n|-|-|\n|1|\n")
  }

  @Test func `the layout can be configured, and the command line decides`() async throws {
    let folder = try TemporaryFolder([
      "SPRINT_10.md": Self.untidy.replacing("\n", with: "\r\n"),
      ".sprintmark.yml": "format: {align: true, statuses: false, lineEndings: lf}\n",
    ])
    func formatted(_ options: String...) async throws -> String {
      let run = try await Sprintmark.run(["fmt", "-"] + options, in: folder, input: try Self.text(folder))
      return run.outputText
    }
    let aligned = """
      ## Delivery Tracker

      | #   | Task ID    | Status            | Owners |
      | --- | ---------- | ----------------- | ------ |
      | 1   | APP-10-001 | Done (2025-11-05) | Ada    |

      - a

      """
    let plain = Self.tidy.replacing("DONE", with: "Done")
    #expect(try await formatted() == aligned)
    #expect(try await formatted("--no-align") == plain)
    #expect(
      try await formatted("--no-config", "--align")
        == aligned.replacing("Done", with: "DONE").replacing("\n", with: "\r\n"))
    let config = try await Sprintmark.run(["config"], in: folder)
    #expect(
      config.outputText.contains(
        """
        format:
          align: true  # .sprintmark.yml:1
          statuses: false  # .sprintmark.yml:1
          lineEndings: lf  # .sprintmark.yml:1

        """))
  }

  @Test func `an archived tracker and one that is only linked are left alone`() async throws {
    let folder = try TemporaryFolder([
      "docs/SPRINT_10.md": Self.untidy, "docs/SPRINT_11.md": Self.untidy.replacing("-10-", with: "-11-"),
      "docs/old/SPRINT_1.md": Self.untidy.replacing("-10-", with: "-1-"),
      ".sprintmark.yml": "workspace: [docs]\narchive: [docs/old]\n",
    ])
    let run = try await Sprintmark.run(["fmt", "docs/SPRINT_10.md"], in: folder)
    #expect(run.status == 0 && run.errorText == "formatted 1 of 1 file\n")
    let rest = try await Sprintmark.run(["fmt", "--check"], in: folder)
    #expect(rest.outputText == "docs/SPRINT_11.md\n")
  }

  @Test func `permissions and links are kept`() async throws {
    let folder = try TemporaryFolder(["real/a.md": Self.untidy])
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/real/a.md")
    try folder.makeLink("SPRINT_10.md", to: "real/a.md")
    _ = try await Sprintmark.run(["fmt"], in: folder)
    #expect(try Self.text(folder, "real/a.md") == Self.tidy)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/SPRINT_10.md") == "real/a.md")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/real/a.md")[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  @Test func `where a file cannot be read or written, the others are formatted`() async throws {
    let folder = try TemporaryFolder(["SPRINT_10.md": Self.untidy, "SPRINT_11.md": Self.untidy])
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/SPRINT_11.md")
    let run = try await Sprintmark.run(["fmt", "SPRINT_10.md", "SPRINT_11.md", "SPRINT_12.md"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains("cannot write SPRINT_11.md: Permission denied"))
    #expect(run.errorText.contains("SPRINT_12.md"))
    #expect(run.errorText.hasSuffix("formatted 1 of 2 files\n"))
    #expect(try Self.text(folder) == Self.tidy)
    #expect(try Self.text(folder, "SPRINT_11.md") == Self.untidy)
  }

  @Test(arguments: [
    (["--check", "--diff"], "exclude each other"), (["--aling"], "--align"), (["elsewhere"], "elsewhere"),
  ])
  func `wrong usage ends with two`(options: [String], message: String) async throws {
    let run = try await Sprintmark.run(["fmt"] + options, in: try TemporaryFolder(["SPRINT_10.md": Self.untidy]))
    #expect(run.status == 2)
    #expect(run.errorText.contains(message))
  }

  @Test func `standard input that the run is not about comes out as it went in`() async throws {
    let folder = try TemporaryFolder([".sprintmark.yml": "exclude: [old]\n", "SPRINT_1.md": Trackers.clean])
    let run = try await Sprintmark.run(
      ["fmt", "-", "--stdin-filename", "old/SPRINT_9.md"], in: folder, input: "a  |b\n")
    #expect(run.status == 0)
    #expect(run.outputText == "a  |b\n")
  }

  private static let backlog = """
    # Sprint 12 - Kiosk

    ## Backlog

    ### Epic A: Prints
    - [x] KIOSK-12-001: Print tickets
    - [ ] KIOSK-12-002: Print receipts

    ## Sketches

    A note with a [link](a.md).

    """

  @Test func `a tracker of any dialect is brought into the standard template`() async throws {
    let folder = try TemporaryFolder(["SPRINT_12.md": Self.backlog])
    func tasks() async throws -> [String] {
      let run = try await Sprintmark.run(["compile", "--emit", "ndjson"], in: folder)
      return run.outputText.matches(of: /"(uid|state|definition)": "[^"]*"/).map { String($0.output.0) }
    }
    let before = try await tasks()
    #expect(before.count == 6)
    let check = try await Sprintmark.run(["fmt", "--to", "standard", "--check"], in: folder)
    #expect(check.status == 1)
    #expect(check.outputText == "SPRINT_12.md\n")
    let run = try await Sprintmark.run(["fmt", "--to", "standard"], in: folder)
    #expect(run.status == 0, "\(run.errorText)")
    let text = try String(contentsOfFile: folder.path + "/SPRINT_12.md", encoding: .utf8)
    #expect(text.contains("## Delivery Tracker\n") && text.contains("KIOSK-12-002"))
    #expect(text.contains("## Sketches\n\nA note with a [link](a.md)."))
    #expect(try await tasks() == before)
    #expect(try await Sprintmark.run(["fmt", "--to", "standard", "--check"], in: folder).status == 0)
  }

  @Test func `compound rows are split and shorthand is written out where that is asked for`() async throws {
    let folder = try TemporaryFolder([
      "SPRINT_10.md": Trackers.header
        + "| 1 | APP-10-001 | TODO | None | App | A. |\n| 2 | APP-10-002/003 | TODO | Depends on 10-001 | App | B. |\n"
    ])
    let options = ["--to", "standard", "--split-compound", "--expand-references", "--diff"]
    let run = try await Sprintmark.run(["fmt"] + options, in: folder)
    #expect(run.outputText.contains("+| 3 | APP-10-003 | TODO | Depends on APP-10-001 |"), "\(run.outputText)")
  }

  @Test(arguments: [["--split-compound"], ["--to", "standard", "--align"], ["--to", "other"]])
  func `options that belong elsewhere are refused`(options: [String]) async throws {
    let run = try await Sprintmark.run(["fmt"] + options, in: try TemporaryFolder(["SPRINT_10.md": Self.backlog]))
    #expect(run.status == 2)
  }
}
