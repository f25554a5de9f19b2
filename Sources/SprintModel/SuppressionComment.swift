package import SprintSource

/// A comment in a tracker that tells the linter to leave something alone:
/// `<!-- sprintmark-disable-line SM304: the key arrives on Monday -->`.
package struct SuppressionComment: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// On the line of the comment: the one form that can stand in a row of a table.
    case disableLine = "disable-line"
    /// On the next line that is not blank.
    case disableNextLine = "disable-next-line"
    /// From here on, up to `enable` or the end of the file.
    case disable
    case enable
    /// In the whole file, wherever the comment stands.
    case disableFile = "disable-file"
  }

  /// Nil for a word that is none of them.
  package let kind: Kind?
  /// What the comment says it is, as written: `disable-line`.
  package let word: LocatedText
  /// The codes or names of rules, as written.
  package let rules: [LocatedText]
  /// What stands behind the colon.
  package let reason: LocatedText?
  /// The comment, from `<!--` to `-->`.
  package let range: ByteRange

  package init(
    word: LocatedText, rules: [LocatedText], reason: LocatedText?, range: ByteRange
  ) {
    kind = Kind(rawValue: word.value)
    self.word = word
    self.rules = rules
    self.reason = reason
    self.range = range
  }
}
