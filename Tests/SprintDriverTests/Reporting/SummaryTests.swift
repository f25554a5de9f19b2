import SprintDriver
import SprintRules
import SprintSource
import Testing

struct SummaryTests {
  private static let fix = [TextEdit(ByteRange(0, 0), "x")]

  private func finding(_ severity: Severity, _ applicabilities: Fix.Applicability...) -> Diagnostic {
    Diagnostic(
      code: "SM101", name: "row-cell-count", severity: severity, message: "x", location: Location(file: 0),
      fixes: applicabilities.map { Fix("x", $0, Self.fix) }, fingerprint: "")
  }

  private func text(
    _ diagnostics: [Diagnostic], suppressed: Int = 0, known: Int? = nil, tasks: Int = 40, milliseconds: Int? = nil
  ) -> String {
    let file = SourceFile(path: "SPRINT_10.md", bytes: [])
    var result = LintResult(diagnostics, files: [file, file, file], trackers: [0, 1, 2], tasks: tasks)
    result.suppressed = Array(repeating: SuppressedDiagnostic(finding(.error), reason: nil), count: suppressed)
    result.known = known.map { Array(repeating: finding(.error, .safe), count: $0) }
    return Summary(result).text(milliseconds: milliseconds)
  }

  @Test func `what is not reported is counted, where there is something`() {
    let found = [finding(.error), finding(.error)]
    #expect(text(found) == "2 errors in 1 of 3 trackers (40 tasks)")
    #expect(text(found, known: 0) == "2 errors in 1 of 3 trackers (40 tasks)")
    #expect(
      text(found, suppressed: 1, known: 1_200)
        == "2 errors in 1 of 3 trackers (40 tasks); 1 suppressed, 1,200 known to the baseline")
    #expect(text([], suppressed: 2) == "nothing found in 3 trackers (40 tasks); 2 suppressed")
    #expect(text([], known: 3, tasks: 1) == "nothing found in 3 trackers (1 task); 3 known to the baseline")
  }

  @Test func `what can be fixed is counted, the safe fixes first`() {
    let (safe, risky, both) = (finding(.error, .safe), finding(.warning, .unsafe), finding(.error, .unsafe, .safe))
    let scope = "in 1 of 3 trackers (40 tasks)"
    #expect(text([safe, both]) == "2 errors \(scope); 2 can be fixed with --fix")
    #expect(text([risky]) == "1 warning \(scope); 1 can be fixed with --unsafe-fixes")
    #expect(
      text([safe, risky, both])
        == "2 errors, 1 warning \(scope); 2 can be fixed with --fix, 1 more with --unsafe-fixes")
    #expect(
      text([safe, finding(.information)], suppressed: 1, milliseconds: 41)
        == "1 error, 1 note \(scope); 1 suppressed; 1 can be fixed with --fix. 41 ms")
  }
}
