import SprintRules
import SprintSource
import SprintTesting
import Testing

struct UnusedSuppressionTests {
  private static func row(_ comment: String, state: String = "TODO") -> String {
    tracker("APP-10-001 | \(state) | None | App Guild | Build. <!-- sprintmark-\(comment) -->")
  }

  @Test(arguments: [
    Case(
      "nothing to leave alone", row("disable-line SM303: known"),
      ("SM303 finds nothing here that could be left alone", "SM303")),
    Case(
      "one of two names", row("disable-line SM303, stale-block", state: "BLOCKED"),
      ("stale-block finds nothing here that could be left alone", "stale-block")),
    Case(
      "two of two", row("disable-line SM303 SM304"),
      ("SM303 and SM304 find nothing here that could be left alone", "SM303")),
    Case(
      "twice the same", row("disable-line SM303 blocked-without-reason", state: "BLOCKED"),
      ("blocked-without-reason finds nothing here that could be left alone", "blocked-without-reason")),
    Case("no such rule", row("disable-line SM930"), ("no rule is called \"SM930\"", "SM930")),
    Case("no rule at all", row("disable-line"), ("this comment names no rule", "<!-- sprintmark-disable-line -->")),
    Case(
      "no such comment", row("disable-lien SM303", state: "BLOCKED"),
      ("`sprintmark-disable-lien` is no comment that the linter knows", "disable-lien")),
    Case(
      "nothing to end", tracker("APP-10-001 | TODO | None | App | B.", end: "<!-- sprintmark-enable SM303 -->"),
      ("this comment ends nothing", "<!-- sprintmark-enable SM303 -->")),
    Case(
      "a region inside a region",
      "<!-- sprintmark-disable SM303: all -->\n\n<!-- sprintmark-disable SM303: again -->\n\n"
        + tracker("APP-10-001 | BLOCKED | None | App Guild | Build."),
      ("SM303 finds nothing here that could be left alone", "SM303")),
  ])
  func `a comment without effect is found`(sample: Case) {
    #expect(findings("SM901", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("used", row("disable-line SM303: known", state: "BLOCKED")),
    NearMiss("used by name", row("disable-line blocked-without-reason", state: "BLOCKED")),
    NearMiss("in code", tracker("APP-10-001 | TODO | None | App | `<!-- sprintmark-disable-line SM303 -->`")),
    NearMiss("a marker", tracker("APP-10-001 | TODO | None | App | B.", end: "<!-- sprintmark:begin tree -->")),
    NearMiss(
      "itself", row("disable-line SM303") + "\n<!-- sprintmark-disable-file SM901: we like to keep them -->\n"),
    NearMiss(
      "a region that is ended",
      "<!-- sprintmark-disable SM303 -->\n\n" + tracker("APP-10-001 | BLOCKED | None | App Guild | Build.")
        + "\n<!-- sprintmark-enable SM303 -->\n"),
  ])
  func `a comment with effect is not`(miss: NearMiss) {
    #expect(findings("SM901", in: miss.text) == [])
  }

  @Test func `nobody knows of a rule that was not run`() {
    let text = Self.row("disable-line SM303")
    let workspace = Documents.workspace(of: text)
    let rules = Rule.catalogue.filter { $0.code == "SM901" || $0.code == "SM304" }
    #expect(RuleEngine(rules: rules).check(workspace) == [])
    #expect(RuleEngine(severities: ["SM303": .off]).check(workspace) == [])
    #expect(RuleEngine().check(workspace).map(\.code) == ["SM901"])
  }

  @Test(arguments: [
    (
      "the only name in a cell", row("disable-line SM303: known"),
      tracker("APP-10-001 | TODO | None | App Guild | Build.")
    ),
    (
      "one of two names", row("disable-line SM303, SM304: known", state: "BLOCKED"),
      row("disable-line SM303: known", state: "BLOCKED")
    ),
    (
      "alone on a line", tracker("APP-10-001 | TODO | None | App | B.", end: "<!-- sprintmark-enable -->\n\nWords."),
      tracker("APP-10-001 | TODO | None | App | B.", end: "Words.")
    ),
    (
      "between lines of text",
      "Words.\n<!-- sprintmark-enable -->\nOther words.\n\n" + tracker("A1 | TODO | None | A | B."),
      "Words.\n\nOther words.\n\n" + tracker("A1 | TODO | None | A | B.")
    ),
  ])
  func `it is taken out`(name: String, text: String, expected: String) throws {
    #expect(fixed("SM901", text) == expected)
    let fix = try #require(diagnostics("SM901", in: text).first?.fixes.first)
    #expect(fix.applicability == .safe)
  }

  @Test func `within a text it stays: what stands around it would become one`() {
    for line in [
      "Some <!-- sprintmark-enable --> words.", "<!-- sprintmark-enable --> # Words",
      "| --- <!-- sprintmark-enable --> |",
    ] {
      let text = "\(line)\n\n" + tracker("A1 | TODO | None | A | B.")
      #expect(diagnostics("SM901", in: text).map(\.fixes.count) == [0], "\(line)")
    }
  }

  @Test func `a reason can be asked for`() throws {
    let option = try #require(Rule.named("SM901")?.options.first { $0.name == "require-reason" })
    var options = RuleOptions()
    options[option] = .flag(true)
    let engine = RuleEngine(options: { [options] _ in ["SM901": options] })
    func messages(_ text: String) -> [String] { engine.check(Documents.workspace(of: text)).map(\.message) }
    #expect(messages(Self.row("disable-line SM303", state: "BLOCKED")) == ["this comment does not say why"])
    #expect(messages(Self.row("disable-line SM303: known", state: "BLOCKED")) == [])
  }
}
