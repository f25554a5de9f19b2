import SprintRules
import SprintSource
import SprintTesting
import Testing

struct OuterFenceTests {
  private static let document = tracker("APP-10-001 | TODO | None | App Guild | Build.")
  private static let message = "the whole document lies inside a code fence"

  @Test(arguments: [
    Case("named", "```markdown\n\(document)```\n", (message, "```markdown")),
    Case("of tildes", "~~~md\n\(document)~~~\n", (message, "~~~md")),
    Case("behind blank lines", "\n\n````markdown\n\(document)````\n", (message, "````markdown")),
    Case(
      "closed by its own first block", "```markdown\n\(document)\n```bash\nmake\n```\n```\n", (message, "```markdown")),
  ])
  func `a fence around the document is found`(sample: Case) {
    #expect(findings("SM109", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("no fence", document),
    NearMiss("a block of code", document + "\n```bash\nmake\n```\n"),
    NearMiss("an example of Markdown first", "```markdown\n# Title\n```\n\n" + document),
    NearMiss("a script and nothing else", "```bash\n# Build\nmake\n```\n"),
  ])
  func `a fence inside is none`(miss: NearMiss) {
    #expect(findings("SM109", in: miss.text) == [])
  }

  @Test func `the fix is on the file as it lies on disk`() {
    #expect(fixed("SM109", "```markdown\n\(Self.document)```\n") == Self.document)
  }

  @Test func `other fixes too`() {
    // The row is copied; the log is inside the fence.
    let rows = ["2025-11-03 | Sync held. | App", "2025-11-03 | Sync held. | App"]
    let text = tracker("APP-10-001 | TODO | None | App Guild | Build.", log: rows)
    let fence = "```markdown\n"
    let mended = fixed("SM501", fence + text + "```\n")
    #expect(mended == fence + tracker("APP-10-001 | TODO | None | App Guild | Build.", log: [rows[0]]) + "```\n")
  }
}
