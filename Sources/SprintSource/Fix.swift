/// A way to mend a finding.
package struct Fix: Sendable, Hashable {
  package enum Applicability: String, Sendable {
    /// Keeps every task, log row, owner, date and dependency but those that the finding is about.
    case safe
    /// A person should look at the result.
    case unsafe
  }

  /// What trackers say, as far as a fix could lose it.
  package enum Subject: String, Sendable, CaseIterable {
    /// That there is the task, and with it all else that is said of it.
    case task
    case status, owner, dependency
    /// A row of the log.
    case log
    /// A date or a dependency of the sprint as a whole.
    case sprint
  }

  package let title: String
  package let applicability: Applicability
  /// On the file that the finding is in, as it lies on disk.
  package let edits: [TextEdit]
  /// What may be said in other words, or no more, of the rows that the edits touch; all else is kept.
  package let changes: Set<Subject>

  package init(
    _ title: String, _ applicability: Applicability, _ edits: [TextEdit], changing changes: Set<Subject> = []
  ) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
    self.changes = changes
  }
}

extension SourceFile {
  /// The fix of the file on disk that does what a fix of its text does; nil where there is none.
  package func onDisk(_ fix: Fix) -> Fix? {
    guard !repairs.isEmpty else { return fix }
    let edits = fix.edits.map { onDisk($0) }
    return edits.contains(nil)
      ? nil : Fix(fix.title, fix.applicability, edits.compactMap { $0 }, changing: fix.changes)
  }
}
