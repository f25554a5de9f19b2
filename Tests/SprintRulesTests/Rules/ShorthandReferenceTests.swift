import SprintRules
import SprintSource
import SprintTesting
import Testing

struct ShorthandReferenceTests {
  private static func text(_ dependency: String, status: String = "TODO") -> String {
    tracker(
      "APP-10-001 | TODO | None | App | A.", "APP-10-002 | TODO | None | App | B.",
      "APP-10-003 | TODO | None | App | C.", "APP-11-001 | \(status) | \(dependency) | App | D.",
      "WEB-20-005 | TODO | None | Web | E.")
  }

  @Test(arguments: [
    Case("the end of an id", text("Depends on 10-001"), ("`10-001` stands for APP-10-001", "10-001")),
    Case("in a list", text("Depends on APP-10-001/002"), ("`002` stands for APP-10-002", "002")),
    Case(
      "a range", text("Depends on APP-10-001..003"),
      ("`APP-10-001..003` stands for APP-10-001, APP-10-002 and APP-10-003", "APP-10-001..003")),
    Case(
      "a beginning", text("Depends on APP-10"),
      ("`APP-10` stands for APP-10-001, APP-10-002 and APP-10-003", "APP-10")),
  ])
  func `what is no full id is found`(sample: Case) {
    #expect(findings("SM405", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("full ids", text("Depends on APP-10-001, APP-10-002 and WEB-20-005")),
    NearMiss("short ids of the sprint", "## Tasks\n- **A1**: Build.\n- **A2**: Test. Depends on A1.\n"),
    NearMiss("nothing", text("None")), NearMiss("a blocker that is no task", text("Needs the key", status: "BLOCKED")),
    NearMiss("an id that nobody declares", text("Depends on 99-001")),
    NearMiss("a sprint", text("Depends on Sprint 9")),
  ])
  func `a full id, or none, is none`(miss: NearMiss) {
    #expect(findings("SM405", in: miss.text) == [])
  }

  @Test func `without a word from the team nothing is found`() {
    let workspace = Documents.workspace(of: Self.text("Depends on 10-001"))
    #expect(!RuleEngine().check(workspace).contains { $0.code == "SM405" })
  }

  @Test(arguments: [
    ("Depends on 10-001", "Depends on APP-10-001"), ("Depends on `10-001`.", "Depends on `APP-10-001`."),
    ("10-001, 10-002 + WEB-20-005", "APP-10-001, APP-10-002 + WEB-20-005"),
    ("Depends on 10-001, 10-002 + WEB-20-005", "Depends on APP-10-001, APP-10-002 + WEB-20-005"),
    ("Depends on APP-10-001/002", "Depends on APP-10-001/APP-10-002"),
    ("Depends on APP-10-001/002/003", "Depends on APP-10-001/APP-10-002/APP-10-003"),
    ("Depends on 10-001/-002", "Depends on APP-10-001/APP-10-002"),
    ("Depends on APP-10-001, -002", "Depends on APP-10-001, APP-10-002"),
    ("Depends on `APP-10-001`/`002`", "Depends on `APP-10-001`/`APP-10-002`"),
    ("Depends on 10-001 and 003; then WEB-20-005", "Depends on APP-10-001 and APP-10-003; then WEB-20-005"),
    ("Depends on APP-10-001..003", "Depends on APP-10-001, APP-10-002, APP-10-003"),
    ("Depends on 10-001…002 (A and B)", "Depends on APP-10-001, APP-10-002 (A and B)"),
    ("Depends on APP-10-002..003, WEB-20-005", "Depends on APP-10-002, APP-10-003, WEB-20-005"),
    // More ids may come to begin so, and what a number after a range means depends on the range.
    ("Depends on APP-10", "Depends on APP-10"),
    ("Depends on APP-10-001..002/003", "Depends on APP-10-001..002/APP-10-003"),
    ("Depends on APP-10-001..002, 003", "Depends on APP-10-001..002, APP-10-003"),
  ])
  func `the fix writes full ids that mean the same`(before: String, after: String) {
    for status in ["TODO", "BLOCKED"] {
      let text = Self.text(before, status: status)
      let fixed = fixed("SM405", text)
      #expect(fixed == Self.text(after, status: status))
      #expect(content(fixed) == content(text))
      #expect(diagnostics("SM405", in: text).flatMap(\.fixes).allSatisfy { $0.applicability == .safe })
    }
  }

  @Test func `what means different things to the tasks of a row is left alone`() {
    let text = tracker(
      "APP-10-001 | TODO | None | App | A.", "WEB-10-001 | TODO | None | Web | B.",
      "APP-11-001 / WEB-11-001 | TODO | Depends on 10-001 | App | C.",
      "APP-12-001/002 | TODO | Depends on 11-001 | App | D.")
    #expect(
      diagnostics("SM405", in: text).map { $0.fixes.map(\.title) } == [[], ["write APP-11-001"]])
  }
}
