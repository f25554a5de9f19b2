import SprintRules
import SprintSource
import SprintTesting
import Testing

struct CompoundTaskIDTests {
  @Test(arguments: [
    Case(
      "two", tracker("APP-10-001/002 | TODO | None | App | Build."),
      ("one row declares 2 tasks: APP-10-001 and APP-10-002", "APP-10-001/002")),
    Case(
      "three of two series", tracker("APP-10-001 / 11-001 / OPS-3-007 | TODO | None | App | Build."),
      ("one row declares 3 tasks: APP-10-001, APP-11-001 and OPS-3-007", "APP-10-001 / 11-001 / OPS-3-007")),
    Case(
      "in code", tracker("`APP-10-001/002` | TODO | None | App | Build."),
      ("one row declares 2 tasks: APP-10-001 and APP-10-002", "APP-10-001/002")),
  ])
  func `several tasks in a row are found`(sample: Case) {
    #expect(findings("SM204", in: sample.text) == sample.findings)
    #expect(diagnostics("SM204", in: sample.text).allSatisfy { $0.severity == .information })
  }

  @Test(arguments: [
    NearMiss("one", tracker("APP-10-001 | TODO | None | App | Build.")),
    NearMiss("another task in the title", tracker("APP-10-001 - Build (see APP-9-001) | TODO | None | App | Build.")),
    NearMiss("several in another cell", tracker("APP-10-001 | TODO | APP-9-001/002 | App | Build.")),
    NearMiss("in a heading", "## Delivery Tracker\n### APP-10-001/002 - Build\nStatus: TODO\n"),
  ])
  func `one task in a row is none`(miss: NearMiss) {
    #expect(findings("SM204", in: miss.text) == [])
  }

  @Test func `each task gets a row with the same cells`() {
    let before = tracker(
      "`APP-10-001/002` | TODO | None | App | Build · test.", "APP-10-003 | TODO | None | App | Ship.")
    let after = before.replacing(
      "| 1 | `APP-10-001/002` | TODO | None | App | Build · test. |",
      with:
        "| 1 | `APP-10-001` | TODO | None | App | Build · test. |\n| 1 | `APP-10-002` | TODO | None | App | Build · test. |"
    )
    #expect(fixed("SM204", before) == after)
    #expect(diagnostics("SM204", in: before).flatMap(\.fixes).map(\.applicability) == [.unsafe])
  }
}
