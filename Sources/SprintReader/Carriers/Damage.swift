package import SprintSource

/// Damage that a carrier found in the text of a file.
package struct Damage: Sendable, Equatable {
  /// What mends it, on the text that was examined.
  package let edits: [TextEdit]
  /// Proved: the repair is applied while reading. Otherwise it is only reported.
  package let isCertain: Bool
  /// Where to show it: a short piece of the text that was examined.
  package let range: ByteRange
  /// Why it is believed, in plain words.
  package let evidence: String

  package init(edits: [TextEdit], isCertain: Bool, range: ByteRange, evidence: String) {
    self.edits = edits
    self.isCertain = isCertain
    self.range = range
    self.evidence = evidence
  }

  /// A number and what it counts: "1 line", "3 lines".
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
