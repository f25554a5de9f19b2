import SprintEmitters
import SprintRules
import SprintSource

/// Writes a run in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0).
enum SARIFReporter {
  static func report(_ result: LintResult, version: String) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 6)
    writer.object { writer in
      writer.member(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.key("runs")
      writer.array([result]) { writer, result in
        writer.object { writer in
          writer.key("tool")
          writer.object { writer in
            writer.key("driver")
            writer.object { writer in
              writer.member("name", "sprintmark")
              writer.member("semanticVersion", version)
              writer.key("rules")
              writer.array(Rule.catalogue) { write($1, to: &$0) }
            }
          }
          writer.member("columnKind", "unicodeCodePoints")
          // Lines end as in CommonMark; the default is without the last (§3.14.19).
          writer.key("newlineSequences")
          writer.onOneLine { writer in writer.array(["\r\n", "\n", "\r"]) { $0.string($1) } }
          writer.key("results")
          writer.array(results(of: result)) { writer, one in writer.onOneLine { one.write(result, to: &$0) } }
        }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// All that was found, in the same order each time. A finding that the baseline lacks is new, also where a comment
  /// suppresses it; where there is no baseline, none has a state (§3.27.24).
  private static func results(of result: LintResult) -> [SARIFResult] {
    let state = result.known == nil ? nil : "new"
    return result.diagnostics.map { SARIFResult(diagnostic: $0, baselineState: state) }
      + (result.known ?? []).map { SARIFResult(diagnostic: $0, baselineState: "unchanged") }
      + result.suppressed.map {
        SARIFResult(diagnostic: $0.diagnostic, baselineState: state, suppression: .some($0.reason))
      }
  }

  /// A `reportingDescriptor` (§3.49).
  private static func write(_ rule: Rule, to writer: inout JSONWriter) {
    let documentation = rule.documentation
    writer.onOneLine { writer in
      writer.object { writer in
        writer.member("id", rule.code)
        writer.member("name", rule.name)
        writer.message("shortDescription", documentation.summary)
        writer.message("fullDescription", documentation.why)
        writer.message("help", documentation.remedy)
        writer.key("defaultConfiguration")
        writer.object { writer in
          if rule.severity == .off { writer.member("enabled", false) }
          writer.member("level", rule.severity.level)
        }
      }
    }
  }
}

extension JSONWriter {
  /// A `message` (§3.11) or a `multiformatMessageString` (§3.12).
  ///
  /// Braces are doubled: single ones would stand for arguments (§3.11.5).
  mutating func message(_ name: StaticString, _ text: String) {
    key(name)
    object { $0.member("text", text.replacingBytes("{", with: "{{").replacingBytes("}", with: "}}")) }
  }
}

extension Severity {
  /// A rule that is off is a warning where it is asked for.
  var level: String {
    switch self {
    case .error: "error"
    case .warning, .off: "warning"
    case .information: "note"
    }
  }
}
