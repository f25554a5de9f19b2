import SprintSource

/// The forms in which `lint` writes what it found.
///
/// A form is a reporter in a file of its own, and its lines here.
package enum ReportFormat: String, Sendable, CaseIterable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, checkstyle

  /// What it is, and for whom.
  package var summary: String {
    switch self {
    case .text: "for people: each finding with its line, the evidence and what to do"
    case .concise: "for people and editors: a line for each finding"
    case .json: "all that is known of each finding (schemas/diagnostics.schema.json)"
    case .jsonl: "the same, as a line of JSON for each finding (schemas/diagnostic.schema.json)"
    case .sarif: "SARIF 2.1.0, for code scanning"
    case .github: "workflow commands, which GitHub Actions shows beside the lines"
    case .gitlab: "a Code Quality report of GitLab"
    case .junit: "JUnit XML, for test reports"
    case .rdjson: "Reviewdog Diagnostic Format"
    case .checkstyle: "Checkstyle XML"
    }
  }

  /// Whether the summary of the run follows the findings; other forms have no place for it.
  package var endsWithSummary: Bool { self == .text || self == .concise || self == .github }

  /// Writes the findings, without the summary.
  ///
  /// - Parameters:
  ///   - result: what was found.
  ///   - version: of the tool, for forms that name it.
  ///   - usesColour: whether people read it on a terminal that shows colours; forms for machines have none.
  /// - Returns: UTF-8.
  package func report(_ result: LintResult, version: String, usesColour: Bool = false) -> [UInt8] {
    switch self {
    case .text: TextReporter(result.files, usesColour: usesColour).report(result.diagnostics)
    case .concise: ConciseReporter.report(result)
    case .json: JSONReporter.report(result)
    case .jsonl: JSONReporter.lines(result)
    case .sarif: SARIFReporter.report(result, version: version)
    case .github: GitHubReporter.report(result)
    case .gitlab: GitLabReporter.report(result)
    case .junit: JUnitReporter.report(result)
    case .rdjson: RDJSONReporter.report(result)
    case .checkstyle: CheckstyleReporter.report(result)
    }
  }
}
