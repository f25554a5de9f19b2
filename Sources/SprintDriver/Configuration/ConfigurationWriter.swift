import SprintEmitters
import SprintFormatter
import SprintModel
import SprintRules
import SprintSource

/// Writes a configuration as YAML, each value with a comment that says where it comes from.
///
/// Read as a configuration file, the text gives the same configuration.
package struct ConfigurationWriter {
  private let configuration: Configuration
  private var text = ""

  private init(_ project: Project) {
    configuration = project.configuration
    let origins = project.configuration.origins
    text =
      project.file.map { file in
        let bases = origins.files.filter { $0 != file }
        let others = bases.isEmpty ? "" : " with \(bases.map(Display.safe).joined(separator: " and "))"
        return "# The configuration of \(Display.safe(file))\(others), and the defaults.\n"
      }
      ?? "# No configuration file: these are the defaults.\n"
  }

  package static func yaml(_ project: Project) -> String {
    var writer = ConfigurationWriter(project)
    for key in ConfigurationKey.Top.allCases { writer.write(key) }
    return writer.text
  }

  private mutating func write(_ key: ConfigurationKey.Top) {
    let vocabulary = configuration.vocabulary
    switch key {
    // What it extends stands here already.
    case .extends: break
    case .workspace: writeList(configuration.workspace, [key.rawValue])
    case .include: writeList(configuration.include.map(\.text), [key.rawValue])
    case .exclude: writeList(configuration.exclude.map(\.text), [key.rawValue])
    case .gitignore: line("\(key.rawValue): \(configuration.respectsGitignore)", depth: 0, [key.rawValue])
    case .boards: writeList(configuration.boards.map(\.text), [key.rawValue])
    case .archive: writeList(configuration.archive, [key.rawValue])
    case .vocabulary:
      line(key.rawValue + ":", depth: 0)
      for inner in ConfigurationKey.Vocabulary.allCases { write(inner, [key.rawValue, inner.rawValue]) }
    case .ids:
      line(key.rawValue + ":", depth: 0)
      writeWords(vocabulary.foreignIDs.sorted(), [key.rawValue, ConfigurationKey.IDs.foreign.rawValue])
    case .owners:
      line(key.rawValue + ":", depth: 0)
      let keys = [key.rawValue, ConfigurationKey.Owners.aliases.rawValue]
      line(
        "\(keys[1]):\(vocabulary.ownerAliases.isEmpty ? " {}" : "")", depth: 1,
        vocabulary.ownerAliases.isEmpty ? keys : nil)
      for (alias, name) in vocabulary.ownerAliases.sorted(by: { $0.key < $1.key }) {
        line("\(Self.scalar(alias)): \(Self.scalar(name))", depth: 2, keys + [alias])
      }
    case .rules:
      line(key.rawValue + ":", depth: 0)
      for rule in Rule.catalogue {
        write(
          rule, configuration.severities[rule.code] ?? rule.severity,
          rule.options.map { ($0, configuration.options[rule.code]?[$0] ?? $0.standard) }, [key.rawValue], depth: 1)
      }
    case .select:
      if let select = configuration.select {
        writeList(select, [key.rawValue])
      } else {
        line("# select: every rule", depth: 0, [key.rawValue])
      }
    case .ignore: writeList(configuration.ignore, [key.rawValue])
    case .overrides: writeOverrides(key.rawValue)
    case .limits:
      line(key.rawValue + ":", depth: 0)
      for inner in ConfigurationKey.Limits.allCases {
        line("\(inner.rawValue): \(configuration.limits[inner])", depth: 1, [key.rawValue, inner.rawValue])
      }
    case .format: writeFormat(key.rawValue)
    case .tree: writePath(configuration.tree, key.rawValue)
    case .blockers: writePath(configuration.blockers, key.rawValue)
    case .jira: writeJira(key.rawValue)
    }
  }

  private mutating func write(_ key: ConfigurationKey.Vocabulary, _ keys: [String]) {
    let vocabulary = configuration.vocabulary
    switch key {
    case .states: writeMeanings(TaskState.named, vocabulary.states.map { ($0.key, $0.value) }, keys)
    case .columns: writeMeanings(Vocabulary.Column.allCases, vocabulary.columns.map { ($0.key, $0.value) }, keys)
    case .sections: writeMeanings(SectionKind.named, vocabulary.sections.map { ($0.key, $0.value) }, keys)
    case .events: writeMeanings(LogEntry.Event.named, vocabulary.events.map { ($0.text, $0.event) }, keys)
    case .groupWords: writeWords(vocabulary.groupWords.sorted(), keys)
    case .backlogWords: writeWords(vocabulary.backlogWords.sorted(), keys)
    case .phrases: writeWords(vocabulary.phrases.map(\.text).sorted(), keys)
    case .noDependency: writeWords(vocabulary.noDependency.filter { !$0.isEmpty }.sorted(), keys)
    case .ownerNouns: writeWords(vocabulary.ownerNouns.sorted(), keys)
    }
  }

  // MARK: Values

  private mutating func writeList(_ items: [String], _ keys: [String]) {
    line("\(keys.last ?? ""): \(Self.list(items))", depth: keys.count - 1, keys)
  }

  /// Words that extend those that are known: on one line where all are defaults, else a line for each.
  private mutating func writeWords(_ words: [String], _ keys: [String]) {
    guard words.contains(where: { configuration.origins[keys + [$0]] != nil }) else {
      return writeList(words, keys)
    }
    line("\(keys.last ?? ""):", depth: keys.count - 1)
    for word in words { line("- \(Self.scalar(word))", depth: keys.count, keys + [word]) }
  }

  private mutating func writeMeanings<Meaning: RawRepresentable<String> & Equatable>(
    _ meanings: [Meaning], _ words: [(word: String, meaning: Meaning)], _ keys: [String]
  ) {
    line("\(keys.last ?? ""):", depth: keys.count - 1)
    for meaning in meanings {
      let own = words.filter { $0.meaning == meaning }.map(\.word)
      writeWords(own.sorted(), keys + [meaning.rawValue])
    }
  }

  /// Writes the severity of a rule, if one is given, and its options.
  private mutating func write(
    _ rule: Rule, _ severity: Severity?, _ options: [(RuleOption, RuleOption.Value)], _ keys: [String], depth: Int
  ) {
    let keys = keys + [rule.code]
    let severity = severity.map { Self.scalar($0.rawValue) }
    guard !options.isEmpty else {
      if let severity { line("\(rule.name): \(severity)", depth: depth, keys) }
      return
    }
    line("\(rule.name):", depth: depth)
    if let severity { line("\(ConfigurationReader.severityKey): \(severity)", depth: depth + 1, keys) }
    for (option, value) in options {
      line("\(option.name): \(Self.text(value))", depth: depth + 1, keys + [option.name])
    }
  }

  private static func text(_ value: RuleOption.Value) -> String {
    switch value {
    case .number(let number): String(number)
    case .word(let word): scalar(word)
    case .flag(let isOn): isOn ? "yes" : "no"
    case .words(let words): list(words)
    case .globs(let globs): list(globs.map(\.text))
    }
  }

  private mutating func writeOverrides(_ key: String) {
    guard !configuration.overrides.isEmpty else { return writeList([], [key]) }
    line(key + ":", depth: 0)
    for (place, override) in configuration.overrides.enumerated() {
      let keys = [key, String(place)]
      line("- paths: \(Self.list(override.paths.map(\.text)))", depth: 1, keys)
      line("rules:", depth: 2)
      for rule in Rule.catalogue {
        let options = rule.options.compactMap { option in
          override.options[rule.code]?[option].map { (option, $0) }
        }
        write(rule, override.severities[rule.code], options, keys + ["rules"], depth: 3)
      }
    }
  }

  private mutating func writeFormat(_ key: String) {
    line(key + ":", depth: 0)
    for inner in ConfigurationKey.Format.allCases {
      let value =
        switch inner {
        case .align: String(configuration.format.align)
        case .statuses: String(configuration.format.statuses)
        case .lineEndings: configuration.format.lineEndings.rawValue
        }
      line("\(inner.rawValue): \(value)", depth: 1, [key, inner.rawValue])
    }
  }

  private mutating func writeJira(_ key: String) {
    line(key + ":", depth: 0)
    for inner in ConfigurationKey.Jira.allCases {
      line(inner.rawValue + ":", depth: 1)
      let names: [(String, String)] =
        switch inner {
        case .statuses: TaskState.allCases.map { ($0.rawValue, configuration.jira.statuses[$0] ?? "") }
        case .types: [("sprint", configuration.jira.sprintType), ("task", configuration.jira.taskType)]
        }
      for (name, value) in names {
        line("\(name): \(Self.scalar(value))", depth: 2, [key, inner.rawValue, name])
      }
    }
  }

  private mutating func writePath(_ path: String?, _ key: String) {
    line(path.map { "\(key): \(Self.scalar($0))" } ?? "# \(key): none", depth: 0, [key])
  }

  // MARK: Lines

  /// Writes a line, and where the value under the keys comes from, if there is one on it.
  private mutating func line(_ content: String, depth: Int, _ keys: [String]? = nil) {
    let origin = keys.map { Self.comment(configuration.origins[$0]) } ?? ""
    text += "\(String(repeating: "  ", count: depth))\(content)\(origin)\n"
  }

  private static func comment(_ place: Origins.Place?) -> String {
    place.map { "  # \(Display.safe($0.file)):\($0.line)" } ?? "  # default"
  }

  private static func list(_ items: [String]) -> String { "[\(items.map(scalar).joined(separator: ", "))]" }

  /// A text as a scalar: in quotes, unless every reader of YAML takes it for that text without them.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " /_-.".unicodeScalars.contains($0)
    }
    let isBare = text.unicodeScalars.first?.properties.isAlphabetic ?? false && text.last != " "
    let isTaken = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
    if isPlain, isBare, !isTaken { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
