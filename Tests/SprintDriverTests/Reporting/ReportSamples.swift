import SprintDriver
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting

/// Runs of the linter whose reports are held against what others say of the forms.
enum ReportSamples {
  static func result(_ workspace: Workspace) -> LintResult {
    LintResult(RuleEngine(today: CalendarDate(year: 2025, month: 11, day: 25)).check(workspace), in: workspace)
  }

  /// Paths that break what is written without care.
  static let hostilePaths = [
    "docs/a b#c%20d/SPRINT_10_größe.md", "docs/%0A\n::error::x,y:z/SPRINT_10.md", "a:b.md", "日本/SPRINT_10.md",
    "]]>&\"'<x>\u{1B}[31m\u{7}\u{9B}/SPRINT_10.md", "-", "a/\u{FFFE}\u{1}\u{202E}\t.md",
  ]

  /// Bytes that are no text, line ends of all kinds, and ids and lines that nobody expects.
  static let hostileFile = SourceFile(
    path: "SPRINT_11_bytes.md",
    bytes: Array(
      """
      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | APP%0A-1-001 | DONE | None | Größe 😀 | Run `a | ]]>&<"'`. |\r
      | 2 | APP-1-002 | BLOCKED | 😀 ü depends on APP-1-001 {0} | \u{1B}[31m | \(String(repeating: "x", count: 20_000)) |\r
      | 3 | APP-1-003 | nope{1} | APP-1-003 | x | y |

      """.utf8) + [0xC3, 0x28, 0x00, 0xFF, 0x0A]
      + Array("| 4 | A4 | TODO | A4 | x | `a | b` |\r| 5 | A4 | TODO |\n".utf8))

  /// Each rule's example, hostile texts, hostile paths and hostile bytes, none and an empty file; by name.
  static let all: [(name: String, result: LintResult)] = {
    var workspaces = Rule.catalogue.map { ($0.code, Documents.workspace(of: $0.documentation.firing)) }
    workspaces += HostileText.all.map { ($0.key, Documents.workspace(["\($0.key).md": HostileText.tracker($0.value)])) }
    workspaces += hostilePaths.map { path in
      let texts = [path: stale, "SPRINT_11.md": stale]
      return (path, Documents.workspace(texts.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }))
    }
    workspaces.append(("bytes", Documents.workspace([hostileFile])))
    // Two findings that say the same.
    let rows = Array(repeating: "2025-11-02 | A1 completed.", count: 3)
    let repeated = Documents.tracker(["A1 | DONE (2025-11-02) | None"], log: rows)
    workspaces.append(("repeated", Documents.workspace(["SPRINT_10.md": repeated])))
    workspaces.append(("nothing", Documents.workspace([:])))
    workspaces.append(("an empty file", Documents.workspace(["SPRINT_10.md": ""])))
    return workspaces.flatMap { name, workspace in
      let result = result(workspace)
      return [(name, result), ("\(name), parted", parted(result))]
    }
  }()

  /// The same findings, every third of them suppressed, and every third known to a baseline.
  static func parted(_ result: LintResult) -> LintResult {
    var parted = result
    func every(third: Int) -> [Diagnostic] {
      result.diagnostics.enumerated().filter { $0.offset % 3 == third }.map(\.element)
    }
    parted.diagnostics = every(third: 0)
    parted.suppressed = every(third: 1).enumerated().map { place, one in
      SuppressedDiagnostic(one, reason: place % 2 == 0 ? "as ]]> \u{1B}[31m <agreed> {0}" : nil)
    }
    parted.known = every(third: 2)
    return parted
  }

  /// A task that is blocked by one that is done, and a row with a pipe in a code span.
  static let stale = Documents.tracker([
    "WEB-10-001 | DONE | None", "WEB-10-002 | BLOCKED | WEB-10-001 | größe `a | b`", "WEB-10-003 | TODO | XYZ-99-001",
  ])
}
