import SprintEmitters
import SprintRules
import SprintSource

/// Writes findings as JSON, for machines.
package enum JSONReporter {
  /// One object (`schemas/diagnostics.schema.json`).
  package static func report(_ result: LintResult) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 2)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("diagnostics")
      writer.array(result.diagnostics) { result.write($1, to: &$0) }
      writer.key("suppressed")
      writer.array(result.suppressed) { writer, suppressed in
        result.write(suppressed.diagnostic, to: &writer) { $0.member("reason", suppressed.reason) }
      }
      writer.key("known")
      if let known = result.known { writer.array(known) { result.write($1, to: &$0) } } else { writer.null() }
    }
    writer.endLine()
    return writer.bytes
  }

  /// A line for each finding (`schemas/diagnostic.schema.json`).
  package static func lines(_ result: LintResult) -> [UInt8] {
    result.diagnostics.flatMap { diagnostic in
      var writer = JSONWriter(brokenDepth: 0)
      result.write(diagnostic, to: &writer)
      writer.endLine()
      return writer.bytes
    }
  }
}

extension LintResult {
  fileprivate func write(
    _ diagnostic: Diagnostic, to writer: inout JSONWriter, more: (inout JSONWriter) -> Void = { _ in }
  ) {
    let location = diagnostic.location
    writer.object { writer in
      writer.member("code", diagnostic.code)
      writer.member("name", diagnostic.name)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", diagnostic.message)
      writer.member("path", path(of: location.file))
      write(location, to: &writer)
      writer.member("task", diagnostic.task)
      writer.key("notes")
      writer.array(diagnostic.notes) { writer, note in
        writer.object { writer in
          writer.member("message", note.message)
          writer.member("path", note.location.map { path(of: $0.file) })
          write(note.location, to: &writer)
        }
      }
      writer.member("help", diagnostic.help)
      writer.key("fixes")
      writer.array(diagnostic.fixes) { writer, fix in
        writer.object { writer in
          writer.member("title", fix.title)
          writer.member("applicability", fix.applicability.rawValue)
          writer.key("edits")
          writer.array(fix.edits) { writer, edit in
            writer.object { writer in
              write(Location(file: location.file, range: edit.range), to: &writer)
              writer.member("replacement", String(decoding: edit.replacement, as: UTF8.self))
            }
          }
        }
      }
      writer.member("fingerprint", diagnostic.fingerprint)
      more(&writer)
    }
  }

  private func write(_ location: Location?, to writer: inout JSONWriter) {
    writer.key("range")
    guard let location, let (start, end) = positions(of: location) else { return writer.null() }
    writer.range(start, end)
  }
}
