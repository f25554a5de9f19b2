import SprintEmitters
import SprintRules
import SprintSource

/// A finding as a `result` of SARIF (§3.27).
struct SARIFResult {
  let diagnostic: Diagnostic
  /// `new` or `unchanged`; nil where there is no baseline.
  let baselineState: String?
  /// Nil where no comment suppresses the finding; else the reason, if the comment gives one.
  var suppression: String??

  func write(_ result: LintResult, to writer: inout JSONWriter) {
    // Evidence with a place is told at that place.
    let lines =
      [diagnostic.message] + diagnostic.notes.filter { $0.location == nil }.map(\.message)
      + (diagnostic.help.map { ["help: \($0)"] } ?? [])
    let located = diagnostic.notes.filter { $0.location != nil }
    let fixes = diagnostic.fixes.filter { !$0.edits.isEmpty }
    writer.object { writer in
      writer.member("ruleId", diagnostic.code)
      if let index = Self.indices[diagnostic.code] { writer.member("ruleIndex", index) }
      writer.member("level", diagnostic.severity.level)
      writer.message("message", lines.joined(separator: "\n"))
      writer.key("locations")
      writer.array([diagnostic.location]) { writer, location in
        writer.object { result.physicalLocation(location, to: &$0) }
      }
      if !located.isEmpty {
        writer.key("relatedLocations")
        writer.array(located) { writer, note in
          writer.object { writer in
            if let location = note.location { result.physicalLocation(location, to: &writer) }
            writer.message("message", note.message)
          }
        }
      }
      writer.key("partialFingerprints")
      writer.object { $0.member("sprintmark/v1", diagnostic.fingerprint) }
      if !fixes.isEmpty {
        writer.key("fixes")
        writer.array(fixes) { write($1, result, to: &$0) }
      }
      if let baselineState { writer.member("baselineState", baselineState) }
      if let suppression {
        writer.key("suppressions")
        writer.array([suppression]) { writer, reason in
          writer.object { writer in
            writer.member("kind", "inSource")
            if let reason { writer.member("justification", reason) }
          }
        }
      }
    }
  }

  private func write(_ fix: Fix, _ result: LintResult, to writer: inout JSONWriter) {
    let file = diagnostic.location.file
    writer.object { writer in
      writer.message("description", fix.title)
      writer.key("artifactChanges")
      writer.array([fix.edits]) { writer, edits in
        writer.object { writer in
          result.artifactLocation(file, to: &writer)
          writer.key("replacements")
          writer.array(edits) { writer, edit in
            writer.object { writer in
              result.region("deletedRegion", Location(file: file, range: edit.range), to: &writer)
              writer.key("insertedContent")
              writer.object { $0.member("text", String(decoding: edit.replacement, as: UTF8.self)) }
            }
          }
        }
      }
      writer.key("properties")
      writer.object { $0.member("applicability", fix.applicability.rawValue) }
    }
  }

  /// By code, the places of the rules in the catalogue.
  private static let indices = Dictionary(
    Rule.catalogue.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
}

extension LintResult {
  fileprivate func physicalLocation(_ location: Location, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      artifactLocation(location.file, to: &writer)
      region("region", location, to: &writer)
    }
  }

  fileprivate func artifactLocation(_ file: Int, to writer: inout JSONWriter) {
    writer.key("artifactLocation")
    writer.object { $0.member("uri", Self.uri(path(of: file))) }
  }

  /// Its end is exclusive (§3.30.8); what concerns the file as a whole has none.
  fileprivate func region(_ name: StaticString, _ location: Location, to writer: inout JSONWriter) {
    guard let (start, end) = positions(of: location) else { return }
    writer.key(name)
    writer.object { writer in
      writer.member("startLine", start.line)
      writer.member("startColumn", start.column)
      writer.member("endLine", end.line)
      writer.member("endColumn", end.column)
    }
  }

  /// A path as a relative reference (RFC 3986 §4.2): all but unreserved characters and slashes is percent-encoded.
  private static func uri(_ path: String) -> String {
    var uri = ""
    for byte in FileName.bytes(path) {
      if byte.isWord || "-._~/".utf8.contains(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}
