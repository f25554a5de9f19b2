import SprintSource
import SprintYAML

extension FuzzTarget {
  /// Bytes are read as YAML: values lie in one another and in the text, and are the same wherever the text stands.
  static let yaml = FuzzTarget("yaml", seeds: [corpus + "yaml", corpus + "configuration"]) { bytes in
    let here = outcome(Bytes(bytes))
    let pad = Array("---ü\n".utf8)
    let there = outcome(Bytes(pad + bytes + Array("\n: [".utf8))[pad.count..<(pad.count + bytes.count)])
    let places = ByteRanges.all(in: here).map(\.range)
    let moved = ByteRanges.all(in: there).map { ByteRange($0.range.lower - pad.count, $0.range.upper - pad.count) }
    return first(
      { places.first { $0.upper > bytes.count }.map { "\($0) lies outside of the text" } },
      { places == moved ? nil : "other places where the text stands elsewhere" },
      {
        guard case .success(let root?) = here else { return nil }
        return fault(in: root, bytes)
      })
  }

  private static func outcome(_ text: Bytes) -> Result<YAMLNode?, YAMLError> {
    Result { () throws(YAMLError) in try YAMLReader.read(text) }
  }

  private static func fault(in root: YAMLNode, _ bytes: [UInt8]) -> String? {
    var open = [root]
    while let node = open.popLast() {
      let parts: [ByteRange]
      switch node.value {
      case .scalar(let text, let isPlain):
        let written = Bytes(bytes).at(node.range).string
        if isPlain, !written.contains(where: \.isNewline), written != text {
          return "\(text.debugDescription) is written \(written.debugDescription)"
        }
        parts = []
      case .sequence(let items):
        parts = items.map(\.range)
        open += items
      case .mapping(let entries):
        parts = entries.flatMap { [$0.key.range, $0.value.range] }
        open += entries.map(\.value)
        if Set(entries.map(\.key.value)).count < entries.count { return "a key stands twice at \(node.range)" }
      }
      guard parts.allSatisfy(node.range.contains) else { return "a value lies outside of \(node.range)" }
      guard zip(parts, parts.dropFirst()).allSatisfy({ $0.upper <= $1.lower }) else {
        return "the values in \(node.range) overlap"
      }
    }
    return nil
  }
}
