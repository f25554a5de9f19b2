import Foundation
import SprintTesting
import Testing

struct TreeTests {
  private static let rows = ["APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001"]
  private static let more = rows + ["APP-10-003 | BLOCKED | Needs a licence"]

  private func folder() throws -> TemporaryFolder {
    try TemporaryFolder(["docs/SPRINT_10.md": Documents.tracker(Self.rows)])
  }

  private func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  @Test func `the tree is printed`() async throws {
    let folder = try folder()
    let run = try await Sprintmark.run(["tree", "docs"], in: folder)
    #expect(run.status == 0 && run.errorText == "")
    #expect(run.outputText.hasPrefix("# Blocked dependency tree\n"))
    #expect(run.outputText.contains("\nAPP-10-001  TODO  App Guild\n+-- APP-10-002  BLOCKED  App Guild\n"))
    #expect(!run.outputText.contains(folder.path))
  }

  @Test func `it is written, checked, stale, and written again`() async throws {
    let folder = try folder()
    let write = ["tree", "docs", "--write", "docs/TREE.md"]
    let check = ["tree", "docs", "--check", "docs/TREE.md"]
    #expect(try await Sprintmark.run(write, in: folder).errorText == "wrote docs/TREE.md\n")
    #expect(try await Sprintmark.run(write, in: folder).errorText == "docs/TREE.md is up to date\n")
    let fresh = try await Sprintmark.run(check, in: folder)
    #expect(fresh.status == 0 && fresh.output.isEmpty)
    try folder.write("docs/TREE.md", Array(("# Ours\n" + (try text(folder, "docs/TREE.md")) + "The end").utf8))
    try folder.write("docs/SPRINT_10.md", Array(Documents.tracker(Self.more).utf8))
    let stale = try await Sprintmark.run(check, in: folder)
    #expect(stale.status == 1)
    #expect(
      stale.outputText == """
        docs/TREE.md is stale
           = moved: SPRINT_10.md
           = blocked: APP-10-003
           = help: run `sprintmark tree docs --write docs/TREE.md`

        """)
    #expect(try await Sprintmark.run(write, in: folder).status == 0)
    #expect(try await Sprintmark.run(check, in: folder).status == 0)
    let text = try text(folder, "docs/TREE.md")
    #expect(text.hasPrefix("# Ours\n# Blocked dependency tree\n") && text.hasSuffix("The end"))
  }

  @Test func `a document without markers is kept, unless it is to be replaced`() async throws {
    let folder = try folder()
    try folder.write("TREE.md", Array("# Ours\n".utf8))
    let run = try await Sprintmark.run(["tree", "docs", "--write", "TREE.md"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("error: TREE.md has no place for the tree, and was left as it is\n   = help: put"))
    #expect(try text(folder, "TREE.md") == "# Ours\n")
    #expect(try await Sprintmark.run(["tree", "docs", "--check", "TREE.md"], in: folder).status == 2)
    #expect(try await Sprintmark.run(["tree", "docs", "--write", "TREE.md", "--force"], in: folder).status == 0)
    #expect(try text(folder, "TREE.md").hasPrefix("# Blocked dependency tree\n"))
  }

  @Test func `a tracker is never replaced`() async throws {
    let folder = try folder()
    try folder.makeLink("TREE.md", to: "docs/SPRINT_10.md")
    for target in ["docs/SPRINT_10.md", "TREE.md"] {
      let run = try await Sprintmark.run(["tree", "docs", "--write", target, "--force"], in: folder)
      #expect(run.status == 2)
      #expect(run.errorText.contains("is one of the trackers"))
    }
    #expect(try text(folder, "docs/SPRINT_10.md") == Documents.tracker(Self.rows))
  }

  @Test func `a link stays, and a file that may not be written is left as it is`() async throws {
    let folder = try folder()
    try folder.write("TREE.md", [])
    try folder.makeLink("docs/LINK.md", to: "../TREE.md")
    #expect(try await Sprintmark.run(["tree", "docs", "--write", "docs/LINK.md"], in: folder).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/docs/LINK.md") == "../TREE.md")
    let old = try text(folder, "TREE.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path + "/TREE.md")
    try folder.write("docs/SPRINT_10.md", Array(Documents.tracker(Self.more).utf8))
    let run = try await Sprintmark.run(["tree", "docs", "--write", "TREE.md"], in: folder)
    #expect(run.status == 2)
    #expect(run.errorText == "error: cannot write TREE.md: Permission denied\n")
    #expect(try text(folder, "TREE.md") == old)
  }

  @Test(arguments: [
    (["tree", "docs", "--write", "a", "--check", "b"], "--write and --check exclude each other"),
    (["tree", "docs", "--force"], "--force belongs to --write"),
    (
      ["tree", "docs", "--check", "none.md"],
      "error: none.md is not there\n   = help: `sprintmark tree docs --write none.md` makes it"
    ),
    (["tree", "none", "--write", "a"], "error: cannot find none: No such file or directory"),
    (["tree", "docs", "--blockers", "none.yml"], "error: cannot read none.yml: No such file or directory"),
    (["tree", "docs", "--blockers", "bad.yml"], "bad.yml:1:7: error: no task and no blocker is called `APP-10-01`"),
    (["tree", "docs", "--write", "open.md"], "open.md:1:1: error: this region is never ended"),
    (["tree", "docs", "--write", "no/where/a.md"], "error: cannot write no/where/a.md: No such file or directory"),
  ])
  func `wrong usage and bad input`(arguments: [String], message: String) async throws {
    let folder = try folder()
    try folder.write("bad.yml", Array("- id: APP-10-01\n".utf8))
    try folder.write("open.md", Array("<!-- sprintmark:begin tree -->\n".utf8))
    let run = try await Sprintmark.run(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.errorText.contains(message))
    #expect(run.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/a"))
  }

  @Test func `the blockers file lies beside the document, or where it is named`() async throws {
    let folder = try folder()
    try folder.write("docs/blockers.yml", Array("- {id: APP-10-001, unblock: write it, owner: Ada}\n".utf8))
    try folder.write("other.yml", Array("- {pattern: APP-*, title: The app}\n- {pattern: x}\n".utf8))
    let beside = try await Sprintmark.run(["tree", "docs"], in: folder)
    #expect(beside.outputText.contains("**To unblock:** write it (Ada)\n"))
    let named = try await Sprintmark.run(["tree", "docs", "--blockers", "other.yml"], in: folder)
    #expect(named.outputText.contains("\n## 1. The app\n") && !named.outputText.contains("**To unblock:**"))
    #expect(named.errorText == "note: about no root blocker, as things are: x\n")
  }

  @Test func `lint knows the tree that is configured`() async throws {
    let folder = try folder()
    try folder.write(".sprintmark.yml", Array("workspace: [docs]\ntree: docs/TREE.md\n".utf8))
    let missing = try await Sprintmark.run(["lint"], in: folder)
    #expect(missing.status == 2)
    #expect(missing.errorText.contains("sprintmark tree --write docs/TREE.md"))
    #expect(try await Sprintmark.run(["lint", "--ignore", "SM701"], in: folder).status == 0)
    #expect(try await Sprintmark.run(["tree", "--write", "docs/TREE.md"], in: folder).status == 0)
    #expect(try await Sprintmark.run(["lint"], in: folder).status == 0)
    try folder.write("docs/SPRINT_10.md", Array(Documents.tracker(Self.more).utf8))
    let stale = try await Sprintmark.run(["lint", "docs/SPRINT_10.md"], in: folder)
    #expect(stale.status == 1)
    #expect(stale.outputText.contains("docs/TREE.md:13:1: error[SM701 stale-generated-file]: TREE.md is stale\n"))
    #expect(stale.outputText.contains("   = blocked: APP-10-003\n"))
  }
}
