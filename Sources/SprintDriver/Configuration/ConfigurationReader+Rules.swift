import SprintRules
import SprintSource
import SprintYAML

/// What is decided about rules.
extension ConfigurationReader {
  /// Severities and options of rules, by their codes.
  struct Decisions {
    var severities: [String: Severity] = [:]
    var options: [String: RuleOptions] = [:]
  }

  /// The key of a severity beside the options of a rule.
  static let severityKey = "severity"

  mutating func decisions(_ entry: YAMLEntry, _ keys: [String]) -> Decisions {
    var decisions = Decisions()
    var places: [String: ByteRange] = [:]
    for entry in mapping(entry.value, called: entry.key.value) ?? [] {
      guard let rule = rule(entry.key) else { continue }
      if let place = places.updateValue(entry.key.range, forKey: rule.code) {
        add(
          "\(rule.code) \(rule.name) is set twice", at: entry.key.range, note: Located("the first time", at: place),
          help: "remove one of the two")
      }
      if let entries = entry.value.entries {
        for inner in entries { read(inner, of: rule, into: &decisions, keys + [rule.code]) }
      } else if let severity = severity(entry) {
        decisions.severities[rule.code] = severity
        addOrigin(keys + [rule.code], entry.key.range)
      }
    }
    return decisions
  }

  private mutating func severity(_ entry: YAMLEntry) -> Severity? {
    text(entry).flatMap { known($0, Severity.allCases, "severity") }
  }

  private mutating func read(_ entry: YAMLEntry, of rule: Rule, into decisions: inout Decisions, _ keys: [String]) {
    if entry.key.value == Self.severityKey {
      guard let severity = severity(entry) else { return }
      decisions.severities[rule.code] = severity
      addOrigin(keys, entry.key.range)
      return
    }
    guard let option = rule.options.first(where: { $0.name == entry.key.value }) else {
      let names = [Self.severityKey] + rule.options.map(\.name)
      add(
        "`\(entry.key.value)` is no option of \(rule.code) \(rule.name)", at: entry.key.range,
        help: Self.hint(for: entry.key.value, among: names))
      return
    }
    guard let value = value(entry, option.kind) else { return }
    decisions.options[rule.code, default: RuleOptions()][option] = value
    addOrigin(keys + [option.name], entry.key.range)
  }

  // MARK: Options

  /// The value of an option; nil, and a problem, where it has not the kind of the option.
  private mutating func value(_ entry: YAMLEntry, _ kind: RuleOption.Kind) -> RuleOption.Value? {
    switch kind {
    case .number(let range):
      guard let text = text(entry) else { return nil }
      if entry.value.isPlain, let number = Int(text.value), range.contains(number) { return .number(number) }
      add("`\(entry.key.value)` takes a number from \(range.lowerBound) to \(range.upperBound)", at: text.range)
      return nil
    case .flag:
      guard let text = text(entry) else { return nil }
      // As YAML 1.1 has them: every reader of YAML takes these for truth values.
      switch text.value {
      case "true", "yes": return .flag(true)
      case "false", "no": return .flag(false)
      default:
        add("`\(entry.key.value)` takes `yes` or `no`", at: text.range)
        return nil
      }
    case .word(let words):
      return text(entry).flatMap { known($0, words, "value of `\(entry.key.value)`") }.map { .word($0) }
    case .words(let known):
      guard let texts = texts(entry, allowsNone: false) else { return nil }
      let words = texts.compactMap { self.known($0, known, "value of `\(entry.key.value)`") }
      return words.count == texts.count && !words.isEmpty ? .words(words) : nil
    case .globs: return globs(entry).map { .globs($0) }
    }
  }

  // MARK: Overrides

  mutating func readOverrides(_ entry: YAMLEntry) {
    let inherited = configuration.overrides.count
    for (place, item) in (sequence(entry.value, called: entry.key.value) ?? []).enumerated() {
      var override = SeverityOverride(paths: [], severities: [:])
      let keys = [entry.key.value, String(inherited + place)]
      var missing = Set(ConfigurationKey.Override.allCases)
      let count = problems.count
      for (key, entry) in entries(of: item, ConfigurationKey.Override.self, "an override") {
        missing.remove(key)
        switch key {
        case .paths: override.paths = globs(entry, allowsNone: false) ?? []
        case .rules:
          let decisions = decisions(entry, keys + [key.rawValue])
          override.severities = decisions.severities
          override.options = decisions.options
        }
      }
      if problems.count == count {
        for key in ConfigurationKey.Override.allCases where missing.contains(key) {
          add("an override without `\(key.rawValue)` changes nothing", at: item.range)
        }
      }
      addOrigin(keys, item.range)
      configuration.overrides.append(override)
    }
  }
}
