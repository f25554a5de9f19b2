import SprintEmitters
import SprintSource

/// Writes findings in the Reviewdog Diagnostic Format (`DiagnosticResult` in reviewdog's `proto/rdf/reviewdog.proto`).
enum RDJSONReporter {
  static func report(_ result: LintResult) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 2)
    writer.object { writer in
      writer.key("source")
      writer.onOneLine { $0.object { $0.member("name", "sprintmark") } }
      writer.key("diagnostics")
      writer.array(result.diagnostics) { write($1, result, to: &$0) }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ diagnostic: Diagnostic, _ result: LintResult, to writer: inout JSONWriter) {
    let file = result.file(of: diagnostic.location)
    let located = diagnostic.notes.filter { $0.location != nil }
    let suggestions = diagnostic.fixes.compactMap { suggestion($0, in: file) }
    writer.object { writer in
      writer.member("message", result.lines(of: diagnostic).joined(separator: "\n"))
      write(diagnostic.location, result, to: &writer)
      writer.member("severity", diagnostic.severity.degree)
      writer.key("code")
      writer.object { $0.member("value", diagnostic.rule) }
      if !suggestions.isEmpty {
        writer.key("suggestions")
        writer.array(suggestions) { writer, suggestion in
          writer.object { writer in
            write(suggestion.range, file, to: &writer)
            writer.member("text", suggestion.text)
          }
        }
      }
      if !located.isEmpty {
        writer.key("related_locations")
        writer.array(located) { writer, note in
          writer.object { writer in
            writer.member("message", note.message)
            if let location = note.location { write(location, result, to: &writer) }
          }
        }
      }
    }
  }

  private static func write(_ location: Location, _ result: LintResult, to writer: inout JSONWriter) {
    writer.key("location")
    writer.object { writer in
      writer.member("path", result.path(of: location.file))
      if let range = location.range { write(range, result.file(of: location), to: &writer) }
    }
  }

  private static func write(_ range: ByteRange, _ file: SourceFile, to writer: inout JSONWriter) {
    writer.key("range")
    writer.object { writer in
      for (name, offset) in [("start" as StaticString, range.lower), ("end", range.upper)] {
        let place = place(of: min(offset, file.disk.count), in: file)
        writer.key(name)
        writer.object { writer in
          writer.member("line", place.line)
          writer.member("column", place.column)
        }
      }
    }
  }

  /// Here columns count bytes, and what stands behind a line end is on the next line, also at the end of the file.
  private static func place(of offset: Int, in file: SourceFile) -> (line: Int, column: Int) {
    let line = file.position(onDisk: offset).line
    let isBehindLast = offset == file.disk.count && (file.disk.last == 0x0A || file.disk.last == 0x0D)
    return isBehindLast ? (line + 1, 1) : (line, offset - file.line(onDisk: offset).startIndex + 1)
  }

  /// The edits of a fix as one, from the first to the last: each suggestion is offered by itself, and part of a fix
  /// mends nothing. None where the text between them is no text.
  private static func suggestion(_ fix: Fix, in file: SourceFile) -> (range: ByteRange, text: String)? {
    guard let lower = fix.edits.map(\.range.lower).min(), let upper = fix.edits.map(\.range.upper).max() else {
      return nil
    }
    let range = ByteRange(lower, upper)
    let edits = fix.edits.map {
      TextEdit(ByteRange($0.range.lower - lower, $0.range.upper - lower), $0.replacement)
    }
    let bytes = TextEdit.apply(edits, to: Array(Bytes(file.disk).at(range))).text
    return String(validating: bytes, as: UTF8.self).map { (range, $0) }
  }
}

extension Severity {
  fileprivate var degree: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .information, .off: "INFO"
    }
  }
}
