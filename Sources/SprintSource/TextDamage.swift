/// Damage that was found in a file: what happened to it, why that is believed, and what mends it.
///
/// Unlike the ranges of the model, those of a damage are ranges of the file on disk: the text that it
/// was found in may have been repaired since.
package struct TextDamage: Sendable, Equatable {
  package let kind: RepairKind
  /// Where to show it: a short piece.
  package let range: ByteRange
  /// Why it is believed, in plain words.
  package let evidence: String
  /// What mends it; empty where that cannot be said for the file as it lies on disk.
  package let edits: [TextEdit]
  /// Proved, and repaired while reading; otherwise only reported.
  package let isCertain: Bool

  package init(kind: RepairKind, range: ByteRange, evidence: String, edits: [TextEdit], isCertain: Bool) {
    self.kind = kind
    self.range = range
    self.evidence = evidence
    self.edits = edits
    self.isCertain = isCertain
  }
}
