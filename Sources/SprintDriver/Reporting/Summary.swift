import SprintLinker
package import SprintSource

/// The last line of a report.
package struct Summary: Sendable {
  private let counts: [(count: Int, noun: String)]
  private let filesWithFindings: Int
  private let files: Int
  private let tasks: Int

  package init(_ diagnostics: [Diagnostic], files: Int, tasks: Int) {
    func count(_ severity: Severity) -> Int { diagnostics.count { $0.severity == severity } }
    counts = [(count(.error), "error"), (count(.warning), "warning"), (count(.information), "note")]
    filesWithFindings = Set(diagnostics.map(\.location.file)).count
    self.files = files
    self.tasks = tasks
  }

  /// The line; with `milliseconds` for people only: output for machines is the same each time.
  package func text(milliseconds: Int? = nil) -> String {
    let scope = "\(Self.counted(files, "tracker")) (\(Self.counted(tasks, "task")))"
    let time = milliseconds.map { ". \($0) ms" } ?? ""
    let found = counts.filter { $0.count > 0 }.map { Self.counted($0.count, $0.noun) }.joined(separator: ", ")
    return found.isEmpty ? "nothing found in \(scope)\(time)" : "\(found) in \(filesWithFindings) of \(scope)\(time)"
  }

  /// `1,482 tasks`, `1 task`.
  private static func counted(_ count: Int, _ noun: String) -> String {
    var digits = String(count)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return "\(digits) \(noun)\(count == 1 ? "" : "s")"
  }
}
