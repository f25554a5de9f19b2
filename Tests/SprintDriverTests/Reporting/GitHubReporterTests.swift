import SprintDriver
import SprintEmitters
import SprintLinker
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct GitHubReporterTests {
  private struct Command: Equatable {
    var name: String
    var properties: [String: String]
    var data: String
  }

  /// Reads a command as the runner of GitHub Actions does.
  private func command(_ line: Substring) -> Command? {
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
    let parts = head.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    var properties: [String: String] = [:]
    for property in parts[1].split(separator: ",") {
      let pair = property.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, properties[String(pair[0])] == nil else { return nil }
      properties[String(pair[0])] = unescaped(pair[1].replacing("%3A", with: ":").replacing("%2C", with: ","))
    }
    return Command(name: String(parts[0]), properties: properties, data: unescaped(line[end.upperBound...]))
  }

  private func unescaped(_ text: Substring) -> String {
    String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%25", with: "%")
  }

  private func commands(_ result: LintResult) -> [Command?] {
    String(decoding: ReportFormat.github.report(result, version: "1.2.3"), as: UTF8.self)
      .split(separator: "\n").map(command)
  }

  @Test func `the runner reads what was found`() throws {
    let names: [Severity: String] = [.error: "error", .warning: "warning", .information: "notice"]
    for (name, result) in ReportSamples.all {
      let commands = commands(result)
      try #require(commands.count == result.diagnostics.count)
      for (command, diagnostic) in zip(commands, result.diagnostics) {
        let command = try #require(command, "\(name)")
        #expect(command.name == names[diagnostic.severity])
        #expect(command.properties["file"] == Display.safe(result.files[diagnostic.location.file].path), "\(name)")
        #expect(command.properties["title"] == "\(diagnostic.code) \(diagnostic.name)")
        #expect(command.data.split(separator: "\n").first.map(String.init) == Display.safe(diagnostic.message))
        let place = diagnostic.location.range.map { result.files[diagnostic.location.file].positions(onDisk: $0) }
        #expect(command.properties["line"] == place.map { "\($0.start.line)" })
        #expect(command.properties["endLine"] == place.map { "\($0.end.line)" })
        let isOneLine = place.map { $0.start.line == $0.end.line } ?? false
        #expect(command.properties["col"] == (isOneLine ? place.map { "\($0.start.column)" } : nil))
        #expect(command.properties["endColumn"] == (isOneLine ? place.map { "\($0.end.column)" } : nil))
      }
    }
  }

  @Test func `percent signs, colons and commas in a path are escaped, and a line break makes no command`() {
    let file = SourceFile(path: "a%0A\n::error::b,c:d.md", bytes: [])
    let text = String(
      decoding: ReportFormat.github.report(ReportSamples.result(Documents.workspace([file])), version: "1.2.3"),
      as: UTF8.self)
    #expect(
      text
        == "::warning file=a%250A␊%3A%3Aerror%3A%3Ab%2Cc%3Ad.md,title=SM107 no-tasks::this tracker has no task: the file is empty\n"
    )
  }
}
