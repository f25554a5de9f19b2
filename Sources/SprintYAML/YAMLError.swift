package import SprintSource

/// Why a text was not read as YAML.
package struct YAMLError: Error, Hashable, Sendable {
  /// What is wrong, in plain words, without a full stop.
  package let message: String
  /// Where, in offsets of the whole file; empty where something is missing.
  package let range: ByteRange
  /// The other place that makes this an error: the first of two equal keys, the bracket that is still open.
  package let note: Located<String>?
  /// What to do, where that is plain.
  package let help: String?

  package init(_ message: String, at range: ByteRange, note: Located<String>? = nil, help: String? = nil) {
    self.message = message
    self.range = range
    self.note = note
    self.help = help
  }
}
