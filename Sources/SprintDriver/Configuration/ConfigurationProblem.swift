package import SprintSource

/// Something that is wrong in a configuration file.
package struct ConfigurationProblem: Sendable, Equatable {
  /// What is wrong, in plain words, without a full stop.
  package let message: String
  package let range: ByteRange
  /// The other place that makes this an error.
  package let note: Located<String>?
  /// What to do.
  package let help: String?

  package init(_ message: String, at range: ByteRange, note: Located<String>? = nil, help: String? = nil) {
    self.message = message
    self.range = range
    self.note = note
    self.help = help
  }
}
