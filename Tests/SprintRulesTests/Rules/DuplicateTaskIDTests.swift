import SprintLinker
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct DuplicateTaskIDTests {
  @Test(arguments: [
    Case(
      "two rows",
      tracker("APP-10-001 | DONE | None | App Guild | Build.", "APP-10-001 | TODO | None | App Guild | Test."),
      ("APP-10-001 is declared twice in this sprint", "APP-10-001")),
    Case(
      "three rows",
      tracker(
        "A1 | DONE | None | App Guild | Build.", "A1 | TODO | None | App | Test.", "A1 | TODO | None | App | Ship."),
      ("A1 is declared twice in this sprint", "A1"), ("A1 is declared twice in this sprint", "A1")),
    Case(
      "a part of a row with several ids",
      tracker("APP-10-001/002 | DONE | None | App Guild | Build.", "APP-10-002 | TODO | None | App Guild | Test."),
      ("APP-10-002 is declared twice in this sprint", "APP-10-002")),
    Case(
      "one of the two in backticks, with other hyphens",
      tracker("APP-10-001 | DONE | None | App | Build.", "`APP‑10‑001` | TODO | None | App | Test."),
      ("APP-10-001 is declared twice in this sprint", "APP‑10‑001")),
    Case(
      "blocks", "### OPS-001 - Build\nStatus: DONE\n\n### OPS-001 - Test\nStatus: TODO\n",
      ("OPS-001 is declared twice in this sprint", "OPS-001")),
  ])
  func `an id that is declared twice is found`(sample: Case) {
    #expect(findings("SM201", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss(
      "a second list of stories that states nothing",
      "## Stories\n| ID | Title | Points |\n| --- | --- | --- |\n| US-21 | Undo | 5 |\n\n"
        + "## Again\n| ID | Title | Points |\n| --- | --- | --- |\n| US-21 | Undo | 5 |\n"),
    NearMiss(
      "short ids in two files",
      files([
        "SPRINT_10_app.md": tracker("A1 | TODO | None | App | Build."),
        "SPRINT_11_app.md": tracker("A1 | DONE | None | App | Test."),
      ])),
    NearMiss(
      "one task in two files",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | TODO | None | App | Build."),
        "SPRINT_11_app.md": tracker("APP-10-001 | TODO | None | App | Build."),
      ])),
    NearMiss(
      "an id in other columns",
      tracker(
        "APP-10-001 | TODO | None | App | Build.", "APP-10-002 | TODO | Depends on APP-10-001 | App | Test APP-10-001.")
    ),
    NearMiss(
      "ids that differ at the end",
      tracker("APP-10-001 | TODO | None | App | Build.", "APP-10-001A | TODO | None | App | Test.")),
    NearMiss(
      "a register of risks that names tasks",
      tracker(
        "APP-10-001 | TODO | None | App | Build.",
        end: "## Decisions & Risks\n| ID | Risk | Owner |\n| --- | --- | --- |\n| APP-10-001 | Slow. | App |")),
    NearMiss(
      "a table that is there twice",
      tracker("APP-10-001 | TODO | None | App | Build.")
        + tracker("APP-10-001 | TODO | None | App | Build.").replacing("# Sprint 10 · App", with: "")),
    NearMiss(
      "a summary of states",
      tracker(
        "APP-10-001 | TODO | None | App | Build.",
        end: "## Summary\n| Task ID | Status |\n| --- | --- |\n| APP-10-001 | TODO |")),
    NearMiss(
      "a checklist that ticks blocks",
      "### OPS-001 - Build\nStatus: DONE\n\n### OPS-002 - Test\nStatus: TODO\n\n## Task checklist\n- [x] OPS-001: Build\n- [ ] OPS-002: Test\n"
    ),
    NearMiss(
      "bullets about tasks of the table",
      tracker(
        "APP-10-001 | TODO | None | App | Build.",
        end: "## Tasks in detail\n- **APP-10-001**: build with the new machine.")),
  ])
  func `an id that is declared once is none`(miss: NearMiss) {
    #expect(findings("SM201", in: miss.text) == [])
  }

  @Test func `the first declaration is shown`() {
    let text = tracker("APP-10-001 | DONE | None | App | Build.", "APP-10-001 | TODO | None | App | Test.")
    let notes = diagnostics("SM201", in: text).flatMap(\.notes)
    let file = Documents.workspace(of: text).files[0]
    #expect(notes.map(\.message) == ["first declared here"])
    #expect(notes.compactMap(\.location?.range).map { file.position(at: $0.lower) } == [Position(line: 6, column: 7)])
  }
}
