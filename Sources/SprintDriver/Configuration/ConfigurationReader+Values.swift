import SprintRules
import SprintSource
import SprintYAML
import SystemPackage

/// The forms that values have.
extension ConfigurationReader {
  // MARK: Mappings

  /// The entries of a mapping; nil, and a problem, for anything else.
  mutating func mapping(_ node: YAMLNode, called name: String) -> [YAMLEntry]? {
    if let entries = node.entries { return entries }
    add(
      "`\(name)` takes keys with values", at: node.range,
      help: "write `KEY: VALUE` on a line of its own below it, indented")
    return nil
  }

  /// The entries of a mapping, owned by something, whose keys are fixed.
  mutating func entries<Key: RawRepresentable<String> & CaseIterable>(
    of node: YAMLNode, _ keys: Key.Type, _ owner: String
  ) -> [(key: Key, entry: YAMLEntry)] {
    guard let entries = node.entries else {
      add(
        "\(owner) consists of keys with values", at: node.range,
        help: Self.hint(for: "", among: keys.allCases.map(\.rawValue)))
      return []
    }
    return entries.compactMap { entry in
      known(entry.key, Array(keys.allCases), "key of \(owner)").map { ($0, entry) }
    }
  }

  /// The one of some fixed values that a text names.
  mutating func known<Value: RawRepresentable<String>>(_ text: Located<String>, _ values: [Value], _ noun: String)
    -> Value?
  {
    known(text, values.map(\.rawValue), noun).flatMap { Value(rawValue: $0) }
  }

  /// The one of some fixed words that a text is.
  mutating func known(_ text: Located<String>, _ words: [String], _ noun: String) -> String? {
    if words.contains(text.value) { return text.value }
    add("`\(text.value)` is no \(noun)", at: text.range, help: Self.hint(for: text.value, among: words))
    return nil
  }

  static func hint(for text: String, among names: [String]) -> String {
    let nearest = Nearest.matches(for: text, among: names)
    if !nearest.isEmpty { return "did you mean \(list(nearest, "or"))?" }
    return names.count == 1 ? "the only one is \(list(names))" : "known are \(list(names))"
  }

  /// `a`, `a and b`, `a, b and c`, each in backticks.
  private static func list(_ names: [String], _ conjunction: String = "and") -> String {
    let names = names.map { "`\($0)`" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(names.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  // MARK: Texts and lists

  /// The text of an entry; nil, and a problem, where there is none.
  mutating func text(_ entry: YAMLEntry) -> Located<String>? {
    if let text = entry.value.text, !text.value.isEmpty { return text }
    add("`\(entry.key.value)` takes one value", at: entry.value.text == nil ? entry.value.range : entry.key.range)
    return nil
  }

  /// `true` or `false` (YAML 1.2, core schema); nil, and a problem, for anything else.
  mutating func flag(_ entry: YAMLEntry) -> Bool? {
    guard let text = text(entry) else { return nil }
    if entry.value.isPlain, let value = Bool(text.value) { return value }
    add("`\(entry.key.value)` takes `true` or `false`", at: text.range)
    return nil
  }

  /// The items of a list; nil, and a problem, for anything else.
  mutating func sequence(_ node: YAMLNode, called name: String) -> [YAMLNode]? {
    if let items = node.items { return items }
    add("`\(name)` takes a list", at: node.range, help: "write `[…]`, or `- …` on a line of its own for each item")
    return nil
  }

  /// The texts of a list; nil where it is none.
  mutating func texts(_ entry: YAMLEntry, allowsNone: Bool = true) -> [Located<String>]? {
    guard let items = sequence(entry.value, called: entry.key.value) else { return nil }
    if items.isEmpty, !allowsNone { add("`\(entry.key.value)` names nothing", at: entry.value.range) }
    return items.compactMap { item in
      if let text = item.text, !text.value.isEmpty { return text }
      add("an item of `\(entry.key.value)` is a text", at: item.range)
      return nil
    }
  }

  // MARK: Paths

  /// A path relative to the folder of the configuration, in its shortest form.
  mutating func path(_ text: Located<String>) -> String? {
    guard !text.value.hasPrefix("/") else {
      add("this path is absolute", at: text.range, help: "name it as it is seen from the folder of this file")
      return nil
    }
    let path = FilePath(text.value).lexicallyNormalized().string
    return path.isEmpty ? "." : path
  }

  mutating func paths(_ entry: YAMLEntry, allowsNone: Bool = true) -> [String]? {
    texts(entry, allowsNone: allowsNone)?.compactMap { path($0) }
  }

  mutating func globs(_ entry: YAMLEntry, allowsNone: Bool = true) -> [Glob]? {
    texts(entry, allowsNone: allowsNone)?.compactMap { text in
      do throws(GlobError) {
        return try Glob(text.value)
      } catch {
        add(error.message, at: text.range)
        return nil
      }
    }
  }
}
