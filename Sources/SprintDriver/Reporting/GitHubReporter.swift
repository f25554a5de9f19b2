import SprintSource

/// Writes findings as workflow commands, which GitHub Actions shows beside the lines that they are about
/// (GitHub Docs, *Workflow commands for GitHub Actions*).
enum GitHubReporter {
  static func report(_ result: LintResult) -> [UInt8] {
    Array(result.diagnostics.map { command($0, result) + "\n" }.joined().utf8)
  }

  private static func command(_ diagnostic: Diagnostic, _ result: LintResult) -> String {
    var properties = [("file", result.path(of: diagnostic.location.file))]
    if let (start, end) = result.positions(of: diagnostic.location) {
      properties.append(("line", String(start.line)))
      // The runner takes no columns where a place goes over several lines.
      if start.line == end.line { properties.append(("col", String(start.column))) }
      properties.append(("endLine", String(end.line)))
      if start.line == end.line { properties.append(("endColumn", String(end.column))) }
    }
    properties.append(("title", diagnostic.rule))
    let list = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
    let message = result.lines(of: diagnostic).map(Display.safe).joined(separator: "\n")
    return "::\(diagnostic.severity.command) \(list)::\(data(message))"
  }

  /// What stands behind the second pair of colons. The log shows commands too: nothing a terminal obeys may be in it.
  private static func data(_ text: String) -> String {
    text.replacingBytes("%", with: "%25").replacingBytes("\r", with: "%0D").replacingBytes("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(Display.safe(text)).replacingBytes(":", with: "%3A").replacingBytes(",", with: "%2C")
  }
}

extension Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .off: "notice"
    }
  }
}
