import SprintDriver
import SprintTesting
import Testing

/// What `lint` writes of the same four trackers in each form.
struct ReportGoldenTests {
  /// Only some rules, so that a new one changes nothing here.
  private static let command = ["lint", "docs", "--select", "SM101,SM107,SM204,SM304,SM401,SM402,SM501"]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["SPRINT_40_store.md", "SPRINT_41_cash desk.md", "SPRINT_42_quiet.md", "SPRINT_43_empty.md"] {
      try folder.write("docs/\(name)", try FileSystem.read("\(Places.reports)/docs/\(name)"))
    }
    return folder
  }

  @Test(arguments: [
    ("text.txt", ["--format", "text"]), ("concise.txt", ["--format", "concise"]),
    ("report.json", ["--format", "json"]),
    ("report.jsonl", ["--format", "jsonl"]), ("github.txt", ["--format", "github"]),
    ("gitlab.json", ["--format", "gitlab"]), ("junit.xml", ["--format", "junit"]),
    ("rdjson.json", ["--format", "rdjson"]), ("checkstyle.xml", ["--format", "checkstyle"]),
    ("statistics.txt", ["--statistics"]), ("statistics.json", ["--statistics", "--format", "json"]),
  ])
  func `the report is the one that was read and kept`(golden: String, arguments: [String]) async throws {
    let run = try await Sprintmark.run(Self.command + arguments, in: try folder())
    #expect(run.status == 1)
    #expect(run.errorText == "")
    #expect(Golden.difference(from: "../Reports/\(golden)", got: run.output) == nil)
  }

  /// Without what changes with each rule and each version of the tool.
  @Test func `the results in SARIF are those that were read and kept`() async throws {
    let run = try await Sprintmark.run(Self.command + ["--format", "sarif"], in: try folder())
    #expect(run.status == 1)
    #expect(run.errorText == "")
    let lines = run.outputText.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      !line.contains("\"semanticVersion\"") && !line.contains("{\"id\": \"SM")
    }
    let text = lines.joined(separator: "\n").replacing(#/"ruleIndex": \d+, /#, with: "")
    #expect(Golden.difference(from: "../Reports/results.sarif", got: Array(text.utf8)) == nil)
  }
}
