import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct RuleEngineTests {
  private static let documents: KeyValuePairs<String, String> = [
    "b/SPRINT_11_web.md": tracker(
      "WEB-11-001 | DONE | Depends on APP-10-002 | Web | A.", "WEB-11-002 | maybe | WEB-99-001 | Web | B."),
    "a/SPRINT_10_app.md": tracker(
      "APP-10-001 | DONE | None | App | A.", "APP-10-002 | BLOCKED | Depends on 10-001 | App | B.",
      "APP-10-003 | BLOCKED | None | App | C.", "APP-10-003 | TODO | APP-10-003 | App | D."),
    "a/SPRINT_12_empty.md": "",
  ]

  private func lines(_ diagnostics: [Diagnostic]) -> [String] {
    let workspace = Documents.workspace(Self.documents)
    return diagnostics.map { diagnostic in
      let file = workspace.files[diagnostic.location.file]
      let position = diagnostic.location.range.map { file.position(at: $0.lower) }
      return
        "\(file.path):\(position?.line ?? 0):\(position?.column ?? 0) \(diagnostic.severity.rawValue) \(diagnostic.code)"
    }
  }

  @Test func `findings are in the order of path, place and code`() {
    #expect(
      lines(RuleEngine().check(Documents.workspace(Self.documents))) == [
        "a/SPRINT_10_app.md:7:20 error SM304",
        "a/SPRINT_10_app.md:8:20 warning SM303",
        "a/SPRINT_10_app.md:9:7 error SM201",
        "a/SPRINT_10_app.md:9:27 error SM404",
        "a/SPRINT_12_empty.md:0:0 warning SM107",
        "b/SPRINT_11_web.md:1:10 warning SM108",
        "b/SPRINT_11_web.md:6:38 error SM305",
        "b/SPRINT_11_web.md:7:20 error SM301",
        "b/SPRINT_11_web.md:7:28 warning SM402",
      ])
  }

  @Test func `each finding is told once`() {
    let twice = RuleEngine(rules: Rule.catalogue + Rule.catalogue).check(Documents.workspace(Self.documents))
    #expect(twice == RuleEngine().check(Documents.workspace(Self.documents)))
    #expect(Set(twice).count == twice.count)
  }

  @Test func `a severity can be another than the rule's`() {
    let severities: [String: Severity] = ["SM304": .information, "SM402": .error]
    let found = RuleEngine(severities: severities).check(Documents.workspace(Self.documents))
    #expect(lines(found).contains("a/SPRINT_10_app.md:7:20 information SM304"))
    #expect(lines(found).contains("b/SPRINT_11_web.md:7:28 error SM402"))
    #expect(lines(found).contains("a/SPRINT_10_app.md:8:20 warning SM303"))
    #expect(found.count == 9)
  }

  @Test func `a rule that is off finds nothing`() {
    let found = RuleEngine(severities: ["SM304": .off, "SM107": .off]).check(Documents.workspace(Self.documents))
    #expect(found.map(\.code) == ["SM303", "SM201", "SM404", "SM108", "SM305", "SM301", "SM402"])
  }

  @Test func `only the rules that are given are run`() throws {
    let rules = [try #require(Rule.named("stale-block"))]
    #expect(RuleEngine(rules: rules).check(Documents.workspace(Self.documents)).map(\.code) == ["SM304"])
    #expect(RuleEngine(rules: []).check(Documents.workspace(Self.documents)).isEmpty)
  }

  @Test func `nothing is said of nothing`() {
    #expect(RuleEngine().check(Documents.workspace([:])).isEmpty)
  }

  @Test func `the order in which files are given does not matter`() {
    let texts = Self.documents.map { ($0.key, $0.value) }
    let expected = RuleEngine().check(Documents.workspace(Self.documents))
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let (one, two, three) = (texts[order[0]], texts[order[1]], texts[order[2]])
      let workspace = Documents.workspace([one.0: one.1, two.0: two.1, three.0: three.1])
      #expect(RuleEngine().check(workspace) == expected)
    }
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `the edits of a fix lie in the file and do not overlap`(code: String) throws {
    let rule = try #require(Rule.named(code))
    let workspace = Documents.workspace(of: rule.documentation.firing)
    for diagnostic in RuleEngine().check(workspace) {
      let count = workspace.files[diagnostic.location.file].disk.count
      for fix in diagnostic.fixes {
        let ranges = fix.edits.map(\.range).sorted()
        #expect(!ranges.isEmpty && ranges.allSatisfy { $0.upper <= count })
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upper <= $1.lower })
      }
    }
  }

  @Test(arguments: Rule.catalogue.map(\.code))
  func `where a rule has a fix, it mends its example`(code: String) throws {
    let text = try #require(Rule.named(code)).documentation.firing + "\n"
    guard diagnostics(code, in: text).contains(where: { !$0.fixes.isEmpty }) else { return }
    let mended = fixed(code, text)
    #expect(findings(code, in: mended) == [])
    // A misspelt id is what that rule mends.
    guard code != "SM203" else { return }
    let tasks = { Documents.workspace(of: $0).sprints.flatMap(\.tasks).map(\.uid) }
    #expect(tasks(mended) == tasks(text))
  }
}
