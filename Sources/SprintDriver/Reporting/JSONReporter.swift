import SprintEmitters
package import SprintSource

/// Writes findings as JSON, for machines.
package enum JSONReporter {
  package static func json(_ diagnostics: [Diagnostic], _ files: [SourceFile]) -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 2)
    writer.object { writer in
      writer.member("schemaVersion", 1)
      writer.key("diagnostics")
      writer.array(diagnostics) { write($1, files, to: &$0) }
    }
    return writer.bytes + [0x0A]
  }

  private static func write(_ diagnostic: Diagnostic, _ files: [SourceFile], to writer: inout JSONWriter) {
    let file = files[diagnostic.location.file]
    writer.object { writer in
      writer.member("code", diagnostic.code)
      writer.member("name", diagnostic.name)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", diagnostic.message)
      writer.member("path", file.path)
      write(diagnostic.location.range, file, to: &writer)
      writer.member("task", diagnostic.task)
      writer.key("notes")
      writer.array(diagnostic.notes) { writer, note in
        writer.object { writer in
          writer.member("message", note.message)
          writer.member("path", note.location.map { files[$0.file].path })
          if let location = note.location {
            write(location.range, files[location.file], to: &writer)
          } else {
            write(nil, file, to: &writer)
          }
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
              write(edit.range, file, to: &writer)
              writer.member("replacement", String(decoding: edit.replacement, as: UTF8.self))
            }
          }
        }
      }
      writer.member("fingerprint", diagnostic.fingerprint)
    }
  }

  private static func write(_ range: ByteRange?, _ file: SourceFile, to writer: inout JSONWriter) {
    writer.key("range")
    guard let range else { return writer.null() }
    let (start, end) = file.positions(onDisk: range)
    writer.range(start, end)
  }
}
