import SprintSource

extension Report {
  /// Reports damage of a file, with its evidence and the repair as a fix.
  mutating func add(
    _ message: String, _ damage: TextDamage, in sprint: Int, severity: Severity? = nil, help: String, fix title: String,
    _ applicability: Fix.Applicability = .unsafe
  ) {
    add(
      message, onDisk: damage.range, in: sprint, severity: severity, notes: [Diagnostic.Note(damage.evidence)],
      help: help,
      // What is certain was repaired before the file was read: all that it says is kept.
      fixes: damage.edits.isEmpty
        ? []
        : [Fix(title, applicability, damage.edits, changing: damage.isCertain ? [] : Set(Fix.Subject.allCases))])
  }
}
