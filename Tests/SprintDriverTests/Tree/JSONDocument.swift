import SprintEmitters
import SprintSource
import SprintYAML
import Testing

/// YAML as JSON, for validators.
enum JSONDocument {
  /// A document, all of whose scalars are texts.
  static func of(_ yaml: String) throws -> [UInt8] {
    var writer = JSONWriter(brokenDepth: 0)
    func write(_ node: YAMLNode, _ writer: inout JSONWriter) {
      switch node.value {
      case .scalar(let text, _): writer.string(text)
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
