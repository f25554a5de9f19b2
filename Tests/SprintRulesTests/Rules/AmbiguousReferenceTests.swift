import SprintRules
import SprintSource
import SprintTesting
import Testing

struct AmbiguousReferenceTests {
  private static func text(_ id: String, _ dependency: String) -> String {
    tracker(
      "APP-32-001 | TODO | None | App | Build.", "WEB-32-001 | TODO | None | Web | Build.",
      "\(id) | TODO | \(dependency) | Docs | Write.")
  }

  @Test(arguments: [
    Case(
      "two candidates", text("DOC-33-001", "Depends on 32-001"),
      ("`32-001` may mean APP-32-001 or WEB-32-001", "32-001")),
    Case(
      "three candidates",
      text("DOC-33-001", "Depends on 32-001") + "| 4 | CLI-32-001 | TODO | None | CLI | Build. |\n",
      ("`32-001` may mean APP-32-001, WEB-32-001 or CLI-32-001", "32-001")),
    Case(
      "candidates in two other files",
      files([
        "SPRINT_10_app.md": tracker("APP-32-001 | TODO | None | App | Build."),
        "SPRINT_11_web.md": tracker("WEB-32-001 | TODO | None | Web | Build."),
        "SPRINT_12_doc.md": tracker("DOC-33-001 | TODO | Depends on 32-001 | Docs | Write."),
      ]), ("`32-001` may mean APP-32-001 or WEB-32-001", "32-001")),
  ])
  func `a reference that may mean several is found`(sample: Case) {
    #expect(findings("SM403", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the stem of the row tells which", text("WEB-33-001", "Depends on 32-001")),
    NearMiss("a full id", text("DOC-33-001", "Depends on WEB-32-001")),
    NearMiss(
      "the own sprint goes before others",
      files([
        "SPRINT_10_app.md": tracker("APP-32-001 | TODO | None | App | Build."),
        "SPRINT_12_doc.md": tracker(
          "WEB-32-001 | TODO | None | Web | Build.", "DOC-33-001 | TODO | Depends on 32-001 | Docs | Write."),
      ])),
    NearMiss("a list tells which", text("DOC-33-001", "Depends on WEB-31-001/32-001")),
    NearMiss("words", text("DOC-33-001", "Waits 32-64 hours")),
  ])
  func `a reference that means one is none`(miss: NearMiss) {
    #expect(findings("SM403", in: miss.text) == [])
  }

  @Test func `the fix writes the first candidate`() {
    #expect(
      fixed("SM403", Self.text("DOC-33-001", "Depends on 32-001")) == Self.text("DOC-33-001", "Depends on APP-32-001"))
  }
}
