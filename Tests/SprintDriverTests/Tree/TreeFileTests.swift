import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

struct TreeFileTests {
  private static func fixture(_ name: String) -> String { "\(Places.trees)/\(name)" }

  // MARK: Documents that were checked line by line

  @Test(arguments: ["linked", "cycles", "quiet"]) func `a tree`(name: String) throws {
    let folder = Self.fixture(name)
    let tree = try TreeFile(WorkspaceLoader().load([folder]).workspace, path: nil)
    #expect(
      Golden.difference(from: "../Trees/\(name)/BLOCKED_DEPENDENCY_TREE.md", got: Array(tree.document.utf8)) == nil)
  }

  @Test func `a tree is the same wherever it is made`() throws {
    let folder = Self.fixture("linked")
    let workspace = WorkspaceLoader().load([folder]).workspace
    let shown = try TreeFile(workspace, path: nil).document
    #expect(try TreeFile(workspace, path: folder + "/BLOCKED_DEPENDENCY_TREE.md").document == shown)
    #expect(!shown.contains(Places.project))
  }

  @Test func `a chain that is deep goes on in trees of its own`() throws {
    let workspace = Documents.workspace(
      states: Array(repeating: .blocked, count: 40), dependencies: { $0 > 0 ? [$0 - 1] : [] })
    let lines = try TreeFile(workspace, path: nil).document.split(separator: "\n")
    let drawn = lines.filter { $0.contains("+-- N-") }
    #expect(drawn.count == 39)
    #expect(drawn.filter { $0.hasSuffix("(continued below)") }.count == 2)
    #expect(lines.count { $0 == "```text" } == 3)
    #expect(drawn.allSatisfy { $0.utf8.count < 120 })
  }

  // MARK: Regions

  private let before = Documents.tracker(["APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001"])

  private func tree(_ text: String) throws -> TreeFile {
    try TreeFile(Documents.workspace(of: text), path: "nowhere/TREE.md")
  }

  private func file(_ text: String) -> SourceFile { SourceFile(path: "TREE.md", bytes: Array(text.utf8)) }

  @Test(arguments: ["", "\n", " \n\n"]) func `an empty document becomes a new one`(text: String) throws {
    let tree = try tree(before)
    #expect(try tree.bytes(replacing: file(text)) == Array(tree.document.utf8))
    #expect(try tree.bytes(replacing: nil) == Array(tree.document.utf8))
    #expect(tree.document.contains("`sprintmark tree --write TREE.md`"))
  }

  @Test(arguments: [
    ("# Ours\n\nText.\n\n", "\n\nMore, without a line end"), ("", ""), ("\u{FEFF}x  \n", "\n\n\n"),
    ("```\n<!-- sprintmark:begin tree -->\n```\n", "\n~~~\n<!-- sprintmark:end -->\n~~~\n"), ("  ", "  \n"),
  ])
  func `text around the markers stays, byte for byte`(head: String, tail: String) throws {
    let text = head + "<!-- sprintmark:begin tree -->\nold\n<!-- sprintmark:end -->" + tail
    let bytes = try #require(try tree(before).bytes(replacing: file(text)))
    let result = String(decoding: bytes, as: UTF8.self)
    #expect(result.hasPrefix(head + "<!-- sprintmark:begin tree 1 "))
    #expect(result.hasSuffix("<!-- sprintmark:end -->" + tail))
    #expect(!result.contains("old"))
    #expect(try tree(before).bytes(replacing: SourceFile(path: "TREE.md", bytes: bytes)) == bytes)
  }

  @Test func `bytes that are no text stay too`() throws {
    let marks = "<!-- sprintmark:begin tree -->\n<!-- sprintmark:end -->"
    let old = [0xFF, 0xFE, 0x0A] + Array(marks.utf8) + [0x0A, 0x80]
    let bytes = try #require(try tree(before).bytes(replacing: SourceFile(path: "TREE.md", bytes: old)))
    #expect(bytes.starts(with: [0xFF, 0xFE, 0x0A]))
    #expect(bytes.suffix(2) == [0x0A, 0x80])
  }

  @Test func `line ends are those of the region`() throws {
    let text = "# Ours\r\n<!-- sprintmark:begin tree -->\r\n<!-- sprintmark:end -->\r\n"
    let tree = try tree(before)
    let bytes = try #require(try tree.bytes(replacing: file(text)))
    #expect(bytes.count { $0 == 0x0A } == bytes.count { $0 == 0x0D })
    let document = SourceFile(path: "TREE.md", bytes: bytes)
    #expect(tree.staleness(of: document, try #require(try MarkedRegion.find(in: document))) == nil)
  }

  @Test func `a document without markers is replaced by force alone`() throws {
    let tree = try tree(before)
    #expect(try tree.bytes(replacing: file("# Ours\n")) == nil)
    #expect(try tree.bytes(replacing: file("# Ours\n"), isForced: true) == Array(tree.document.utf8))
  }

  // MARK: Staleness

  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let rows: [String]
    /// Nil where the tree is as it was.
    let evidence: [String]?

    init(_ name: String, _ rows: [String], _ evidence: [String]?) {
      testDescription = name
      self.rows = rows
      self.evidence = evidence
    }
  }

  @Test(arguments: [
    Change("nothing", ["APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001"], nil),
    Change(
      "a row above", ["APP-10-003 | DONE | None", "APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001"], nil),
    Change(
      "a task that has nothing to do with it",
      ["APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001", "APP-10-003 | TODO | None"], nil),
    Change(
      "one task more is blocked",
      ["APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001", "APP-10-003 | BLOCKED | APP-10-002"],
      ["moved: ../SPRINT_10_app.md", "blocked: APP-10-003"]),
    Change(
      "unblocked", ["APP-10-001 | TODO | None", "APP-10-002 | TODO | APP-10-001"],
      ["moved: ../SPRINT_10_app.md", "unblocked: APP-10-002"]),
    Change(
      "what it waited for is done", ["APP-10-001 | DONE | None", "APP-10-002 | BLOCKED | APP-10-001"],
      ["moved: ../SPRINT_10_app.md", "moved to another root blocker: APP-10-002"]),
    Change(
      "it waits for something else", ["APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | Needs a licence"],
      ["moved: ../SPRINT_10_app.md", "moved to another root blocker: APP-10-002"]),
    Change(
      "another owner", ["APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001 | Web Guild"],
      ["moved: ../SPRINT_10_app.md"]),
    Change(
      "a state that blocks nothing", ["APP-10-001 | DOING | None", "APP-10-002 | BLOCKED | APP-10-001"],
      ["moved: ../SPRINT_10_app.md"]),
  ])
  func `what makes a document stale`(_ change: Change) throws {
    let document = file(try tree(before).document)
    let staleness = try tree(Documents.tracker(change.rows))
      .staleness(of: document, try #require(try MarkedRegion.find(in: document)))
    #expect(staleness?.evidence == change.evidence)
  }

  @Test func `a sprint that came, and one that went`() throws {
    let other = Documents.tracker(["APP-11-001 | BLOCKED | Depends on APP-10-001"])
    let both = try TreeFile(
      Documents.workspace(["SPRINT_10_app.md": before, "SPRINT_11_app.md": other]), path: "nowhere/TREE.md")
    let document = file(try tree(before).document)
    let staleness = both.staleness(of: document, try #require(try MarkedRegion.find(in: document)))
    #expect(staleness?.evidence == ["moved: ../SPRINT_11_app.md", "blocked: APP-11-001"])
    let large = file(both.document)
    let less = try tree(before).staleness(of: large, try #require(try MarkedRegion.find(in: large)))
    #expect(less?.evidence == ["moved: ../SPRINT_11_app.md", "unblocked: APP-11-001"])
  }

  @Test func `a document that somebody changed is stale, and no input moved`() throws {
    let tree = try tree(before)
    let document = file(tree.document.replacing("APP-10-002  BLOCKED", with: "APP-10-002  DONE"))
    let staleness = tree.staleness(of: document, try #require(try MarkedRegion.find(in: document)))
    #expect(staleness?.inputs == [])
    #expect(staleness?.evidence.count == 2)
  }
}
