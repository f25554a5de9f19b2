/// A finding: what is wrong, where, on what evidence, and what to do about it.
///
/// All its places are those of the files as they lie on disk.
package struct Diagnostic: Sendable, Hashable {
  package var code: String
  package var name: String
  package var severity: Severity
  /// What is wrong, in the planner's words, without a full stop.
  package var message: String
  package var location: Location
  /// The task that the finding is about, as it is written outside its sprint.
  package var task: String?
  /// The evidence: what else was read that makes this a finding.
  package var notes: [Note]
  /// What to do.
  package var help: String?
  package var fixes: [Fix]
  /// The same for the same finding as long as rule, sprint, task and key stay the same,
  /// whatever lines are put in above it.
  package var fingerprint: String

  package init(
    code: String, name: String, severity: Severity, message: String, location: Location, task: String? = nil,
    notes: [Note] = [], help: String? = nil, fixes: [Fix] = [], fingerprint: String
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.message = message
    self.location = location
    self.task = task
    self.notes = notes
    self.help = help
    self.fixes = fixes
    self.fingerprint = fingerprint
  }

  package struct Note: Sendable, Hashable {
    package let message: String
    package let location: Location?

    package init(_ message: String, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }
}

/// A range of one of the files that were read together, as it lies on disk.
package struct Location: Sendable, Hashable {
  /// The place of the file among those that were read.
  package let file: Int
  /// Nil for what concerns the file as a whole.
  package let range: ByteRange?

  package init(file: Int, range: ByteRange? = nil) {
    self.file = file
    self.range = range
  }
}
