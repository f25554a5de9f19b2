import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct OrphanRowTests {
  private static let first = tracker("APP-10-001 | TODO | None | App Guild | Build.")
  private static let second = "| 2 | APP-10-002 | TODO | None | App Guild | Test. |"
  private static let found = ("the row of APP-10-002 stands outside its table", second)

  @Test(arguments: [
    Case("behind a blank line", first + "\n\(second)\n", found),
    Case("behind a note", first + "\nThe build is slow.\n\(second)\n", found),
    Case("behind a quote", first + "\n> 2025-11-24: waits for the build.\n\n\(second)\n", found),
    Case("right behind a quote, which takes it in", first + "> 2025-11-24: waits for the build.\n\(second)\n", found),
    Case("behind a bullet", first + "- 2025-11-24: waits for the build.\n\(second)\n", found),
    Case(
      "two of them", first + "\n\(second)\n| 3 | APP-10-003 | TODO | None | App Guild | Ship. |\n", found,
      ("the row of APP-10-003 stands outside its table", "| 3 | APP-10-003 | TODO | None | App Guild | Ship. |")),
    Case(
      "a row of the log",
      tracker("APP-10-001 | TODO | None | App Guild | Build.", log: ["2025-11-03 | Sync held. | App"])
        + "\n| 2025-11-02 | Sprint begun. | App |\n",
      ("this row stands outside its table", "| 2025-11-02 | Sprint begun. | App |")),
  ])
  func `a row outside its table is found`(sample: Case) {
    #expect(findings("SM103", in: sample.text) == sample.findings)
  }

  @Test func `its task counts`() {
    let sprint = Documents.sprint(Self.first + "> a note\n\(Self.second)\n")
    #expect(sprint.tasks.map(\.id.value.text) == ["APP-10-001", "APP-10-002"])
  }

  @Test(arguments: [
    NearMiss("a second table", first + "\n" + tracker("APP-10-002 | TODO | None | App Guild | Test.")),
    NearMiss("a note behind the table", first + "\nThe build is slow.\n"),
    NearMiss("pipes in prose", first + "\nStates: TODO | DOING | REVIEW | BLOCKED | DONE | CANCELLED\n"),
    NearMiss("a legend with outer pipes and fewer cells", first + "\n| TODO | DOING | DONE |\n"),
    NearMiss("a code block", first + "\n```\n\(second)\n```\n"),
    NearMiss("an indented code block", first + "\n    \(second)\n"),
    NearMiss("a row under another heading", first + "\n## Notes\n| 2 | APP-10-002 | was | moved | to | APP-11-001 |\n"),
  ])
  func `what is no row of a tracker is none`(miss: NearMiss) {
    #expect(findings("SM103", in: miss.text) == [])
  }

  @Test func `bytes that are not UTF-8 end no table`() {
    let bytes =
      Array(Self.first.utf8) + Array("| 2 | APP-10-002 | TODO | None | Gr".utf8) + [0xFC]
      + Array("ne | Test. |\n\(Self.second)\n".utf8)
    let workspace = WorkspaceLoader().link([SourceFile(path: "SPRINT_10_app.md", bytes: bytes)])
    #expect(workspace.sprints.flatMap(\.tasks).count == 3)
    #expect(!RuleEngine().check(workspace).contains { $0.code == "SM103" })
  }
}
