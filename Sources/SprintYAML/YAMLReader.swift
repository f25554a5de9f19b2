package import SprintSource

/// Reads YAML (1.1 and, with it, JSON) into located nodes.
package enum YAMLReader {
  /// How many sequences and mappings may lie one in another.
  package static let maximumDepth = 64
  /// How many scalars, keys, sequences and mappings one document may hold together.
  package static let maximumNodes = 2_000_000

  /// The first line that says what tags stand for. libyaml compares each of them with all others.
  private static func tagDirective(in text: Bytes) -> ByteRange? {
    var index = text.startIndex
    while let place = text.firstRange(of: directive, from: index) {
      // A line of YAML 1.1 may also end with NEL, LS or PS (U+0085, U+2028, U+2029).
      let before = text[..<place.lowerBound].last
      if before.map({ [0x0A, 0x0D, 0x85, 0xA8, 0xA9, 0xBF].contains($0) }) ?? true {
        return ByteRange(place.lowerBound, place.upperBound)
      }
      index = place.upperBound
    }
    return nil
  }

  private static let directive = Bytes("%TAG")

  /// Reads the one document that a text holds.
  ///
  /// The document may stand between `---` and `...`. A second one is an error rather than passed over: the settings in
  /// it would be lost without a word. So are anchors, aliases and tags, which a plain list of settings never needs and
  /// which make a short text stand for a huge one.
  /// - Parameter slice: UTF-8, with or without a byte order mark. All ranges are in its indices.
  /// - Returns: the value, or nil where there is none: no text at all, or nothing but blanks, comments and `---`.
  /// - Throws: `YAMLError` for what is not YAML, for a key that stands twice in one mapping or that is not a scalar, for
  ///   what is refused (see above), and where a limit is met.
  package static func read(_ slice: Bytes) throws(YAMLError) -> YAMLNode? {
    if let tag = tagDirective(in: slice) {
      throw YAMLError("`%TAG` stands for nothing here: tags are not read", at: tag, help: "take the line out")
    }
    var parser = try EventParser(slice)
    var builder = NodeBuilder()
    var documents = 0
    while true {
      let event = try parser.next()
      switch event.kind {
      case .streamStart, .documentEnd: continue
      case .streamEnd: return builder.root
      case .documentStart:
        documents += 1
        guard documents == 1 else {
          throw YAMLError(
            "a second document begins here, and only one is read", at: event.range, help: "remove this `---` line")
        }
      case .scalar(let text, let isPlain): try builder.addScalar(text, isPlain: isPlain, at: event.range)
      case .sequenceStart(let isFlow): try builder.open(.sequence, isFlow: isFlow, at: event.range)
      case .mappingStart(let isFlow): try builder.open(.mapping, isFlow: isFlow, at: event.range)
      case .collectionEnd: builder.close(at: event.range)
      }
    }
  }
}
