import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct FlattenedTests {
  private static let document = tracker(
    "APP-10-001 | TODO | None | App Guild | Build.", "APP-10-002 | TODO | None | App Guild | Test.",
    log: ["2025-11-03 | Sync held. | App"])

  private static func flat(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ") + "\n"
  }

  @Test func `lost line breaks are found`() {
    #expect(
      findings("SM110", in: Self.flat(Self.document)).map(\.message) == ["the line breaks of this tracker are lost"])
    #expect(diagnostics("SM110", in: Self.flat(Self.document)).map(\.severity) == [.error])
  }

  @Test(arguments: [
    NearMiss("a tracker", document),
    NearMiss("a long line of prose", document + "\n" + String(repeating: "The build is slow. ", count: 200) + "\n"),
    NearMiss(
      "a line that tells of headings", document + "\nPut `## Delivery Tracker` above `| # | Task ID | Status |`.\n"),
    NearMiss("a flat tracker in a code block", document + "\n```\n\(flat(document))```\n"),
  ])
  func `long lines are none`(miss: NearMiss) {
    #expect(findings("SM110", in: miss.text) == [])
  }

  @Test func `the fix gives back all tasks and rows of the log`() {
    let mended = fixed("SM110", Self.flat(Self.document))
    #expect(findings("SM110", in: mended) == [])
    let sprint = Documents.sprint(mended)
    #expect(sprint.tasks.map(\.uid) == ["APP-10-001", "APP-10-002"])
    #expect(sprint.log.count == 1)
  }

  @Test func `findings of other rules lie on the line as it is, and line breaks are not mixed in`() {
    let text = Self.flat(
      tracker("APP-10-001/002 | TODO | None | App Guild | Build.", "APP-10-003 | TODO | None | App | Test."))
    let found = diagnostics("SM204", in: text)
    #expect(findings("SM204", in: text).map(\.caret) == ["APP-10-001/002"])
    // A row of its own needs a line of its own.
    #expect(found.map(\.fixes.count) == [0])
  }
}
