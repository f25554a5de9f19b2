package import SprintEmitters
package import SprintLinker
import SprintRules
package import SprintSource
import SprintYAML

/// Reads the file in which people say what they know of blockers.
package struct BlockersReader {
  package enum Key: String, Sendable, CaseIterable { case id, pattern, title, category, owner, unblock, eta }

  private let file: SourceFile
  private let analysis: GraphAnalysis
  private var facts: [BlockerFact] = []
  private var problems: [ConfigurationProblem] = []
  /// Where each id or pattern is named.
  private var places: [String: ByteRange] = [:]
  /// What blockers are called, folded; made when first asked for.
  private lazy var blockers = Set(analysis.rootBlockers.map { WordPattern.folded($0.name) })
  /// Each pattern is held against each blocker, so that there may only be so many.
  private var patternCount = 0
  private static let mostPatterns = 200
  /// Names are looked for among all tasks only so often: who has more wrong ones has another mistake.
  private var unknownCount = 0
  private static let mostGuesses = 20

  private init(_ file: SourceFile, _ analysis: GraphAnalysis) {
    self.file = file
    self.analysis = analysis
  }

  /// Reads a file about the blockers of a workspace; all that is wrong in it is thrown together.
  package static func read(_ file: SourceFile, _ analysis: GraphAnalysis) throws(ConfigurationError) -> [BlockerFact] {
    var reader = BlockersReader(file, analysis)
    do {
      if let root = try YAMLReader.read(Bytes(file.text)) { reader.read(root) }
    } catch {
      throw .invalid(file, [ConfigurationProblem(error.message, at: error.range, note: error.note, help: error.help)])
    }
    guard reader.problems.isEmpty else { throw .invalid(file, reader.problems.sorted { $0.range < $1.range }) }
    return reader.facts
  }

  private mutating func read(_ root: YAMLNode) {
    guard let items = root.items else {
      return add("a blockers file is a list of entries", at: root.range, help: "write `- id: …` for each blocker")
    }
    for item in items { readEntry(item) }
  }

  private mutating func readEntry(_ node: YAMLNode) {
    guard let entries = node.entries else {
      return add("an entry consists of keys with values", at: node.range, help: "begin it with `id` or `pattern`")
    }
    var values: [Key: Located<String>] = [:]
    for entry in entries {
      guard let key = Key(rawValue: entry.key.value) else {
        let nearest = Nearest.matches(for: entry.key.value, among: Key.allCases.map(\.rawValue))
        let known = Key.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        add(
          "`\(entry.key.value)` is no key of an entry", at: entry.key.range,
          help: nearest.first.map { "did you mean `\($0)`?" } ?? "known are \(known)")
        continue
      }
      guard let text = entry.value.text, !text.value.isEmpty else {
        add("`\(key.rawValue)` takes one value", at: entry.value.range.isEmpty ? entry.key.range : entry.value.range)
        continue
      }
      values[key] = text
    }
    guard let name = name(values, of: node) else { return }
    if let place = places.updateValue(name.range, forKey: name.value) {
      add(
        "`\(name.value)` has two entries", at: name.range, note: Located("the first stands here", at: place),
        help: "keep one of the two")
    }
    var fact = BlockerFact(WordPattern(name.value, hasStars: values[.pattern] != nil))
    fact.title = values[.title]?.value
    fact.category = values[.category]?.value
    fact.owner = values[.owner]?.value
    fact.unblock = values[.unblock]?.value
    fact.eta = values[.eta]?.value
    facts.append(fact)
  }

  /// What an entry is about; nil, and a problem, where that cannot be told.
  private mutating func name(_ values: [Key: Located<String>], of node: YAMLNode) -> Located<String>? {
    switch (values[.id], values[.pattern]) {
    case (let id?, nil):
      checkIsKnown(id)
      return id
    case (nil, let pattern?):
      patternCount += 1
      if patternCount == Self.mostPatterns + 1 {
        add("these are more than \(Self.mostPatterns) patterns", at: pattern.range, help: "name blockers by their ids")
      }
      return pattern
    case (let id?, let pattern?):
      add(
        "an entry has `id` or `pattern`, not both", at: pattern.range,
        note: Located("the id stands here", at: id.range),
        help: "keep one of the two")
    case (nil, nil):
      // Where a value is wrong that is what has been said already.
      let hasName = node[Key.id.rawValue] != nil || node[Key.pattern.rawValue] != nil
      if !hasName {
        add("this entry does not say which blocker it is about", at: node.range, help: "give it an `id` or a `pattern`")
      }
    }
    return nil
  }

  private mutating func checkIsKnown(_ id: Located<String>) {
    let symbols = analysis.workspace.symbols
    if symbols.node(id.value) != nil || blockers.contains(WordPattern.folded(id.value)) { return }
    unknownCount += 1
    let names = unknownCount > Self.mostGuesses ? [] : symbols.uids + analysis.rootBlockers.map(\.name)
    let nearest = Nearest.matches(for: id.value, among: Set(names)).map { "`\($0)`" }.joined(separator: " or ")
    add(
      "no task and no blocker is called `\(id.value)`", at: id.range,
      help: nearest.isEmpty
        ? "remove the entry, or use `pattern` with `*` for what may come and go" : "did you mean \(nearest)?")
  }

  private mutating func add(
    _ message: String, at range: ByteRange, note: Located<String>? = nil, help: String? = nil
  ) {
    problems.append(ConfigurationProblem(message, at: range, note: note, help: help))
  }
}
