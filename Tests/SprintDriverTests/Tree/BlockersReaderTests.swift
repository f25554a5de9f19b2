import SprintDriver
import SprintEmitters
import SprintLinker
import SprintSource
import SprintTesting
import Testing

struct BlockersReaderTests {
  private static let rows = [
    "APP-10-001 | TODO | None", "APP-10-002 | BLOCKED | APP-10-001", "APP-10-003 | BLOCKED | Needs the licence server",
    "APP-10-004 | BLOCKED | Depends on LIB-20-001",
  ]

  static func facts(_ yaml: String) throws(ConfigurationError) -> [BlockerFact] {
    try BlockersReader.read(
      SourceFile(path: "blockers.yml", bytes: Array(yaml.utf8)), Documents.analysis(rows))
  }

  /// The first line of each problem, after the path.
  static func problems(_ yaml: String) -> [String] {
    do {
      _ = try facts(yaml)
      return []
    } catch {
      return "\(error)".split(separator: "\n").filter { $0.hasPrefix("blockers.yml:") }.map { String($0.dropFirst(13)) }
    }
  }

  static let good = """
    # What we know.
    - id: APP-10-001
      title: The build
      category: Critical path
      owner: App Guild
      unblock: "fix it: now"
      eta: 2025-12-12
    - pattern: "the licence *"
      unblock: buy one
    - id: LIB-20-001
    - id: The  licence SERVER
    - pattern: "*"
    """

  @Test func `entries`() throws {
    let facts = try Self.facts(Self.good)
    #expect(facts.count == 5)
    let first = try #require(facts.first)
    #expect(first.title == "The build" && first.category == "Critical path" && first.owner == "App Guild")
    #expect(first.unblock == "fix it: now" && first.eta == "2025-12-12")
    #expect(facts[1].title == nil)
  }

  @Test(arguments: ["", "# nothing\n", "[]", "---\n"]) func `no entries`(yaml: String) throws {
    #expect(try Self.facts(yaml).isEmpty)
  }

  @Test(arguments: [
    ("a: b\n", ["1:1: error: a blockers file is a list of entries"]),
    ("- APP-10-001\n", ["1:3: error: an entry consists of keys with values"]),
    ("- title: x\n", ["1:3: error: this entry does not say which blocker it is about"]),
    ("- id: APP-10-001\n  onwer: x\n", ["2:3: error: `onwer` is no key of an entry"]),
    ("- id: APP-10-001\n  owner: [x]\n", ["2:10: error: `owner` takes one value"]),
    ("- id: APP-10-001\n  owner:\n", ["2:3: error: `owner` takes one value"]),
    ("- id: [x]\n", ["1:7: error: `id` takes one value"]),
    ("- id: APP-10-01\n", ["1:7: error: no task and no blocker is called `APP-10-01`"]),
    ("- id: APP-10-001\n  pattern: x\n", ["2:12: error: an entry has `id` or `pattern`, not both"]),
    ("- id: APP-10-001\n- id: APP-10-001\n", ["2:7: error: `APP-10-001` has two entries"]),
    ("- id: APP-10-001\n  id: APP-10-002\n", ["2:3: error: the key `id` stands twice in one mapping"]),
    ("- id: 'x\n", ["1:7: error: this quote is never closed"]),
    (
      "- id: XYZ\n- {}\n",
      [
        "1:7: error: no task and no blocker is called `XYZ`",
        "2:3: error: this entry does not say which blocker it is about",
      ]
    ),
  ])
  func `mistakes`(yaml: String, problems: [String]) {
    #expect(Self.problems(yaml) == problems)
  }

  @Test func `a mistake is shown with its place and the nearest name`() {
    do {
      _ = try Self.facts("- id: APP-10-01\n  ownr: x\n")
      Issue.record("no error")
    } catch {
      #expect(
        "\(error)" == """
          blockers.yml:1:7: error: no task and no blocker is called `APP-10-01`
             |
           1 | - id: APP-10-01
             |       ^^^^^^^^^
             = help: did you mean `APP-10-001` or `APP-10-002` or `APP-10-003`?

          blockers.yml:2:3: error: `ownr` is no key of an entry
             |
           2 |   ownr: x
             |   ^^^^
             = help: did you mean `owner`?

          """)
    }
  }

  @Test func `there may be many ids, and not so many patterns`() throws {
    let patterns = (1...200).map { "- pattern: \"thing \($0) *\"\n" }.joined()
    #expect(try Self.facts(patterns).count == 200)
    #expect(
      Self.problems(patterns + "- pattern: \"*\"\n- pattern: \"x*\"\n") == [
        "201:12: error: these are more than 200 patterns"
      ])
    let unknown = (1...30).map { "- id: XYZ-\($0)\n" }.joined()
    #expect(Self.problems(unknown).count == 30)
  }

  // MARK: Patterns

  @Test(arguments: [
    ("APP-*", "APP-10-001", true), ("app-*-001", "APP-10-001", true), ("*", "", true), ("*", "x", true),
    ("a*b*c", "a b c", true), ("a*b*c", "abc", true), ("a*b*c", "acb", false), ("a*a", "a", false),
    ("*server", "the licence  Server", true), ("*server", "servers", false), ("the  licence*", "The licence", true),
    ("**", "x", true), ("x", "xx", false), ("a*ab", "aab", true), ("*b*", "abc", true), ("*b*", "ac", false),
    ("é*", "É", true), ("*aab*", "aaab", true), ("*abab*", "abaabab", true), ("*abac*", "ababacx", true),
    ("*abac*", "abababa", false), ("*ab*ab*", "aab", false), ("*ab*ab*", "aabbab", true),
  ])
  func `patterns`(pattern: String, text: String, isMatch: Bool) {
    #expect(WordPattern(pattern, hasStars: true).matches(text) == isMatch)
  }

  @Test func `a star in an id is a star`() {
    #expect(!WordPattern("APP-*", hasStars: false).matches("APP-10"))
    #expect(WordPattern("app-*", hasStars: false).matches("APP-*"))
  }

  // MARK: The schema

  /// Files that the reader and the schema both refuse.
  private static let bad = [
    "{a: b}", "[x]", "[{title: x}]", "[{id: APP-10-001, pattern: x}]", "[{id: APP-10-001, onwer: x}]",
    "[{id: APP-10-001, owner: [x]}]", "[{id: ''}]", "[{id: APP-10-001, eta: {a: b}}]",
  ]

  @Test func `the schema takes what the reader takes`() async throws {
    let validator = SchemaValidator("blockers")
    let faults = try await validator.faults(in: try [Self.good, "[]"].map(JSONDocument.of))
    #expect(faults == [[], []])
    for (yaml, faults) in zip(Self.bad, try await validator.faults(in: try Self.bad.map(JSONDocument.of))) {
      #expect(!faults.isEmpty, "the schema accepts \(yaml)")
      #expect(!Self.problems(yaml).isEmpty, "the reader accepts \(yaml)")
    }
  }
}
