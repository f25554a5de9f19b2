import SprintDriver
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct BrokenLinkTests {
  private static let beside = "\n<!-- file: guide.md -->\n# Guide\n"

  private static func text(_ link: String) -> String {
    "<!-- file: SPRINT_10_app.md -->\n" + tracker("APP-10-001 | TODO | None | App Guild | Build.", end: "See \(link).")
      + beside
  }

  private static func message(_ path: String) -> String { "this link leads to \(path), and nothing is there" }

  @Test(arguments: [
    Case("a link", text("[it](docs/a.md)"), (message("docs/a.md"), "docs/a.md")),
    Case("with an anchor", text("[it](a.md#top)"), (message("a.md"), "a.md#top")),
    Case("with a title", text("[it](a.md \"A\")"), (message("a.md"), "a.md")),
    Case("with blanks", text("[it](<my notes.md>)"), (message("my notes.md"), "my notes.md")),
    Case("encoded", text("[it](my%20notes.md)"), (message("my notes.md"), "my%20notes.md")),
    Case("a picture", text("![it](img/a.png)"), (message("img/a.png"), "img/a.png")),
    Case("a picture in a link", text("[![it](img/a.png)](guide.md)"), (message("img/a.png"), "img/a.png")),
    Case("twice", text("[it](a.md) and [it](a.md#top)"), (message("a.md"), "a.md")),
    Case("in a heading", text("it\n\n## [It](a.md)\n"), (message("a.md"), "a.md")),
    Case(
      "in a cell", tracker("APP-10-001 | TODO | None | App Guild | See [it](./a.md)."), (message("./a.md"), "./a.md")),
  ])
  func `a link to nothing is found`(sample: Case) {
    #expect(findings("SM603", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss(
      "what is there", text("[it](guide.md), [it](guide.md#a), [it](guide), [it](guide.html) and [it](guide.md:12)")),
    NearMiss("addresses", text("[it](https://example.org/a.md), [it](mailto:a@b.org) and [it](//example.org/a.md)")),
    NearMiss("addresses without a scheme", text("[it](www.example.org/a), [it](github.com/a/b) and [it](a@b.org)")),
    NearMiss("from the root", text("[it](/docs/a.md)")),
    NearMiss("an anchor", text("[it](#log)")),
    NearMiss("placeholders", text("[it](url), [it](TBD), [it](…), [it](...), [it](docs/{id}.md), [it](docs/<id>.md)")),
    NearMiss("nothing", text("[it]()")),
    NearMiss("code", text("`[it](a.md)` and ``[it](`a.md`)``")),
    NearMiss("a block of code", text("it\n\n```\n[it](a.md)\n```\n")),
    NearMiss("a comment", text("it <!-- [it](a.md) --> so")),
    NearMiss("no link", text("it (a.md), [it] (a.md), \\[it](a.md) and it](a.md)")),
    NearMiss("pages of a forge", text("[it](../../issues/12) and [it](../pull/3)")),
  ])
  func `a link to something is none`(miss: NearMiss) {
    #expect(findings("SM603", in: miss.text) == [])
  }

  @Test func `what was read is there, by its bytes, whatever else is known`() {
    let files = ["docs/SPRINT_1_café.md", "docs/SPRINT_2.md", "SPRINT_3.md"].map { path in
      let link = path == "docs/SPRINT_2.md" ? "SPRINT_1_café.md" : path == "SPRINT_3.md" ? "docs/SPRINT_2.md" : "x.md"
      return SourceFile(path: path, bytes: Array(Self.text("[it](\(link)#log), [it](SPRINT_1_cafe\u{301}.md)").utf8))
    }
    let found = RuleEngine(fileLookup: { _, _ in false }).check(WorkspaceLoader(threads: 1).link(files))
      .filter { $0.code == "SM603" }
    #expect(
      found.map { "\($0.location.file) \($0.message)" } == [
        "2 this link leads to SPRINT_1_cafe\u{301}.md, and nothing is there",
        "0 this link leads to x.md, and nothing is there",
        "0 this link leads to SPRINT_1_cafe\u{301}.md, and nothing is there",
        "1 this link leads to SPRINT_1_cafe\u{301}.md, and nothing is there",
      ])
  }

  @Test func `of a path that is no text nothing is said`() {
    let bytes = Array(Self.text("[it](docX.md)").utf8).map { $0 == UInt8(ascii: "X") ? 0xFC : $0 }
    let workspace = WorkspaceLoader(threads: 1).link([SourceFile(path: "SPRINT_1.md", bytes: bytes)])
    #expect(!RuleEngine(fileLookup: { _, _ in false }).check(workspace).contains { $0.code == "SM603" })
  }

  @Test func `without knowledge of files no link is broken`() {
    let workspace = Documents.workspace(of: Self.text("[it](a.md)"))
    #expect(!RuleEngine().check(workspace).contains { $0.code == "SM603" })
    #expect(!RuleEngine(fileLookup: { _, _ in nil }).check(workspace).contains { $0.code == "SM603" })
  }

  @Test func `a path from the root of the repository is told from a lost file`() {
    let engine = RuleEngine(fileLookup: { path, _ in path == "../../docs/a.md" })
    let found = engine.check(Documents.workspace(of: Self.text("[it](docs/a.md)"))).filter { $0.code == "SM603" }
    #expect(found.map(\.help) == ["write ../../docs/a.md: paths are relative to the folder of this file"])
  }

  @Test(arguments: [
    ("drafts/**", []), ("*.pdf", []), ("drafts/*.md", ["drafts/plan.pdf"]), ("other/**", ["drafts/plan.pdf"]),
  ])
  func `paths can be left out`(pattern: String, found: [String]) throws {
    let text = Self.text("[the plan](./drafts/plan.pdf#top)")
    let options = options("SM603", "ignore", .globs([try Glob(pattern)]))
    #expect(findings("SM603", in: text, options: options).count == found.count)
  }
}
