import SprintSource

/// Writes findings as the XML of Checkstyle, which many tools read.
enum CheckstyleReporter {
  static func report(_ result: LintResult) -> [UInt8] {
    var writer = XMLWriter()
    // The version of the form, not of this tool.
    writer.element("checkstyle", [("version", "4.3")]) { writer in
      for (file, diagnostics) in result.diagnosticsByFile {
        writer.element("file", [("name", result.path(of: file))]) { writer in
          for diagnostic in diagnostics {
            let start = result.positions(of: diagnostic.location)?.start
            writer.element(
              "error",
              [
                // Readers want a line; what concerns the file as a whole is shown at its first.
                ("line", String(start?.line ?? 1)), ("column", start.map { String($0.column) }),
                ("severity", diagnostic.severity.label), ("message", diagnostic.message),
                ("source", "sprintmark.\(diagnostic.code)"),
              ])
          }
        }
      }
    }
    return writer.bytes
  }
}

extension LintResult {
  /// The files with findings, in the order of their first.
  fileprivate var diagnosticsByFile: [(file: Int, diagnostics: [Diagnostic])] {
    var groups: [(file: Int, diagnostics: [Diagnostic])] = []
    var places: [Int: Int] = [:]
    for diagnostic in diagnostics {
      let file = diagnostic.location.file
      if let place = places[file] {
        groups[place].diagnostics.append(diagnostic)
      } else {
        places[file] = groups.count
        groups.append((file, [diagnostic]))
      }
    }
    return groups
  }
}
