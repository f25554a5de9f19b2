import SprintEmitters
import SprintSource

/// Writes findings as a Code Quality report of GitLab (GitLab Docs, *Code Quality*, *Code Quality report format*).
enum GitLabReporter {
  static func report(_ result: LintResult) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 1)
    writer.array(result.diagnostics) { writer, diagnostic in
      writer.object { writer in
        writer.member("description", diagnostic.message)
        writer.member("check_name", diagnostic.rule)
        writer.member("fingerprint", diagnostic.fingerprint)
        writer.member("severity", diagnostic.severity.degree)
        writer.key("location")
        writer.object { writer in
          writer.member("path", result.path(of: diagnostic.location.file))
          writer.key("lines")
          // GitLab wants a line; what concerns the file as a whole is shown at its first.
          let line = result.positions(of: diagnostic.location)?.start.line ?? 1
          writer.object { $0.member("begin", line) }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension Severity {
  /// GitLab has five degrees. What is wrong in a plan brings no system down, so the two highest, blocker and critical,
  /// are not used.
  fileprivate var degree: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .information, .off: "info"
    }
  }
}
