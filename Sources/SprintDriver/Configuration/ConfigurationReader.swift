import SprintFormatter
import SprintModel
import SprintRules
package import SprintSource
import SprintYAML

/// Reads a configuration file.
///
/// Whatever it does not know is a problem: a key that nobody reads is a decision that nobody follows.
package struct ConfigurationReader {
  let file: SourceFile
  var configuration: Configuration
  private(set) var problems: [ConfigurationProblem] = []

  private init(_ file: SourceFile, _ base: Configuration) {
    self.file = file
    configuration = base
  }

  /// Reads a file; all that is wrong in it is thrown together.
  ///
  /// What it extends is not looked for: see ``ConfigurationChain``.
  package static func read(_ file: SourceFile) throws(ConfigurationError) -> Configuration {
    try read(try parse(file), of: file, extending: Configuration())
  }

  /// The YAML of a file; nil where there is nothing in it.
  static func parse(_ file: SourceFile) throws(ConfigurationError) -> YAMLNode? {
    do {
      return try YAMLReader.read(Bytes(file.text))
    } catch {
      throw .invalid(file, [ConfigurationProblem(error.message, at: error.range, note: error.note, help: error.help)])
    }
  }

  /// Reads what a file says on top of what another one has said: lists take the place of the other's, what stands
  /// under keys is put together, and overrides follow on the other's.
  static func read(
    _ root: YAMLNode?, of file: SourceFile, extending base: Configuration
  ) throws(ConfigurationError) -> Configuration {
    var reader = ConfigurationReader(file, base)
    if let root { reader.read(root) }
    guard reader.problems.isEmpty else { throw .invalid(file, reader.problems.sorted { $0.range < $1.range }) }
    return reader.configuration
  }

  private mutating func read(_ root: YAMLNode) {
    for (key, entry) in entries(of: root, ConfigurationKey.Top.self, "a configuration") {
      addOrigin([key.rawValue], entry.key.range)
      switch key {
      case .extends: if let text = text(entry) { checkBase(text) }
      case .workspace: if let paths = paths(entry, allowsNone: false) { configuration.workspace = paths }
      case .include: if let globs = globs(entry) { configuration.include = globs }
      case .exclude: if let globs = globs(entry) { configuration.exclude = globs }
      case .gitignore: if let isOn = flag(entry) { configuration.respectsGitignore = isOn }
      case .boards: if let globs = globs(entry) { configuration.boards = globs }
      case .archive: if let paths = paths(entry) { configuration.archive = paths }
      case .vocabulary: readVocabulary(entry.value)
      case .ids: readIDs(entry.value)
      case .owners: readOwners(entry.value)
      case .rules:
        let decisions = decisions(entry, [key.rawValue])
        configuration.severities.merge(decisions.severities) { $1 }
        configuration.options = configuration.options.merging(decisions.options)
      case .select: configuration.select = rules(entry, allowsNone: false)
      case .ignore: configuration.ignore = rules(entry) ?? []
      case .overrides: readOverrides(entry)
      case .limits: readLimits(entry.value)
      case .format: readFormat(entry.value)
      case .tree: configuration.tree = text(entry).flatMap { path($0) }
      case .blockers: configuration.blockers = text(entry).flatMap { path($0) }
      case .jira: readJira(entry.value)
      }
    }
  }

  private mutating func checkBase(_ text: Located<String>) {
    guard !Self.isFileName(text.value) else { return }
    add(
      "`extends` takes the name of a file", at: text.range,
      help: "name a file in the folder of this one, without `/`")
  }

  /// Whether a text can be the name of a file in a folder.
  static func isFileName(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".." && !text.utf8.contains(UInt8(ascii: "/")) && !text.utf8.contains(0)
  }

  // MARK: Rules

  private mutating func rules(_ entry: YAMLEntry, allowsNone: Bool = true) -> [String]? {
    texts(entry, allowsNone: allowsNone)?.compactMap { rule($0)?.code }
  }

  mutating func rule(_ name: Located<String>) -> Rule? {
    if let rule = Rule.named(name.value) { return rule }
    let (message, help) = Rule.unknown(name.value)
    add(message, at: name.range, help: help)
    return nil
  }

  // MARK: Limits

  private mutating func readLimits(_ node: YAMLNode) {
    for (key, entry) in entries(of: node, ConfigurationKey.Limits.self, "`limits`") {
      guard let text = text(entry) else { continue }
      guard entry.value.isPlain, let value = Int(text.value), Limits.range.contains(value) else {
        add(
          "`\(key.rawValue)` takes a number of \(key.unit), from 1 to \(Limits.range.upperBound)", at: text.range,
          help: "the default is \(key.standard)")
        continue
      }
      configuration.limits[key] = value
      addOrigin([ConfigurationKey.Top.limits.rawValue, key.rawValue], entry.key.range)
    }
  }

  // MARK: Format

  private mutating func readFormat(_ node: YAMLNode) {
    for (key, entry) in entries(of: node, ConfigurationKey.Format.self, "`format`") {
      let count = problems.count
      switch key {
      case .align: if let isOn = flag(entry) { configuration.format.align = isOn }
      case .statuses: if let isOn = flag(entry) { configuration.format.statuses = isOn }
      case .lineEndings:
        guard let text = text(entry),
          let value = known(text, LayoutStyle.LineEndings.allCases, "value of `\(key.rawValue)`")
        else { continue }
        configuration.format.lineEndings = value
      }
      if problems.count == count {
        addOrigin([ConfigurationKey.Top.format.rawValue, key.rawValue], entry.key.range)
      }
    }
  }

  // MARK: Problems and origins

  mutating func add(_ message: String, at range: ByteRange, note: Located<String>? = nil, help: String? = nil) {
    problems.append(ConfigurationProblem(message, at: range, note: note, help: help))
  }

  mutating func addOrigin(_ keys: [String], _ range: ByteRange) {
    configuration.origins[keys] = Origins.Place(file: file.path, line: file.position(at: range.lower).line)
  }
}
