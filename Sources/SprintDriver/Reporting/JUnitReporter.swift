import SprintRules
import SprintSource

/// Writes a run as the XML of JUnit, which every CI server shows.
///
/// A file is a suite, a finding a test that failed, and a tracker without one a test that passed. What is only
/// information, what comments suppress and what the baseline knows is skipped.
enum JUnitReporter {
  static func report(_ result: LintResult) -> [UInt8] {
    let suites = suites(of: result)
    var writer = XMLWriter()
    let cases = suites.flatMap(\.cases)
    writer.element("testsuites", [("name", "sprintmark")] + counts(of: cases)) { writer in
      for suite in suites {
        let skipped = suite.cases.count { $0.skipped != nil }
        let attributes = [("name", suite.path)] + counts(of: suite.cases) + [("skipped", String(skipped))]
        writer.element("testsuite", attributes) { writer in
          for one in suite.cases { write(one, in: suite.path, to: &writer) }
        }
      }
    }
    return writer.bytes
  }

  private struct Suite {
    let path: String
    var cases: [Case] = []
  }

  private struct Case {
    var name: String
    var line: Int?
    var failure: (severity: Severity, lines: [String])?
    /// Why the finding does not count.
    var skipped: String?
  }

  private static func suites(of result: LintResult) -> [Suite] {
    var suites: [Int: Suite] = [:]
    var names: [Int: [String: Int]] = [:]
    for file in result.trackers { suites[file] = Suite(path: result.path(of: file)) }
    func add(_ diagnostic: Diagnostic, skipped: String? = nil) {
      let file = diagnostic.location.file
      // Servers follow a test by its name, so that no two may have one, and no line may be in it.
      let name = "\(diagnostic.rule): \(diagnostic.message)"
      let count = names[file, default: [:]][name, default: 0] + 1
      names[file, default: [:]][name] = count
      let one = Case(
        name: count > 1 ? "\(name) (\(count))" : name, line: result.positions(of: diagnostic.location)?.start.line,
        failure: skipped == nil ? (diagnostic.severity, result.lines(of: diagnostic)) : nil, skipped: skipped)
      suites[file, default: Suite(path: result.path(of: file))].cases.append(one)
    }
    for diagnostic in result.diagnostics {
      let isNews = diagnostic.severity == .information
      add(diagnostic, skipped: isNews ? result.lines(of: diagnostic).dropFirst().joined(separator: "; ") : nil)
    }
    for suppressed in result.suppressed { add(suppressed.diagnostic, skipped: suppressed.reason ?? "suppressed") }
    for diagnostic in result.known ?? [] { add(diagnostic, skipped: "known to the baseline") }
    return suites.sorted { ($0.value.path, $0.key) < ($1.value.path, $1.key) }.map { _, suite in
      var suite = suite
      if suite.cases.isEmpty { suite.cases = [Case(name: "nothing found")] }
      return suite
    }
  }

  /// Times are zero: a report is the same each time.
  private static func counts(of cases: [Case]) -> [(name: String, value: String?)] {
    let failures = cases.count { $0.failure != nil }
    return [("tests", String(cases.count)), ("failures", String(failures)), ("errors", "0"), ("time", "0")]
  }

  private static func write(_ one: Case, in path: String, to writer: inout XMLWriter) {
    let attributes: [(name: String, value: String?)] = [
      ("classname", path), ("name", one.name), ("file", path), ("line", one.line.map(String.init)), ("time", "0"),
    ]
    if let (severity, lines) = one.failure {
      writer.element("testcase", attributes) { writer in
        writer.element(
          "failure", [("message", lines[0]), ("type", severity.label)], text: lines.joined(separator: "\n"))
      }
    } else if let reason = one.skipped {
      writer.element("testcase", attributes) { $0.element("skipped", [("message", reason)]) }
    } else {
      writer.element("testcase", attributes)
    }
  }
}
