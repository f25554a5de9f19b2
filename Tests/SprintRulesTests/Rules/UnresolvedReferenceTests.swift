import SprintRules
import SprintSource
import SprintTesting
import Testing

struct UnresolvedReferenceTests {
  private static func text(_ dependency: String, status: String = "TODO", definition: String = "Test.") -> String {
    tracker("APP-10-001 | TODO | None | App | Build.", "APP-10-002 | \(status) | \(dependency) | App | \(definition)")
  }

  @Test(arguments: [
    Case(
      "an id", text("Depends on APP-10-011"),
      ("APP-10-002 depends on APP-10-011, which no known tracker declares", "APP-10-011")),
    Case(
      "in a list", text("Depends on APP-10-001/011"),
      ("APP-10-002 depends on APP-10-011 (written `011`), which no known tracker declares", "011")),
    Case(
      "two in a list", text("Depends on WEB-20-001/002"),
      ("APP-10-002 depends on WEB-20-001, which no known tracker declares", "WEB-20-001"),
      ("APP-10-002 depends on WEB-20-002 (written `002`), which no known tracker declares", "002")),
    Case(
      "the end of an id", text("Depends on 20-001"),
      ("APP-10-002 depends on 20-001, which no known tracker declares", "20-001")),
    Case(
      "a sprint", text("Depends on Sprint 120.C"),
      ("APP-10-002 depends on Sprint 120.C, which no known tracker declares", "120.C")),
    Case(
      "in the definition", text("None", definition: "Test. Dependencies: WEB-20-001."),
      ("APP-10-002 depends on WEB-20-001, which no known tracker declares", "WEB-20-001")),
    Case(
      "a row with several ids", tracker("APP-10-001/002 | TODO | Depends on WEB-20-001 | App | Build."),
      ("APP-10-001/002 depend on WEB-20-001, which no known tracker declares", "WEB-20-001")),
  ])
  func `a reference that leads nowhere is found`(sample: Case) {
    #expect(findings("SM402", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("an id", text("Depends on APP-10-001")),
    NearMiss("the end of an id", text("Depends on 10-001")),
    NearMiss("words", text("Depends on the licence server")),
    NearMiss("standards and versions", text("Requires SHA-256, RFC-3339, UTF-8, ISO-8601, CVE-2024-3094 and TLS-1")),
    NearMiss("a span of hours", text("Needs 24-48 hours of soak")),
    NearMiss("a day", text("After 2025-11-25")),
    NearMiss("a quarter", text("After Q4-2025 planning")),
    NearMiss("a decision record", text("Depends on ADR-0012")),
    NearMiss("an id that is only named", text("Hands over to WEB-20-001")),
    NearMiss("an id in the definition", text("None", definition: "Test like WEB-20-001.")),
    NearMiss("a dependency that is denied", text("No longer depends on WEB-20-001")),
    NearMiss("a version", text("Requires Postgres 16.4 and Python 3.12")),
    NearMiss("a number of a pull request", text("Needs PR #123")),
    NearMiss(
      "related, but no dependency",
      tracker("APP-10-001 | TODO | WEB-20-001 - related but can be implemented independently | App | B.")),
    NearMiss("a file with a number in its name", text("Needs 20260312_rename.sql")),
    NearMiss(
      "a task of a sprint, by its number",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | TODO | Depends on Sprint 11.2 | App | Build."),
        "SPRINT_11_web.md": "# Sprint 11 · Web\n" + tracker("WEB-11-001 | TODO | None | Web | Ship."),
      ])),
    NearMiss("beginnings of ids", text("Depends on APP-10").replacing("APP-10-002", with: "WEB-10-002")),
    NearMiss(
      "a sprint of the workspace, by its number",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | TODO | Depends on Sprint 11 | App | Build."),
        "SPRINT_11_web.md": "# Sprint 11 · Web (Ops 190.B)\n" + tracker("WEB-11-001 | TODO | None | Web | Ship."),
      ])),
    NearMiss(
      "a sprint of the workspace, by its code",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | TODO | Depends on Sprint 190.B | App | Build."),
        "SPRINT_11_web.md": "# Sprint 11 · Web (Ops 190.B)\n" + tracker("WEB-11-001 | TODO | None | Web | Ship."),
      ])),
  ])
  func `a reference that leads somewhere, or is none, is none`(miss: NearMiss) {
    #expect(findings("SM402", in: miss.text) == [])
  }

  @Test func `the nearest ids are named, but not the task itself`() {
    let found = diagnostics("SM402", in: Self.text("Depends on APP-10-003"))
    #expect(
      found.map(\.help) == [
        "correct the task's name, or lint the folder that holds its tracker too (the nearest known: APP-10-001)"
      ])
  }

  // MARK: Fix

  @Test(arguments: ["APPP-10-001", "PAP-10-001", "AP-10-001"])
  func `the one id that is a slip away is written`(slip: String) {
    let text = Self.text("Depends on \(slip) (draft)")
    #expect(fixed("SM402", text) == Self.text("Depends on APP-10-001 (draft)"))
    #expect(diagnostics("SM402", in: text).flatMap(\.fixes).map(\.applicability) == [.unsafe])
  }

  @Test(arguments: [
    ("another number", text("Depends on APP-10-011")), ("two slips away", text("Depends on AAPP-10-0001")),
    ("the task itself", text("Depends on AP-10-002")),
    ("a part of an id", text("Depends on APP-10-001/011")), ("a sprint", text("Depends on Sprint 120.C")),
    ("one that is named already", text("Depends on APP-10-001, AP-10-001")),
    (
      "one that waits for the task",
      tracker("APP-10-001 | TODO | APP-10-002 | App | Build.", "APP-10-002 | TODO | AP-10-001 | App | Test.")
    ),
    (
      "two that are as near",
      text("Depends on AP-10-001") + "| 3 | APX-10-001 | TODO | None | App | Ship. |\n"
    ),
  ])
  func `where it is not plain which id was meant there is no fix`(name: String, text: String) {
    #expect(diagnostics("SM402", in: text).map { $0.fixes.count } == [0], "\(name)")
  }
}
