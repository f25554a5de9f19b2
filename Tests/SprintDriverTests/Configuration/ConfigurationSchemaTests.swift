import SprintDriver
import SprintEmitters
import SprintModel
import SprintRules
import SprintSource
import SprintTesting
import SprintYAML
import Testing

struct ConfigurationSchemaTests {
  private func schema() throws -> YAMLNode {
    try #require(try YAMLReader.read(Bytes(try FileSystem.read("\(Places.project)/schemas/config.schema.json"))))
  }

  private func keys(_ node: YAMLNode?) -> Set<String> { Set(node?["properties"]?.entries?.map(\.key.value) ?? []) }

  private func names<Key: CaseIterable & RawRepresentable<String>>(_ keys: Key.Type) -> Set<String> {
    Set(keys.allCases.map(\.rawValue))
  }

  @Test func `the schema has the keys that are read`() throws {
    let schema = try schema()
    let properties = schema["properties"]
    let vocabulary = properties?["vocabulary"]
    #expect(keys(schema) == names(ConfigurationKey.Top.self))
    #expect(keys(vocabulary) == names(ConfigurationKey.Vocabulary.self))
    #expect(keys(properties?["ids"]) == names(ConfigurationKey.IDs.self))
    #expect(keys(properties?["owners"]) == names(ConfigurationKey.Owners.self))
    #expect(keys(properties?["limits"]) == names(ConfigurationKey.Limits.self))
    #expect(keys(properties?["format"]) == names(ConfigurationKey.Format.self))
    #expect(keys(properties?["overrides"]?["items"]) == names(ConfigurationKey.Override.self))
    let words = vocabulary?["properties"]
    #expect(keys(words?["states"]) == names(TaskState.self).subtracting(["unknown"]))
    #expect(keys(words?["columns"]) == names(Vocabulary.Column.self))
    #expect(keys(words?["sections"]) == names(SectionKind.self).subtracting(["other"]))
    #expect(keys(words?["events"]) == names(LogEntry.Event.self).subtracting(["note"]))
    let severities = schema["$defs"]?["severity"]?["enum"]?.items?.compactMap(\.text?.value)
    #expect(Set(severities ?? []) == names(Severity.self))
  }

  @Test func `the schema has the options of the rules`() throws {
    let schema = try schema()
    let definitions = schema["$defs"]
    let keys = (definitions?["decisions"]?["patternProperties"]?.entries ?? []).map(\.key.value)
    let rules = Rule.catalogue.filter { !$0.options.isEmpty }
    #expect(keys == rules.map { "^([Ss][Mm]\($0.code.dropFirst(2))|\($0.name))$" })
    for rule in rules {
      let properties = definitions?[rule.code]?["properties"]
      #expect((properties?.entries ?? []).map(\.key.value) == ["severity"] + rule.options.map(\.name))
      for option in rule.options {
        let property = properties?[option.name]
        #expect(property?["description"]?.text?.value == option.summary)
        let values = (property?["enum"] ?? property?["items"]?["enum"])?.items?.compactMap(\.text?.value)
        switch option.kind {
        case .number(let range):
          #expect(property?["minimum"]?.text?.value == String(range.lowerBound))
          #expect(property?["maximum"]?.text?.value == String(range.upperBound))
        case .word(let words), .words(let words): #expect(values == words)
        case .flag: #expect(values == ["true", "false", "yes", "no"])
        case .globs: #expect(property?["items"]?["$ref"]?.text?.value == "#/$defs/glob")
        }
        let standard = property?["default"]
        switch option.standard {
        case .number(let number): #expect(standard?.text?.value == String(number))
        case .word(let word): #expect(standard?.text?.value == word)
        case .flag(let isOn): #expect(standard?.text?.value == String(isOn))
        case .words(let words): #expect(standard?.items?.compactMap(\.text?.value) == words)
        case .globs(let globs): #expect(standard?.items?.count == globs.count)
        }
      }
    }
  }

  @Test func `every value of the schema is described, and every object is closed`() throws {
    let root = try schema()
    var undescribed: [String] = []
    var open: [String] = []
    func look(_ node: YAMLNode, _ path: String) {
      if node["properties"] != nil, node["additionalProperties"]?.text?.value != "false" { open.append(path) }
      for entry in node["properties"]?.entries ?? [] {
        let inner = path + "." + entry.key.value
        // A list of words says what it is by its name.
        if entry.value["description"] == nil, entry.value["$ref"]?.text?.value != "#/$defs/words" {
          undescribed.append(inner)
        }
        look(entry.value, inner)
      }
      if let items = node["items"] { look(items, path + "[]") }
    }
    look(root, "$")
    #expect(undescribed == [])
    #expect(open == [])
  }

  @Test func `good configurations satisfy it`() async throws {
    let written = ConfigurationWriter.yaml(Project(try Samples.configuration(Samples.complete)))
    let documents = try ["{}", Samples.complete, written, ConfigurationWriter.yaml(Project())].map(json)
    let faults = try await SchemaValidator("config").faults(in: documents)
    #expect(faults == documents.map { _ in [] })
  }

  /// Configurations that the reader and the schema both refuse.
  private static let bad = [
    "workspce: [a]", "[a]", "include: a", "include: [[a]]", "include: ['']", "workspace: []", "select: []",
    "overrides: {}",
    "overrides: [{paths: [a]}]", "overrides: [{paths: [], rules: {}}]", "overrides: [{path: [a], rules: {}}]",
    "rules: [SM304]", "rules: {SM302: {states: []}}", "rules: {SM302: {states: [donne]}}",
    "rules: {SM302: {stats: [done]}}",
    "rules: {SM304: {states: [done]}}", "rules: {SM505: {share: 101}}", "rules: {log-order: {order: newest}}",
    "rules: {SM501: {near: maybe}}", "rules: {SM603: {ignore: [/]}}",
    "overrides: [{paths: [a], rules: {SM505: {shares: 1}}}]",
    "extends: ../base.yml", "extends: [a]", "extends: '..'", "rules: {SM304: fatal}", "rules: {'stale block': off}",
    "limits: {fileSize: 3 MB}",
    "format: true", "format: {aling: true}", "format: {align: wide}", "format: {statuses: 1}",
    "format: {lineEndings: crlf}",
    "gitignore: 'true'", "gitignore: yes", "gitignore: [true]",
    "limits: {fileSize: 0}", "limits: {filesize: 1}", "limits: {marks: many}", "limits: {files: -1}", "tree: /x",
    "tree: [x]", "archive: [/x]", "exclude: [/]",
    "ids: {foreign: [SHA-256]}", "ids: {alien: []}", "owners: {aliases: {A: [B]}}", "owners: {aliases: {A: ''}}",
    "vocabulary: {states: {finished: [x]}}", "vocabulary: {states: {done: x}}", "vocabulary: {columns: {ids: [x]}}",
    "vocabulary: {sections: {other: [x]}}", "vocabulary: {events: {note: [x]}}", "vocabulary: {words: [x]}",
  ]

  @Test func `bad configurations do not`() async throws {
    let faults = try await SchemaValidator("config").faults(in: try Self.bad.map(json))
    for (yaml, faults) in zip(Self.bad, faults) {
      #expect(!faults.isEmpty, "the schema accepts \(yaml)")
      #expect(!Samples.problems(in: yaml).isEmpty, "the reader accepts \(yaml)")
    }
  }

  /// A document as JSON: plain scalars that are numbers or truth values become those.
  private func json(_ yaml: String) throws -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 0)
    func write(_ node: YAMLNode, _ writer: inout JSONWriter) {
      switch node.value {
      case .scalar(let text, let isPlain):
        if isPlain, let number = Int(text) {
          writer.number(number)
        } else if isPlain, let value = Bool(text) {
          writer.bool(value)
        } else {
          writer.string(text)
        }
      case .sequence(let items): writer.array(items) { write($1, &$0) }
      case .mapping(let entries):
        writer.object { writer in
          for entry in entries {
            writer.key(named: entry.key.value)
            write(entry.value, &writer)
          }
        }
      }
    }
    write(try #require(try YAMLReader.read(Bytes(yaml))), &writer)
    return writer.bytes
  }
}
