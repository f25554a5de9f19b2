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

  // MARK: Fix

  /// Both rows in one table, and what stood between them below it.
  private static func mended(_ below: String) -> String { first + second + "\n" + below }

  @Test(arguments: [
    ("blank lines", first + "\n\n\(second)\n", mended("")),
    ("a note", first + "\nThe build is slow.\n\(second)\n", mended("\nThe build is slow.\n")),
    ("a quote", first + "> waits for the build.\n\n\(second)\n", mended("> waits for the build.\n\n")),
    ("a quote that takes it in", first + "> waits.\n\(second)\n", mended("> waits.\n")),
    ("a bullet that takes it in", first + "- waits.\n\(second)\n", mended("- waits.\n")),
    ("a blank line, and a note right below", first + "\n\(second)\nSlow.\n", mended("\nSlow.\n")),
  ])
  func `the fix brings the row into its table`(between: String, text: String, after: String) {
    #expect(fixed("SM103", text) == after)
    #expect(content(after) == content(text))
    #expect(findings("SM103", in: after) == [])
    #expect(diagnostics("SM103", in: text).flatMap(\.fixes).map(\.applicability) == [.unsafe])
  }

  @Test(arguments: [
    ("a legend", "\n| TODO | DOING | DONE |\n\n"), ("a legend, and a note", "\n| TODO | DOING | DONE |\n\nSlow.\n\n"),
    ("a table inside a list", "\n- Waits:\n\n  | Who | Why |\n  | --- | --- |\n  | Ada | Slow |\n\n"),
    ("a quoted table", "> | Who | Why |\n> | --- | --- |\n\n"), ("rows in HTML", "\n<div>\n| a | b |\n</div>\n\n"),
  ])
  func `rows of something else are not its table`(between: String, text: String) {
    let tracker = Self.first + text + "\(Self.second)\n"
    let after = fixed("SM103", tracker)
    #expect(after == Self.first + "\(Self.second)\n" + text)
    #expect(content(after) == content(tracker))
  }

  @Test func `a row that a line break splits is not parted again`() {
    let split = "| 2 | APP-10-003 | TODO | None | App | Test\nit. |\n"
    let text = Self.first + split + "Slow.\n\n\(Self.second)\n"
    #expect(fixed("SM103", text).hasPrefix(Self.first + split + "\(Self.second)\nSlow.\n"))
  }

  @Test func `a row below a table of waves is none of the tasks above it`() {
    let waves = """
      | Wave | Guild owners | Shared prerequisites | Status | Notes | More |
      | --- | --- | --- | --- | --- | --- |
      | A: contracts | App Guild | The design | DOING | First wave. | None |

      """
    #expect(findings("SM103", in: Self.first + "\n" + waves + "\n\(Self.second)\n") == [])
  }

  @Test(arguments: ["\n", "\nThe build is slow.\n", "\n> waits.\n\n"])
  func `several rows keep their order`(between: String) {
    let third = "| 3 | APP-10-003 | TODO | None | App Guild | Ship. |"
    let text = Self.first + between + "\(Self.second)\n\(third)\n"
    let fixed = fixed("SM103", text)
    #expect(fixed.hasPrefix(Self.first + "\(Self.second)\n\(third)\n"))
    #expect(content(fixed) == content(text))
  }

  @Test func `no row comes between a header and its dashes`() {
    let table = "| # | Task ID | Status | Owners |\n--- | --- | --- | ---\n"
    let row = "| 1 | APP-10-001 | TODO | Ada |\n"
    #expect(fixed("SM103", table + "\n" + row) == table + row + "\n")
    #expect(fixed("SM103", table + "Slow.\n\n" + row) == table + row + "Slow.\n\n")
  }

  @Test func `line ends stay what they are`() {
    let text = (Self.first + "\nThe build is slow.\n\(Self.second)\n").replacing("\n", with: "\r\n")
    #expect(fixed("SM103", text) == Self.mended("\nThe build is slow.\n").replacing("\n", with: "\r\n"))
  }

  @Test func `across code, and without outer pipes, there is no fix`() {
    let code = Self.first + "\n```\ncode\n```\n\(Self.second)\n"
    let pipeLess =
      "Task ID | State | Task description\n--- | --- | ---\nAPP-10-001 | TODO | A.\n\nAPP-10-002 | TODO | B.\n"
    for text in [code, pipeLess] { #expect(diagnostics("SM103", in: text).flatMap(\.fixes) == []) }
  }
}
