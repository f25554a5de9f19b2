import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintSource
import SprintTesting
import Testing

/// What holds for each form.
struct ReportFormatTests {
  private func report(_ format: ReportFormat, _ result: LintResult) -> [UInt8] {
    format.report(result, version: "1.2.3")
  }

  @Test(arguments: ReportFormat.allCases) func `a report is text, and the same each time`(format: ReportFormat) {
    for (name, result) in ReportSamples.all {
      let bytes = report(format, result)
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(name)")
      #expect(bytes == report(format, result), "\(name)")
      #expect(bytes.isEmpty || bytes.last == 0x0A, "\(name)")
    }
  }

  @Test(arguments: [ReportFormat.text, .concise, .github])
  func `what people read holds nothing that a terminal obeys`(format: ReportFormat) {
    for (name, result) in ReportSamples.all {
      let text = String(decoding: report(format, result), as: UTF8.self)
      #expect(text.split(separator: "\n").allSatisfy { Display.safe(String($0)) == $0 }, "\(name)")
    }
  }

  @Test(arguments: [ReportFormat.concise, .github, .jsonl])
  func `a finding is a line`(format: ReportFormat) {
    for (name, result) in ReportSamples.all {
      let lines = report(format, result).split(separator: 0x0A, omittingEmptySubsequences: false)
      #expect(lines.count == result.diagnostics.count + 1, "\(name)")
    }
  }

  @Test(arguments: ReportFormat.allCases.filter { $0 != .text && $0 != .concise })
  func `no path is absolute in a form for machines`(format: ReportFormat) {
    let path = FileSystem.currentFolder + "/docs/SPRINT_10.md"
    let file = SourceFile(path: path, bytes: Array(ReportSamples.stale.utf8))
    let text = String(
      decoding: report(format, ReportSamples.parted(ReportSamples.result(Documents.workspace([file])))), as: UTF8.self)
    #expect(text.contains("docs/SPRINT_10.md"))
    #expect(!text.contains(FileSystem.currentFolder))
  }

  @Test(arguments: ReportFormat.allCases.filter { ![.json, .sarif, .junit].contains($0) })
  func `what is suppressed or known is not reported`(format: ReportFormat) {
    for (name, result) in ReportSamples.all {
      let parted = ReportSamples.parted(result)
      var alone = parted
      alone.suppressed = []
      alone.known = nil
      #expect(report(format, parted) == report(format, alone), "\(name)")
    }
  }

  @Test func `a finding in concise form names place, severity, rule and message`() {
    let text = String(
      decoding: report(.concise, ReportSamples.result(Documents.workspace(["SPRINT_10.md": ReportSamples.stale]))),
      as: UTF8.self)
    #expect(
      text.hasPrefix(
        "SPRINT_10.md:7:20: error[SM304 stale-block] WEB-10-002 is blocked, but all that it depends on is done\n"))
    let empty = ReportSamples.result(Documents.workspace(["SPRINT_10.md": ""]))
    #expect(
      String(decoding: report(.concise, empty), as: UTF8.self)
        == "SPRINT_10.md: warning[SM107 no-tasks] this tracker has no task: the file is empty\n")
  }

  @Test func `the README has each form, and each schema that is named is there`() throws {
    let readme = String(decoding: try FileSystem.read(Places.project + "/README.md"), as: UTF8.self)
    for format in ReportFormat.allCases { #expect(readme.contains("\n| `\(format.rawValue)` |")) }
    let schemas = (ReportFormat.allCases.map(\.summary) + [readme]).flatMap { text in
      text.matches(of: /schemas\/[a-z-]+\.schema\.json/).map { String($0.output) }
    }
    #expect(schemas.count > 4)
    for schema in schemas { #expect(FileSystem.exists("\(Places.project)/\(schema)"), "\(schema)") }
  }

  @Test(arguments: ["diagnostics", "diagnostic", "gitlab", "rdjson"])
  func `what is written as JSON fits its schema`(form: String) async throws {
    let reports = ReportSamples.all.flatMap { sample in
      Self.documents(form, sample.result).map { (name: sample.name, document: $0) }
    }
    let faults = try await Self.validator(form).faults(in: reports.map(\.document))
    #expect(faults.count == reports.count)
    for (report, faults) in zip(reports, faults) { #expect(faults == [], "\(report.name)") }
  }

  private static func documents(_ form: String, _ result: LintResult) -> [[UInt8]] {
    switch form {
    case "diagnostics": [ReportFormat.json.report(result, version: "1.2.3")]
    case "diagnostic":
      ReportFormat.jsonl.report(result, version: "1.2.3").split(separator: 0x0A).map(Array.init)
    case "gitlab": [ReportFormat.gitlab.report(result, version: "1.2.3")]
    default: [ReportFormat.rdjson.report(result, version: "1.2.3")]
    }
  }

  private static func validator(_ form: String) -> SchemaValidator {
    switch form {
    case "gitlab": SchemaValidator(text: ForeignSchemas.gitlab)
    case "rdjson": SchemaValidator(text: ForeignSchemas.rdjson)
    default: SchemaValidator(form)
    }
  }
}
