import SprintDriver
import SprintLinker
import SprintRules
import SprintSource
import SprintTesting
import Testing

/// Reports of files that were repaired on their way in.
struct DiskPositionTests {
  private static let file = SourceFile(
    path: "SPRINT_10_app.md",
    bytes: Array(
      """
      ```markdown
      # Sprint 10 Â· App

      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |
      | 1 | APP-10-001 | TODO | None | App Guild Â· Ops Guild | Run `a | b` â€” and test. |
      ```

      """.utf8))

  private var report: (diagnostics: [Diagnostic], files: [SourceFile]) {
    let workspace = Documents.workspace([Self.file])
    return (RuleEngine().check(workspace), workspace.files)
  }

  @Test func `positions in JSON are those of the file on disk`() throws {
    let (diagnostics, files) = report
    let result = LintResult(diagnostics.filter { $0.code == "SM101" }, files: files, trackers: [0], tasks: 1)
    let json = String(decoding: JSONReporter.report(result), as: UTF8.self)
    let compact = json.filter { !$0.isWhitespace }
    // The pipe in the code span: line 7, and column 65 where each garbled character counts for what it is.
    let line = try #require(
      String(decoding: Self.file.disk, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .dropFirst(6).first)
    let column = try #require(line.firstRange(of: "| b`")).lowerBound
    let number = line[..<column].unicodeScalars.count + 1
    let place = "{\"line\":7,\"column\":\(number)}"
    #expect(compact.contains("\"edits\":[{\"range\":{\"start\":\(place),\"end\":\(place)},\"replacement\":\"\\\\\"}]"))
  }

  @Test func `the line that is shown is that of the file on disk`() {
    let (diagnostics, files) = report
    let text = Bytes(TextReporter(files, usesColour: false).report(diagnostics.filter { $0.code == "SM601" })).string
    #expect(text.hasPrefix("SPRINT_10_app.md:2:13: warning[SM601 mojibake]"))
    #expect(text.contains("2 | # Sprint 10 Â· App\n   |             ^^\n"))
  }

  @Test func `each finding is in the order of the file on disk`() {
    #expect(report.diagnostics.map(\.code) == ["SM109", "SM601", "SM101"])
  }
}
