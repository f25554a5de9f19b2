package import SprintSource

/// Something that a team decides about a rule.
package struct RuleOption: Sendable, Hashable {
  /// The key in a configuration: words with hyphens between them.
  package let name: String
  package let kind: Kind
  /// What holds where nobody decides.
  package let standard: Value
  /// What it decides, in one line without a full stop.
  package let summary: String

  /// Which values an option can have.
  package enum Kind: Sendable, Hashable {
    case number(ClosedRange<Int>)
    /// One of some words.
    case word([String])
    /// Yes or no.
    case flag
    /// Some of these words, at least one.
    case words([String])
    case globs
  }

  package enum Value: Sendable, Hashable {
    case number(Int)
    case word(String)
    case flag(Bool)
    case words([String])
    case globs([Glob])
  }

  private init(_ name: String, _ kind: Kind, _ standard: Value, _ summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
  }

  static func number(_ name: String, in range: ClosedRange<Int>, standard: Int, _ summary: String) -> RuleOption {
    RuleOption(name, .number(range), .number(standard), summary)
  }

  static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, standard: Word, _ summary: String
  ) -> RuleOption {
    RuleOption(name, .word(Word.allCases.map(\.rawValue)), .word(standard.rawValue), summary)
  }

  static func flag(_ name: String, standard: Bool, _ summary: String) -> RuleOption {
    RuleOption(name, .flag, .flag(standard), summary)
  }

  static func words<Word: RawRepresentable<String>>(
    _ name: String, of words: [Word], standard: [Word], _ summary: String
  ) -> RuleOption {
    RuleOption(name, .words(words.map(\.rawValue)), .words(standard.map(\.rawValue)), summary)
  }

  /// An option that is a list of patterns, none unless somebody names some.
  static func globs(_ name: String, _ summary: String) -> RuleOption {
    RuleOption(name, .globs, .globs([]), summary)
  }
}
