import SprintSource

/// Puts the nodes of a document together, step by step, on a stack of its own: no input can overflow the thread's.
struct NodeBuilder {
  enum CollectionKind { case sequence, mapping }

  /// A sequence or mapping whose end is still to come.
  private struct Collection {
    let kind: CollectionKind
    let isFlow: Bool
    /// What has been read of it.
    var range: ByteRange
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// The key whose value is still to come.
    var key: Located<String>?
    /// Where each key stands.
    var keys: [String: ByteRange] = [:]

    var awaitsKey: Bool { kind == .mapping && key == nil }
  }

  /// The value of the document, once it is complete; nil where it holds nothing.
  private(set) var root: YAMLNode?
  private var stack: [Collection] = []
  private var count = 0

  /// Adds a scalar, as a key where one is due.
  /// - Throws: `YAMLError` for a key that its mapping has already, and at the limit of nodes.
  mutating func addScalar(_ text: String, isPlain: Bool, at range: ByteRange) throws(YAMLError) {
    try countNode(at: range)
    guard let last = stack.indices.last, stack[last].awaitsKey else {
      return add(YAMLNode(.scalar(text, isPlain: isPlain), at: range))
    }
    if let first = stack[last].keys.updateValue(range, forKey: text) {
      throw YAMLError(
        "the key `\(Self.short(text))` stands twice in one mapping", at: range,
        note: Located("it stands here first", at: first), help: "keep one of the two")
    }
    stack[last].key = Located(text, at: range)
    stack[last].range = stack[last].range.union(range)
  }

  /// Begins a sequence or mapping.
  /// - Throws: `YAMLError` where a key is due, and at the limits of depth and nodes.
  mutating func open(_ kind: CollectionKind, isFlow: Bool, at range: ByteRange) throws(YAMLError) {
    try countNode(at: range)
    if let last = stack.last, last.awaitsKey {
      throw YAMLError(
        "a \(kind == .mapping ? "mapping" : "list") cannot be a key", at: range,
        help: "put the value in quotes if its brackets belong to its text")
    }
    guard stack.count < YAMLReader.maximumDepth else {
      throw YAMLError("mappings and lists lie more than \(YAMLReader.maximumDepth) deep in each other", at: range)
    }
    stack.append(Collection(kind: kind, isFlow: isFlow, range: range))
  }

  /// Ends the innermost sequence or mapping.
  /// - Parameter end: the closing bracket; what has none ends with the last value in it.
  mutating func close(at end: ByteRange) {
    guard let collection = stack.popLast() else { return }
    let range = collection.isFlow && !end.isEmpty ? collection.range.union(end) : collection.range
    switch collection.kind {
    case .sequence: add(YAMLNode(.sequence(collection.items), at: range))
    case .mapping: add(YAMLNode(.mapping(collection.entries), at: range))
    }
  }

  private mutating func add(_ node: YAMLNode) {
    guard let last = stack.indices.last else {
      // libyaml makes an empty scalar of a document without a value.
      root = node.isPlain && node.range.isEmpty ? nil : node
      return
    }
    if let key = stack[last].key {
      stack[last].entries.append(YAMLEntry(key: key, value: node))
      stack[last].key = nil
    } else {
      stack[last].items.append(node)
    }
    stack[last].range = stack[last].range.union(node.range)
  }

  /// A key as a message shows it: on one line, and not a long one.
  private static func short(_ key: String) -> String {
    let line = key.prefix { !$0.isNewline }.prefix(40)
    return line.endIndex == key.endIndex ? key : line + "…"
  }

  private mutating func countNode(at range: ByteRange) throws(YAMLError) {
    count += 1
    guard count <= YAMLReader.maximumNodes else {
      throw YAMLError("this holds more than \(YAMLReader.maximumNodes) values", at: range)
    }
  }
}
