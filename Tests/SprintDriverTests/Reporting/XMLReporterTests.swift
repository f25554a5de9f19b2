import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

/// The forms that are XML, read by parsers of others.
struct XMLReporterTests {
  private func reports(_ format: ReportFormat) -> [UInt8] {
    Array(ReportSamples.all.map { format.report($0.result, version: "1.2.3") }.joined(separator: [0]))
  }

  /// A text as XML can hold it.
  private func held(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D: scalar
          case 0x00..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
          default: scalar
          }
        }))
  }

  // MARK: Checkstyle

  private struct Mark: Decodable, Equatable {
    let file, severity, message, source: String
    let line: Int
    let column: Int?
  }

  /// Reads with expat.
  private static let checkstyle = """
    import json, sys
    from xml.etree import ElementTree
    reports = []
    for text in sys.stdin.buffer.read().split(b"\\0"):
        root = ElementTree.fromstring(text)
        assert root.tag == "checkstyle" and root.attrib == {"version": "4.3"}
        assert all(file.tag == "file" and all(error.tag == "error" for error in file) for file in root)
        reports.append([
            {"file": file.get("name"), **error.attrib, "line": int(error.get("line")),
             "column": int(error.get("column")) if error.get("column") else None}
            for file in root for error in file])
    json.dump(reports, sys.stdout)
    """

  @Test func `Checkstyle has each finding in its file`() async throws {
    let read = try await Python.run(Self.checkstyle, input: reports(.checkstyle), as: [[Mark]].self)
    #expect(read.count == ReportSamples.all.count)
    for ((name, result), marks) in zip(ReportSamples.all, read) {
      let expected = result.diagnostics.map { one in
        let file = result.files[one.location.file]
        let start = one.location.range.map { file.positions(onDisk: $0).start }
        return Mark(
          file: held(file.path), severity: one.severity.label, message: held(one.message),
          source: "sprintmark.\(one.code)", line: start?.line ?? 1, column: start?.column)
      }
      #expect(marks == expected, "\(name)")
    }
  }

  // MARK: JUnit

  private struct Suite: Decodable {
    let name: String
    let tests, failures, skipped, errors: Int
    let cases: [Case]
  }

  private struct Case: Decodable {
    let name, classname: String
    let failure, skipped, text: String?
  }

  private static let junit = """
    import json, sys
    from junitparser import JUnitXml, Failure, Skipped
    reports = []
    for text in sys.stdin.buffer.read().split(b"\\0"):
        root = JUnitXml.fromstring(text)
        suites = []
        for suite in root:
            cases = []
            for case in suite:
                kinds = {type(result): result for result in case.result}
                assert set(kinds) <= {Failure, Skipped} and len(case.result) < 2
                cases.append({
                    "name": case.name, "classname": case.classname,
                    "failure": kinds[Failure].message if Failure in kinds else None,
                    "text": kinds[Failure].text if Failure in kinds else None,
                    "skipped": kinds[Skipped].message if Skipped in kinds else None})
            suites.append({"name": suite.name, "tests": suite.tests, "failures": suite.failures,
                           "skipped": suite.skipped, "errors": suite.errors, "cases": cases})
        assert root.tests == sum(suite["tests"] for suite in suites)
        assert root.failures == sum(suite["failures"] for suite in suites)
        reports.append(suites)
    json.dump(reports, sys.stdout)
    """

  @Test func `JUnit has a suite for each file and counts rightly`() async throws {
    let read = try await Python.run(Self.junit, input: reports(.junit), as: [[Suite]].self)
    #expect(read.count == ReportSamples.all.count)
    for ((name, result), suites) in zip(ReportSamples.all, read) {
      let cases = suites.flatMap(\.cases)
      #expect(
        cases.compactMap(\.failure).sorted()
          == result.diagnostics.filter { $0.severity > .information }.map { held($0.message) }.sorted(), "\(name)")
      #expect(
        cases.count { $0.skipped != nil } == result.suppressed.count + (result.known?.count ?? 0)
          + result.diagnostics.count { $0.severity == .information }, "\(name)")
      let trackers = result.trackers.map { held(result.files[$0].path) }
      #expect(Set(suites.map(\.name)).isSuperset(of: trackers), "\(name)")
      for suite in suites {
        #expect(suite.tests == suite.cases.count && suite.errors == 0 && !suite.cases.isEmpty, "\(name)")
        #expect(suite.failures == suite.cases.count { $0.failure != nil }, "\(name)")
        #expect(suite.skipped == suite.cases.count { $0.skipped != nil }, "\(name)")
        #expect(Set(suite.cases.map(\.name)).count == suite.cases.count, "\(name)")
        #expect(suite.cases.allSatisfy { $0.classname == suite.name }, "\(name)")
        for one in suite.cases where one.failure != nil {
          #expect(one.text?.hasPrefix(one.failure ?? "-") == true, "\(name)")
        }
      }
    }
  }

  @Test func `a tracker without a finding is a test that passed`() async throws {
    let workspace = Documents.workspace([
      "SPRINT_10.md": Documents.tracker(["APP-10-001 | TODO | None"]), "SPRINT_11.md": ReportSamples.stale,
    ])
    let report = ReportFormat.junit.report(ReportSamples.result(workspace), version: "1.2.3")
    let suites = try #require(try await Python.run(Self.junit, input: report, as: [[Suite]].self).first)
    #expect(suites.map(\.name) == ["SPRINT_10.md", "SPRINT_11.md"])
    #expect(suites[0].cases.map(\.name) == ["nothing found"])
    #expect(suites.map(\.failures) == [0, 3])
  }
}
