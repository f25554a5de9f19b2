import SprintDriver
import SprintLinker
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct StaleGeneratedFileTests {
  private func found(_ text: String, selection: [Int]? = nil) -> [Diagnostic] {
    var (workspace, generated) = Documents.checked(text)
    if let selection { workspace = Workspace(files: workspace.files, sprints: workspace.sprints, selection: selection) }
    return RuleEngine().check(workspace, generatedFiles: generated).filter { $0.code == "SM701" }
  }

  private func text(_ tree: String, second: String = "APP-11-001 | TODO | None") -> String {
    files([
      "SPRINT_10_app.md": tracker("APP-10-001 | BLOCKED (2025-11-02) | Needs a licence | App Guild | Build."),
      "SPRINT_11_app.md": tracker("\(second) | App Guild | Test."), "BLOCKED_DEPENDENCY_TREE.md": tree,
    ])
  }

  private func tree(second: String = "APP-11-001 | TODO | None") throws -> String {
    try TreeFile(Documents.checked(text("", second: second)).workspace, path: "BLOCKED_DEPENDENCY_TREE.md").document
  }

  @Test func `a document that says what the trackers do`() throws {
    #expect(found(text(try tree())) == [])
  }

  @Test func `a tracker that moved is named, with what changed`() throws {
    let old = try tree()
    let finding = try #require(found(text(old, second: "APP-11-001 | BLOCKED | APP-10-001")).first)
    #expect(finding.message == "BLOCKED_DEPENDENCY_TREE.md is stale")
    #expect(finding.notes.map(\.message) == ["this input moved:", "blocked: APP-11-001"])
    #expect(finding.help == "run `sprintmark tree --write BLOCKED_DEPENDENCY_TREE.md`")
  }

  @Test func `it concerns the trackers that moved, and where nobody moved all of them`() throws {
    let moved = text(try tree(), second: "APP-11-001 | BLOCKED | APP-10-001")
    #expect(found(moved, selection: [0]) == [])
    #expect(found(moved, selection: [1]).count == 1)
    let edited = text(try tree().replacing("  BLOCKED", with: "  DONE"))
    #expect(found(edited, selection: [0]).count == 1)
  }

  @Test func `a document without a tree`() throws {
    let finding = try #require(found(text("# Tree\n")).first)
    #expect(finding.message == "BLOCKED_DEPENDENCY_TREE.md has no generated tree in it")
    #expect(finding.location.range == nil)
  }
}
