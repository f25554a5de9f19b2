import Foundation
import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct SARIFReporterTests {
  // MARK: What a reader of SARIF knows

  private struct Log: Decodable { let runs: [Run] }
  private struct Run: Decodable {
    let tool: Tool
    let columnKind: String
    let newlineSequences: [String]
    let results: [Result]
  }
  private struct Tool: Decodable { let driver: Driver }
  private struct Driver: Decodable {
    let name, semanticVersion: String
    let rules: [Descriptor]
  }
  private struct Descriptor: Decodable { let id, name: String }
  private struct Message: Decodable { let text: String }
  private struct Artifact: Decodable { let uri: String }
  private struct Region: Decodable { let startLine, startColumn, endLine, endColumn: Int }
  private struct Physical: Decodable {
    let artifactLocation: Artifact
    let region: Region?
  }
  private struct Place: Decodable {
    let physicalLocation: Physical
    let message: Message?
  }
  private struct Replacement: Decodable {
    let deletedRegion: Region
    let insertedContent: Message
  }
  private struct Change: Decodable {
    let artifactLocation: Artifact
    let replacements: [Replacement]
  }
  private struct Repair: Decodable { let artifactChanges: [Change] }
  private struct Suppression: Decodable {
    let kind: String
    let justification: String?
  }
  private struct Result: Decodable {
    let ruleId, level: String
    let ruleIndex: Int
    let message: Message
    let locations: [Place]
    let relatedLocations: [Place]?
    let partialFingerprints: [String: String]
    let fixes: [Repair]?
    let baselineState: String?
    let suppressions: [Suppression]?
  }

  private func run(_ result: LintResult) throws -> Run {
    let bytes = ReportFormat.sarif.report(result, version: "1.2.3")
    let log = try JSONDecoder().decode(Log.self, from: Data(bytes))
    #expect(log.runs.count == 1)
    return try #require(log.runs.first)
  }

  // MARK: Tests

  @Test func `what is written fits the official schema`() async throws {
    let reports = ReportSamples.all.map { ReportFormat.sarif.report($0.result, version: "1.2.3") }
    let faults = try await SchemaValidator.sarif.faults(in: reports)
    #expect(faults.count == reports.count)
    for (sample, faults) in zip(ReportSamples.all, faults) { #expect(faults == [], "\(sample.name)") }
  }

  @Test(arguments: [
    ("\"level\": \"error\", \"message\"", "\"level\": \"fatal\", \"message\""),
    ("\"startLine\": ", "\"startLine\": -"), ("\"ruleId\"", "\"rule\""), ("\"locations\": [", "\"locations\": [1, "),
    ("\"version\": \"2.1.0\"", "\"version\": \"2.0.0\""), ("\"replacements\": [", "\"replaced\": ["),
  ])
  func `what does not fit the official schema is refused`(part: String, replacement: String) async throws {
    let rule = try #require(Rule.named("SM101"))
    let result = ReportSamples.result(Documents.workspace(of: rule.documentation.firing))
    let text = String(decoding: ReportFormat.sarif.report(result, version: "1.2.3"), as: UTF8.self)
    try #require(text.contains(part))
    let faults = try await SchemaValidator.sarif.faults(in: [
      Array(text.utf8), Array(text.replacing(part, with: replacement, maxReplacements: 1).utf8),
    ])
    #expect(faults.first == [])
    #expect(faults.last?.isEmpty == false)
  }

  @Test func `the tool names its rules, and each finding is of one of them`() throws {
    let levels: [Severity: String] = [.error: "error", .warning: "warning", .information: "note"]
    var braces = 0
    for (name, result) in ReportSamples.all {
      let run = try run(result)
      #expect(run.tool.driver.name == "sprintmark" && run.tool.driver.semanticVersion == "1.2.3")
      #expect(run.tool.driver.rules.map(\.id) == Rule.catalogue.map(\.code))
      #expect(run.columnKind == "unicodeCodePoints" && run.newlineSequences == ["\r\n", "\n", "\r"])
      let found = result.diagnostics + (result.known ?? []) + result.suppressed.map(\.diagnostic)
      try #require(run.results.count == found.count)
      for (one, diagnostic) in zip(run.results, found) {
        #expect(one.ruleId == diagnostic.code && one.level == levels[diagnostic.severity], "\(name)")
        #expect(run.tool.driver.rules[one.ruleIndex].id == diagnostic.code, "\(name)")
        #expect(one.partialFingerprints == ["sprintmark/v1": diagnostic.fingerprint], "\(name)")
        // A single brace would begin the number of an argument.
        let text = diagnostic.message.replacing("{", with: "{{").replacing("}", with: "}}")
        #expect(one.message.text.hasPrefix(text), "\(name)")
        if text != diagnostic.message { braces += 1 }
      }
    }
    #expect(braces > 0)
  }

  @Test func `places and fixes lead back to the bytes of the file`() throws {
    var fixes = 0
    for (name, result) in ReportSamples.all {
      for (one, diagnostic) in zip(try run(result).results, result.diagnostics) {
        let file = result.files[diagnostic.location.file]
        #expect(one.locations.map(\.physicalLocation.region).map { range($0, in: file) } == [diagnostic.location.range])
        for (repair, fix) in zip(one.fixes ?? [], diagnostic.fixes) {
          fixes += 1
          let edits = repair.artifactChanges.flatMap(\.replacements).compactMap { replacement in
            range(replacement.deletedRegion, in: file).map { TextEdit($0, replacement.insertedContent.text) }
          }
          #expect(edits == fix.edits, "\(name)")
        }
        #expect((one.fixes ?? []).count == diagnostic.fixes.count)
      }
    }
    #expect(fixes > 10)
  }

  /// The bytes that a region means, counted anew.
  private func range(_ region: Region?, in file: SourceFile) -> ByteRange? {
    guard let region else { return nil }
    func offset(_ line: Int, _ column: Int) -> Int {
      let lines = LineTable(file.disk)
      // The place behind the last line end is on no line of its own.
      guard let range = lines.range(ofLine: line) else { return file.disk.count }
      var offset = range.lower
      for _ in 1..<column where offset < file.disk.count { offset += Bytes(file.disk).scalar(at: offset).length }
      return offset
    }
    return ByteRange(offset(region.startLine, region.startColumn), offset(region.endLine, region.endColumn))
  }

  @Test func `evidence in other places is related`() throws {
    let rule = try #require(Rule.named("SM401"))
    let results = try run(ReportSamples.result(Documents.workspace(of: rule.documentation.firing))).results
    let cycle = try #require(results.first { $0.ruleId == "SM401" })
    #expect(
      cycle.relatedLocations?.map { "\($0.message?.text ?? "") \($0.physicalLocation.region?.startLine ?? 0)" } == [
        "APP-10-001 depends on APP-10-002 4", "APP-10-002 depends on APP-10-001 5",
      ])
    #expect(cycle.message.text.hasSuffix("\nhelp: cutting APP-10-002 → APP-10-001 breaks it"))
  }

  @Test(arguments: [
    ("docs/SPRINT_10.md", "docs/SPRINT_10.md"), ("a b#c%d/ü?.md", "a%20b%23c%25d/%C3%BC%3F.md"),
    ("a:b.md", "a%3Ab.md"), ("\u{1}\n\\.md", "%01%0A%5C.md"), ("../x~_-.md", "../x~_-.md"), ("-", "-"),
  ])
  func `a path is a relative reference`(path: String, uri: String) throws {
    let file = SourceFile(path: path, bytes: Array(ReportSamples.stale.utf8))
    let results = try run(ReportSamples.result(Documents.workspace([file]))).results
    #expect(!results.isEmpty)
    for one in results { #expect(one.locations.map(\.physicalLocation.artifactLocation.uri) == [uri]) }
    #expect(URL(string: uri)?.path(percentEncoded: false) == path)
  }

  @Test func `the state against a baseline, and what is suppressed`() throws {
    let result = ReportSamples.result(Documents.workspace(["SPRINT_10.md": ReportSamples.stale]))
    try #require(result.diagnostics.count == 3)
    for one in try run(result).results { #expect(one.baselineState == nil && one.suppressions == nil) }
    let results = try run(ReportSamples.parted(result)).results
    #expect(results.map(\.baselineState) == ["new", "unchanged", "new"])
    #expect(results.map { $0.suppressions?.map(\.kind) } == [nil, nil, ["inSource"]])
    #expect(results[2].suppressions?.first?.justification == "as ]]> \u{1B}[31m <agreed> {0}")
  }
}
