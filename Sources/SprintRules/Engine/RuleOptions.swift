import SprintSource

/// What a team has decided about one rule; what it has not is as the rule's options say.
package struct RuleOptions: Sendable, Hashable {
  /// By the name of the option.
  package private(set) var values: [String: RuleOption.Value] = [:]

  package init() {}

  /// The value of an option; nil takes a decision back.
  package subscript(option: RuleOption) -> RuleOption.Value? {
    get { values[option.name] }
    set { values[option.name] = newValue }
  }

  /// These decisions, with others where the two differ.
  package func merging(_ others: RuleOptions) -> RuleOptions {
    var merged = self
    merged.values.merge(others.values) { $1 }
    return merged
  }

  private func value(_ option: RuleOption) -> RuleOption.Value { values[option.name] ?? option.standard }
}

/// What rules read: the value that holds, in the form that the kind of the option has.
extension RuleOptions {
  /// 0 of an option that is no number.
  func number(_ option: RuleOption) -> Int {
    if case .number(let number) = value(option) { number } else { 0 }
  }

  func isOn(_ option: RuleOption) -> Bool { value(option) == .flag(true) }

  /// Nil of an option that is no word, or no word of this type.
  func word<Word: RawRepresentable<String>>(_ option: RuleOption, as type: Word.Type = Word.self) -> Word? {
    if case .word(let word) = value(option) { Word(rawValue: word) } else { nil }
  }

  func words<Word: RawRepresentable<String>>(_ option: RuleOption, as type: Word.Type = Word.self) -> [Word] {
    if case .words(let words) = value(option) { words.compactMap(Word.init(rawValue:)) } else { [] }
  }

  func globs(_ option: RuleOption) -> [Glob] {
    if case .globs(let globs) = value(option) { globs } else { [] }
  }
}

extension [String: RuleOptions] {
  /// What is decided about each rule, by its code, with other decisions where the two differ.
  package func merging(_ others: [String: RuleOptions]) -> [String: RuleOptions] {
    merging(others) { $0.merging($1) }
  }
}
