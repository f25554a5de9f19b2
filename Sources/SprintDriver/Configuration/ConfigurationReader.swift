import SprintModel
import SprintRules
package import SprintSource
import SprintYAML

/// Reads a configuration file.
///
/// Whatever it does not know is a problem: a key that nobody reads is a decision that nobody follows.
package struct ConfigurationReader {
  let file: SourceFile
  var configuration = Configuration()
  private(set) var problems: [ConfigurationProblem] = []

  private init(_ file: SourceFile) { self.file = file }

  /// Reads a file; all that is wrong in it is thrown together.
  package static func read(_ file: SourceFile) throws(ConfigurationError) -> Configuration {
    var reader = ConfigurationReader(file)
    do {
      if let root = try YAMLReader.read(file.text[...]) { reader.read(root) }
    } catch {
      throw .invalid(file, [ConfigurationProblem(error.message, at: error.range, note: error.note, help: error.help)])
    }
    guard reader.problems.isEmpty else { throw .invalid(file, reader.problems.sorted { $0.range < $1.range }) }
    return reader.configuration
  }

  private mutating func read(_ root: YAMLNode) {
    for (key, entry) in entries(of: root, ConfigurationKey.Top.self, "a configuration") {
      addOrigin([key.rawValue], entry.key.range)
      switch key {
      case .workspace: if let paths = paths(entry, allowsNone: false) { configuration.workspace = paths }
      case .include: if let globs = globs(entry) { configuration.include = globs }
      case .exclude: if let globs = globs(entry) { configuration.exclude = globs }
      case .gitignore: if let isOn = flag(entry) { configuration.respectsGitignore = isOn }
      case .boards: if let globs = globs(entry) { configuration.boards = globs }
      case .archive: if let paths = paths(entry) { configuration.archive = paths }
      case .vocabulary: readVocabulary(entry.value)
      case .ids: readIDs(entry.value)
      case .owners: readOwners(entry.value)
      case .rules: configuration.severities = severities(entry, [key.rawValue])
      case .select: configuration.select = rules(entry, allowsNone: false)
      case .ignore: configuration.ignore = rules(entry) ?? []
      case .overrides: readOverrides(entry)
      case .limits: readLimits(entry.value)
      case .tree: configuration.tree = text(entry).flatMap { path($0) }
      case .blockers: configuration.blockers = text(entry).flatMap { path($0) }
      }
    }
  }

  // MARK: Rules

  private mutating func rules(_ entry: YAMLEntry, allowsNone: Bool = true) -> [String]? {
    texts(entry, allowsNone: allowsNone)?.compactMap { rule($0)?.code }
  }

  private mutating func rule(_ name: Located<String>) -> Rule? {
    if let rule = Rule.named(name.value) { return rule }
    let (message, help) = Rule.unknown(name.value)
    add(message, at: name.range, help: help)
    return nil
  }

  private mutating func severities(_ entry: YAMLEntry, _ keys: [String]) -> [String: Severity] {
    var severities: [String: Severity] = [:]
    var places: [String: ByteRange] = [:]
    for entry in mapping(entry.value, called: entry.key.value) ?? [] {
      guard let rule = rule(entry.key) else { continue }
      if let place = places.updateValue(entry.key.range, forKey: rule.code) {
        add(
          "\(rule.code) \(rule.name) is set twice", at: entry.key.range, note: Located("the first time", at: place),
          help: "remove one of the two")
      }
      guard let text = text(entry), let severity = known(text, Severity.allCases, "severity") else { continue }
      severities[rule.code] = severity
      addOrigin(keys + [rule.code], entry.key.range)
    }
    return severities
  }

  private mutating func readOverrides(_ entry: YAMLEntry) {
    for (place, item) in (sequence(entry.value, called: entry.key.value) ?? []).enumerated() {
      var override = SeverityOverride(paths: [], severities: [:])
      var missing = Set(ConfigurationKey.Override.allCases)
      let count = problems.count
      for (key, entry) in entries(of: item, ConfigurationKey.Override.self, "an override") {
        missing.remove(key)
        switch key {
        case .paths: override.paths = globs(entry, allowsNone: false) ?? []
        case .rules: override.severities = severities(entry, ["overrides", String(place), key.rawValue])
        }
      }
      if problems.count == count {
        for key in ConfigurationKey.Override.allCases where missing.contains(key) {
          add("an override without `\(key.rawValue)` changes nothing", at: item.range)
        }
      }
      addOrigin(["overrides", String(place)], item.range)
      configuration.overrides.append(override)
    }
  }

  // MARK: Limits

  private mutating func readLimits(_ node: YAMLNode) {
    for (key, entry) in entries(of: node, ConfigurationKey.Limits.self, "`limits`") {
      switch key {
      case .fileSize:
        guard let text = text(entry) else { continue }
        guard entry.value.isPlain, let bytes = Int(text.value), (1...Int(Int32.max)).contains(bytes) else {
          add("`fileSize` takes a number of bytes, from 1 to \(Int32.max)", at: text.range, help: "16 MiB are 16777216")
          continue
        }
        configuration.fileSizeLimit = bytes
        addOrigin(["limits", key.rawValue], entry.key.range)
      }
    }
  }

  // MARK: Problems and origins

  mutating func add(_ message: String, at range: ByteRange, note: Located<String>? = nil, help: String? = nil) {
    problems.append(ConfigurationProblem(message, at: range, note: note, help: help))
  }

  mutating func addOrigin(_ keys: [String], _ range: ByteRange) {
    configuration.origins[keys] = file.position(at: range.lower).line
  }
}
