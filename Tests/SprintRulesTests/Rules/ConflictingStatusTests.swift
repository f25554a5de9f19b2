import SprintRules
import SprintSource
import SprintTesting
import Testing

struct ConflictingStatusTests {
  private static func two(_ one: String, _ other: String, id: String = "APP-10-001") -> String {
    files([
      "SPRINT_10_app.md": tracker("\(id) | \(one) | None | App | Build."),
      "SPRINT_11_app.md": tracker("\(id) | \(other) | None | App | Build."),
    ])
  }

  @Test(arguments: [
    Case("done and to do", two("DONE", "TODO"), ("APP-10-001 is TODO here, but DONE in SPRINT_10_app.md", "TODO")),
    Case(
      "with dates", two("BLOCKED (2025-11-01)", "DONE (2025-11-02)"),
      ("APP-10-001 is DONE here, but BLOCKED in SPRINT_10_app.md", "DONE (2025-11-02)")),
    Case(
      "three files",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | DONE | None | App | Build."),
        "SPRINT_11_app.md": tracker("APP-10-001 | TODO | None | App | Build."),
        "SPRINT_12_app.md": tracker("APP-10-001 | DOING | None | App | Build."),
      ]), ("APP-10-001 is TODO here, but DONE in SPRINT_10_app.md", "TODO"),
      ("APP-10-001 is DOING here, but DONE in SPRINT_10_app.md", "DOING")),
    Case(
      "in a row with several ids",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001/002 | DONE | None | App | Build."),
        "SPRINT_11_app.md": tracker("APP-10-002 | TODO | None | App | Build."),
      ]), ("APP-10-002 is TODO here, but DONE in SPRINT_10_app.md", "TODO")),
    Case(
      "two tasks of one id",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | DONE | None | App | Build the installer."),
        "SPRINT_11_app.md": tracker("APP-10-001 | TODO | None | App | Paint every other bench."),
      ]), ("APP-10-001 is TODO here, but another task of that id is DONE in SPRINT_10_app.md", "TODO")),
  ])
  func `states that differ between files are found`(sample: Case) {
    #expect(findings("SM202", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the same state", two("DONE", "DONE")),
    NearMiss("the same state on other days", two("DONE (2025-11-01)", "DONE (2025-11-02)")),
    NearMiss("the same state in other words", two("✅ Complete", "**DONE**")),
    NearMiss("a state that is not stated", two("DONE", "—")),
    NearMiss("a state that is not known", two("DONE", "see SPRINT_10_app.md")),
    NearMiss("a task that goes on elsewhere", two("Deferred to Sprint 11", "DONE")),
    NearMiss("one that came from elsewhere", two("DOING", "Subsumed by APP-10-007")),
    NearMiss("a short id, which belongs to its sprint", two("DONE", "TODO", id: "A1")),
    NearMiss(
      "two rows in one file",
      tracker("APP-10-001 | DONE | None | App | Build.", "APP-10-001 | TODO | None | App | Test.")),
  ])
  func `states that agree are none`(miss: NearMiss) {
    #expect(findings("SM202", in: miss.text) == [])
  }
}
