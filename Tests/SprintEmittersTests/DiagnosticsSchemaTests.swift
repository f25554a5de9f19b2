import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintTesting
import Testing

struct DiagnosticsSchemaTests {
  private let validator = SchemaValidator("diagnostics")

  private func json(_ workspace: Workspace) -> [UInt8] {
    JSONReporter.report(
      LintResult(RuleEngine(today: CalendarDate(year: 2025, month: 11, day: 25)).check(workspace), in: workspace))
  }

  @Test func `what is written fits the schema`() async throws {
    var names: [String] = []
    var documents: [[UInt8]] = []
    func add(_ name: String, _ workspace: Workspace) {
      names.append(name)
      documents.append(json(workspace))
    }
    for rule in Rule.catalogue { add(rule.code, Documents.workspace(of: rule.documentation.firing)) }
    for (name, text) in HostileText.all { add(name, Documents.workspace(["\(name).md": HostileText.tracker(text)])) }
    for (name, text) in Documents.dialects { add(name, Documents.workspace(["SPRINT_10.md": text])) }
    for seed in 0..<100 {
      add("seed \(seed)", Documents.workspace(["SPRINT_10.md": TrackerGenerator.tracker(seed: seed)]))
    }
    add("nothing", Documents.workspace([:]))
    add("an empty file", Documents.workspace(["SPRINT_10.md": ""]))
    let faults = try await validator.faults(in: documents)
    #expect(faults.count == documents.count)
    for (name, faults) in zip(names, faults) { #expect(faults == [], "\(name)") }
  }

  @Test(arguments: [
    ("\"schemaVersion\": 1", "\"schemaVersion\": 0"), ("\"severity\": \"error\"", "\"severity\": \"off\""),
    ("\"code\": \"SM101\"", "\"code\": \"SM1\""), ("\"name\": \"row-cell-count\", ", ""),
    ("\"line\": 4", "\"line\": 0"),
    ("\"applicability\": \"safe\"", "\"applicability\": \"sure\""),
    ("\"notes\": []", "\"notes\": [{\"message\": \"a\"}]"),
    ("\"notes\": []", "\"notes\": null"), ("\"fingerprint\": \"", "\"fingerprint\": \"0"),
    ("\"task\": ", "\"more\": 1, \"task\": "),
    ("\"range\": {", "\"range\": {\"file\": 1, "), ("\"message\": \"", "\"message\": \"\\n"),
  ])
  func `what does not fit the schema is refused`(part: String, replacement: String) async throws {
    let rule = try #require(Rule.named("SM101"))
    let text = String(decoding: json(Documents.workspace(of: rule.documentation.firing)), as: UTF8.self)
    try #require(text.contains(part))
    let faults = try await validator.faults(in: [
      Array(text.utf8), Array(text.replacing(part, with: replacement, maxReplacements: 1).utf8),
    ])
    #expect(faults.first == [])
    #expect(faults.last?.isEmpty == false)
  }

  @Test func `a finding is written so, and not otherwise`() throws {
    let text = """
      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | APP-32-001 | DONE (2025-11-02) | None | Größe 😀 | Build. |
      | 2 | WEB-32-001 | DONE | None | Web | Run `a | b`. |
      | 3 | DOC-33-001 | BLOCKED | Depends on APP-32-001 | Docs | Größe 😀: write. |

      """
    #expect(
      String(decoding: json(Documents.workspace(["docs/SPRINT_10.md": text])), as: UTF8.self) == """
        {
          "schemaVersion": 1,
          "diagnostics": [
            {"code": "SM101", "name": "row-cell-count", "severity": "error", "message": "this row has 7 cells under 6 headers: GFM drops \\"b`.\\"", "path": "docs/SPRINT_10.md", "range": {"start": {"line": 5, "column": 49}, "end": {"line": 5, "column": 52}}, "task": "WEB-32-001", "notes": [], "help": "a pipe parts cells inside a code span too: write `\\\\|`", "fixes": [{"title": "escape the pipe", "applicability": "safe", "edits": [{"range": {"start": {"line": 5, "column": 47}, "end": {"line": 5, "column": 47}}, "replacement": "\\\\"}]}], "fingerprint": "\(fnv("SM101", "SPRINT_10", "WEB-32-001", ""))"},
            {"code": "SM304", "name": "stale-block", "severity": "error", "message": "DOC-33-001 is blocked, but all that it depends on is done", "path": "docs/SPRINT_10.md", "range": {"start": {"line": 6, "column": 20}, "end": {"line": 6, "column": 27}}, "task": "DOC-33-001", "notes": [{"message": "APP-32-001 is DONE (2025-11-02)", "path": "docs/SPRINT_10.md", "range": {"start": {"line": 4, "column": 7}, "end": {"line": 4, "column": 17}}}], "help": "set it to TODO or DOING, or name what still blocks it", "fixes": [], "fingerprint": "\(fnv("SM304", "SPRINT_10", "DOC-33-001", ""))"}
          ],
          "suppressed": [],
          "known": null
        }

        """)
  }

  /// FNV-1a of texts, each with a zero byte behind it.
  private func fnv(_ parts: String...) -> String {
    let hash = parts.flatMap { Array($0.utf8) + [0] }.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
