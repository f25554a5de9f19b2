import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct BaselineTests {
  private static let header = """
    # Sprint 10 · App

    ## Delivery Tracker
    | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
    | --- | --- | --- | --- | --- | --- |

    """
  /// Three findings: SM303 of 001 and 003, SM402 of 002.
  private static let text =
    header
      + """
      | 1 | APP-10-001 | BLOCKED | None | App | A. |
      | 2 | APP-10-002 | TODO | Depends on APP-77-001 | App | B. |
      | 3 | APP-10-003 | BLOCKED | None | App | C. |

      """

  private static func found(_ text: String, path: String = "SPRINT_10_app.md") -> (Baseline, [Diagnostic]) {
    let workspace = Documents.workspace([path: text])
    let diagnostics = RuleEngine().check(workspace)
    return (Baseline(LintResult(diagnostics, in: workspace)), diagnostics)
  }

  private static func read(_ text: String) throws -> Baseline {
    try BaselineReader.read(SourceFile(path: "baseline.json", bytes: Array(text.utf8)))
  }

  @Test func `what is known is known again`() throws {
    let (baseline, diagnostics) = Self.found(Self.text)
    #expect(
      baseline.entries.map { "\($0.code) \($0.task ?? "")" } == [
        "SM303 APP-10-001", "SM303 APP-10-003", "SM402 APP-10-002",
      ])
    #expect(baseline.split(diagnostics).new.isEmpty)
    #expect(baseline.gone(diagnostics) { _ in true } == [])
  }

  @Test(arguments: [
    ("rows put in", text.replacing("| 1 |", with: "| P1 | APP-10-009 | TODO | None | App | New. |\n| 1 |")),
    (
      "another order of rows",
      header + text.dropFirst(header.count).split(separator: "\n").reversed().joined(separator: "\n")
    ),
    (
      "another order of columns",
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var cells = line.split(separator: "|", omittingEmptySubsequences: false)
        if cells.count == 8 { cells.swapAt(2, 5) }
        return cells.joined(separator: "|")
      }.joined(separator: "\n")
    ),
    ("lines above", text.replacing("## Delivery", with: "Words.\n\nMore.\n\n## Delivery")),
    ("a new title", text.replacing("· App", with: "· Application")),
  ])
  func `findings are known again after`(change: String, text: String) {
    let (baseline, _) = Self.found(Self.text)
    let (_, diagnostics) = Self.found(text)
    #expect(baseline.split(diagnostics).known.count == 3)
    #expect(baseline.split(diagnostics).new.isEmpty)
  }

  @Test func `a file that moves keeps what is known of it`() {
    let (baseline, _) = Self.found(Self.text, path: "docs/SPRINT_10_app.md")
    #expect(baseline.split(Self.found(Self.text, path: "archive/2025/SPRINT_10_app.md").1).new.isEmpty)
    #expect(baseline.split(Self.found(Self.text, path: "docs/SPRINT_11_web.md").1).known.isEmpty)
  }

  @Test func `what is new is new, and what is gone is gone`() {
    let (baseline, _) = Self.found(Self.text)
    let changed = Self.text.replacing("001 | BLOCKED", with: "001 | TODO").replacing(
      "| 3 |", with: "| P4 | APP-10-004 | BLOCKED | None | App | D. |\n| 3 |")
    let (_, diagnostics) = Self.found(changed)
    #expect(baseline.split(diagnostics).new.map(\.task) == ["APP-10-004"])
    #expect(baseline.gone(diagnostics) { _ in true }.map(\.task) == ["APP-10-001"])
    #expect(baseline.gone(diagnostics) { _ in false } == [])
    let pruned = baseline.removing(baseline.gone(diagnostics) { _ in true })
    #expect(pruned.entries.map(\.task) == ["APP-10-003", "APP-10-002"])
  }

  @Test func `it is read as it was written`() throws {
    let odd = Baseline([
      Baseline.Entry(
        fingerprint: "0123456789abcdef", code: "SM304", path: "a \"b\"\\c: # {x}.md", task: "A\u{7}-1 'x'",
        message: "`x` → \u{1B}[31m \u{1F6DF} %\n\ttab, - [ ] null"),
      Baseline.Entry(fingerprint: "1", code: "SM107", path: "null", task: nil, message: ""),
    ])
    for baseline in [odd, Self.found(Self.text).0, Baseline([])] {
      #expect(try Self.read(String(decoding: baseline.json, as: UTF8.self)) == baseline)
    }
  }

  @Test(
    arguments: HostileText.all.map(\.value) + [
      "a\u{80}b\u{9F}c", "a\u{FFFE}b\u{FFFF}c\u{FEFF}d", "\u{7FF}\u{FFBF}", "\u{E0041}\u{1FFFE}",
      "\\ud83d\\ude00",
    ])
  func `words are read as they were written`(_ words: String) throws {
    let baseline = Baseline([
      Baseline.Entry(fingerprint: "1", code: "SM303", path: words, task: words, message: words)
    ])
    #expect(try BaselineReader.read(SourceFile(path: "baseline.json", bytes: baseline.json)) == baseline)
  }

  @Test func `what another program has escaped is read as it was written`() throws {
    let entry = #"{"fingerprint": "1", "code": "C", "path": "\ud83d\uDE00 \\ud83d\\ude00 \u00e9", "task": "\/"}"#
    let baseline = try Self.read(#"{"schemaVersion": 1, "findings": [\#(entry)]}"#)
    #expect(baseline.entries.map(\.path) == ["\u{1F600} \\ud83d\\ude00 é"])
    #expect(baseline.entries.map(\.task) == ["/"])
  }

  @Test(arguments: [#""\ud83d\ude00", x"#, #""\ud83d""#, #""\ude00\ud83d""#, #""\ud8"#])
  func `half a character is refused`(text: String) throws {
    #expect(throws: ConfigurationError.self) {
      try Self.read(#"{"schemaVersion": 1, "findings": [{"path": \#(text)}]}"#)
    }
  }

  @Test func `it keeps its contract`() async throws {
    let documents = [Self.found(Self.text).0, Baseline([])].map(\.json)
    #expect(try await SchemaValidator("baseline").faults(in: documents) == [[], []])
  }

  @Test func `each finding takes a line, in order`() {
    let lines = String(decoding: Self.found(Self.text).0.json, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[3].hasPrefix("    {\"path\": \"SPRINT_10_app.md\", \"code\": \"SM303\", \"task\": \"APP-10-001\""))
  }

  @Test(arguments: [
    ("{\"schemaVersion\": 2, \"findings\": []}", "baseline.json:1:19: error: this baseline has the version 2"),
    ("", "there is no JSON object in it"), ("[]", "there is no JSON object in it"), ("{", "this is no baseline"),
    ("{\"findings\": []}", "it has no `schemaVersion`"), ("{\"schemaVersion\": 1}", "it has no list of `findings`"),
    ("{\"schemaVersion\": 1, \"findings\": [{\"code\": \"SM1\"}]}", "a finding has a `fingerprint`"),
    ("{\"schemaVersion\": 1, \"findings\": [3]}", "a finding has a `fingerprint`"),
    ("# Sprint 10\n\n| a | b |\n| - | - |\n", "this is no baseline"),
  ])
  func `what is no baseline is refused with its place`(text: String, message: String) {
    #expect {
      try Self.read(text)
    } throws: { error in
      "\(error)".contains(message) && "\(error)".contains("baseline.json:")
    }
  }

  @Test func `a run tells only about its own trackers and rules`() throws {
    let workspace = Documents.workspace(["docs/SPRINT_10_app.md": Self.text])
    func entry(_ path: String, _ code: String) -> Baseline.Entry {
      Baseline.Entry(fingerprint: "0", code: code, path: path, task: nil, message: "")
    }
    let engine = RuleEngine(severities: ["SM304": .off])
    let part = BaselineScope(workspace, engine, searched: ["docs/SPRINT_10_app.md"])
    #expect(part.contains(entry("docs/SPRINT_10_app.md", "SM303")))
    // A tracker that moved is the same one.
    #expect(part.contains(entry("old/SPRINT_10_app.md", "SM303")))
    #expect(!part.contains(entry("docs/SPRINT_10_app.md", "SM304")))
    #expect(!part.contains(entry("docs/SPRINT_11_web.md", "SM303")))
    #expect(part.contains(entry("docs/SPRINT_10_app.md", "SM999")))
    for folder in ["docs", "./docs/", "."] {
      let whole = BaselineScope(workspace, engine, searched: [folder])
      #expect(whole.contains(entry("docs/SPRINT_11_web.md", "SM303")))
      #expect(!whole.contains(entry("../SPRINT_11_web.md", "SM303")))
    }
    #expect(!BaselineScope(workspace, engine, searched: ["doc"]).contains(entry("docs/SPRINT_11_web.md", "SM303")))
  }
}
