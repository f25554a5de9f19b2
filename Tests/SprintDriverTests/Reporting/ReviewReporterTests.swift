import Foundation
import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

/// The forms that are shown where changes are reviewed: reviewdog's and GitLab's.
struct ReviewReporterTests {
  // MARK: reviewdog

  private struct Review: Decodable { let diagnostics: [Finding] }
  private struct Place: Decodable { let line, column: Int }
  private struct Range: Decodable { let start, end: Place }
  private struct Location: Decodable {
    let path: String
    let range: Range?
  }
  private struct Suggestion: Decodable {
    let range: Range
    let text: String
  }
  private struct Finding: Decodable {
    let message: String
    let location: Location
    let suggestions: [Suggestion]?
  }

  private func findings(_ result: LintResult) throws -> [Finding] {
    let bytes = ReportFormat.rdjson.report(result, version: "1.2.3")
    return try JSONDecoder().decode(Review.self, from: Data(bytes)).diagnostics
  }

  /// Columns count bytes, from 1.
  private func bytes(_ range: Range, in file: SourceFile) -> ByteRange {
    let lines = LineTable(file.disk)
    func offset(_ place: Place) -> Int {
      // The line behind the last line end has nothing on it.
      if place.line == lines.lineCount + 1, place.column == 1 { return file.disk.count }
      guard let line = lines.range(ofLine: place.line) else { return .max }
      let text = Bytes(file.disk).at(line)
      let content = text.prefix { $0 != 0x0A && $0 != 0x0D }.count
      // No column lies behind a line end.
      return place.column - 1 <= content ? line.lower + place.column - 1 : .max
    }
    return ByteRange(offset(range.start), offset(range.end))
  }

  @Test func `columns count bytes`() throws {
    for (name, result) in ReportSamples.all {
      let findings = try findings(result)
      try #require(findings.count == result.diagnostics.count)
      for (finding, diagnostic) in zip(findings, result.diagnostics) {
        let file = result.files[diagnostic.location.file]
        #expect(finding.location.path == file.path)
        #expect(finding.location.range.map { bytes($0, in: file) } == diagnostic.location.range, "\(name)")
      }
    }
  }

  @Test func `a suggestion does all that the fix does`() throws {
    var count = 0
    for (name, result) in ReportSamples.all {
      for (finding, diagnostic) in zip(try findings(result), result.diagnostics) {
        let file = result.files[diagnostic.location.file]
        guard let suggestions = finding.suggestions else { continue }
        try #require(suggestions.count == diagnostic.fixes.count)
        for (suggestion, fix) in zip(suggestions, diagnostic.fixes) {
          count += 1
          let edit = TextEdit(bytes(suggestion.range, in: file), suggestion.text)
          let (expected, got) = (TextEdit.apply(fix.edits, to: file.disk), TextEdit.apply([edit], to: file.disk))
          #expect(expected.text == got.text, "\(name)")
        }
      }
    }
    #expect(count > 10)
  }

  @Test func `bytes that are no text are not suggested away`() throws {
    let file = SourceFile(path: "SPRINT_10.md", bytes: [0x61, 0xFF, 0x62])
    func result(_ edits: [TextEdit]) -> LintResult {
      let diagnostic = Diagnostic(
        code: "SM106", name: "row-number", severity: .warning, message: "x", location: .init(file: 0),
        fixes: [Fix("x", .safe, edits)], fingerprint: "")
      return LintResult([diagnostic], files: [file], trackers: [0], tasks: 0)
    }
    let (first, last) = (TextEdit(ByteRange(0, 1), "c"), TextEdit(ByteRange(2, 3), "d"))
    #expect(try findings(result([first])).first?.suggestions?.map(\.text) == ["c"])
    #expect(try findings(result([first, last])).first?.suggestions == nil)
    #expect(try findings(result([])).first?.suggestions == nil)
  }

  // MARK: GitLab

  private struct Issue: Decodable {
    let fingerprint, severity: String
    let location: Spot
  }
  private struct Spot: Decodable {
    let path: String
    let lines: Lines
  }
  private struct Lines: Decodable { let begin: Int }

  @Test func `GitLab has each finding once, at its line`() throws {
    let degrees: [Severity: String] = [.error: "major", .warning: "minor", .information: "info"]
    for (name, result) in ReportSamples.all {
      let bytes = ReportFormat.gitlab.report(result, version: "1.2.3")
      let issues = try JSONDecoder().decode([Issue].self, from: Data(bytes))
      #expect(Set(issues.map(\.fingerprint)).count == issues.count, "\(name)")
      try #require(issues.count == result.diagnostics.count)
      for (issue, diagnostic) in zip(issues, result.diagnostics) {
        let file = result.files[diagnostic.location.file]
        #expect(issue.severity == degrees[diagnostic.severity])
        #expect(issue.location.path == file.path)
        let line = diagnostic.location.range.map { file.position(onDisk: $0.lower).line }
        #expect(issue.location.lines.begin == line ?? 1)
      }
    }
  }
}
