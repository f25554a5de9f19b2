import SprintDriver
import SprintSource
import SprintTesting
import Testing

struct RuleCountsTests {
  private func finding(_ code: String, _ severity: Severity, isFixable: Bool = false) -> Diagnostic {
    Diagnostic(
      code: code, name: "a-rule", severity: severity, message: "x", location: Location(file: 0),
      fixes: isFixable ? [Fix("x", .safe, [TextEdit(ByteRange(0, 0), "x")])] : [], fingerprint: "")
  }

  private var counts: RuleCounts {
    let found = [
      finding("SM402", .warning), finding("SM501", .information, isFixable: true), finding("SM101", .error),
      finding("SM501", .error, isFixable: true), finding("SM501", .error), finding("SM304", .error),
    ]
    return RuleCounts(LintResult(found, files: [], trackers: [], tasks: 0))
  }

  @Test func `most findings come first, then the code, then what weighs more`() {
    #expect(
      counts.table.text(width: nil, isColoured: false) == """
        RULE   NAME    SEVERITY  COUNT  FIXABLE
        SM501  a-rule  error         2        1
        SM101  a-rule  error         1        0
        SM304  a-rule  error         1        0
        SM402  a-rule  warning       1        0
        SM501  a-rule  info          1        1

        """)
  }

  @Test func `counts fit their schema`() async throws {
    let documents = ReportSamples.all.map { RuleCounts($0.result).json } + [counts.json]
    let faults = try await SchemaValidator("rule-counts").faults(in: documents)
    #expect(faults == documents.map { _ in [] })
    let wrong = String(decoding: counts.json, as: UTF8.self).replacing("\"count\": 2", with: "\"count\": 0")
    #expect(try await SchemaValidator("rule-counts").faults(in: [Array(wrong.utf8)]).first?.isEmpty == false)
  }
}
