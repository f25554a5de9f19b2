import SprintSource

/// Shows findings to people, a line each, in the form that editors jump to.
enum ConciseReporter {
  static func report(_ result: LintResult) -> [UInt8] {
    let lines = result.diagnostics.map { diagnostic in
      let place = result.positions(of: diagnostic.location).map { ":\($0.start.line):\($0.start.column)" } ?? ""
      let path = result.file(of: diagnostic.location).path
      return Display.safe(
        "\(path)\(place): \(diagnostic.severity.label)[\(diagnostic.rule)] \(diagnostic.message)")
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}
