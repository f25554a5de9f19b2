import SprintRules
import SprintSource
import SprintTesting
import Testing

struct FrontMatterTests {
  private static let body = "\n" + tracker("APP-10-001 | TODO | None | App Guild | Build.")

  @Test(arguments: [
    Case(
      "an open quote", "---\nslug: a\nowner: \"Docs Guild\n---\n\(body)",
      ("the front matter is no YAML: this quote is never closed", "\"")),
    Case(
      "a colon in a value", "---\ntitle: Sprint 12: Docs\n---\n\(body)",
      ("the front matter is no YAML: a second `key: value` begins inside a value", ":")),
    Case(
      "a tab", "---\ndates:\n\tstart: 2025-11-03\n---\n\(body)",
      ("the front matter is no YAML: a tab stands where only spaces may indent", "\t")),
  ])
  func `a front matter that is no YAML is found`(sample: Case) {
    #expect(findings("SM111", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("none", body),
    NearMiss("one in order", "---\nslug: a\nowner: \"Docs: Guild\"\nstart_date: 2025-11-03\n---\n\(body)"),
    NearMiss("an empty one", "---\n---\n\(body)"),
    NearMiss("one that ends with points", "---\nslug: a\n...\n\(body)"),
    NearMiss("a rule over prose", "---\n\nSay \"never, and close no quote.\n\n---\n\(body)"),
    NearMiss("a rule over a heading", "---\n# Sprint 10: \"App\n---\n\(body)"),
    NearMiss("a block further down", "\(body)\n---\nowner: \"Docs Guild\n---\n"),
    NearMiss("one behind a byte order mark", "\u{FEFF}---\nslug: a\n---\n\(body)"),
  ])
  func `what is YAML, or no front matter, is none`(miss: NearMiss) {
    #expect(findings("SM111", in: miss.text) == [])
  }
}
