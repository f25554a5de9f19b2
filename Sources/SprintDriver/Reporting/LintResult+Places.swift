import SprintSource

extension LintResult {
  func file(of location: Location) -> SourceFile { files[location.file] }

  /// The path of a file as reports for machines name it: never absolute, so that it is the same on each machine.
  func path(of file: Int) -> String {
    let path = files[file].path
    return path.hasPrefix("/") ? BaseFolder.current.shown(path) : path
  }

  /// Where a place begins and ends; nil for what concerns the file as a whole.
  func positions(of location: Location) -> (start: Position, end: Position)? {
    location.range.map { files[location.file].positions(onDisk: $0) }
  }

  /// Message, evidence with its places, and help: a line each, for readers who see nothing else.
  func lines(of diagnostic: Diagnostic) -> [String] {
    let evidence = diagnostic.notes.map { note in
      guard let location = note.location else { return note.message }
      let line = positions(of: location).map { ":\($0.start.line)" } ?? ""
      return "\(note.message) (\(path(of: location.file))\(line))"
    }
    return [diagnostic.message] + evidence + (diagnostic.help.map { ["help: \($0)"] } ?? [])
  }
}

extension Diagnostic {
  /// Code and name of the rule, as people know it.
  var rule: String { "\(code) \(name)" }

  /// Whether a fix of this kind, and none that is safer, mends the finding.
  func isFixable(_ applicability: Fix.Applicability) -> Bool {
    let isSafe = fixes.contains { $0.applicability == .safe }
    return applicability == .safe ? isSafe : !isSafe && !fixes.isEmpty
  }
}
