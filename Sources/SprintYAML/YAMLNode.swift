package import SprintSource

/// A value of a YAML document, with the bytes it was read from.
package struct YAMLNode: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// Text with quotes and escapes resolved and lines folded as its style asks for.
    ///
    /// `isPlain` tells text without quotes from text that is quoted or a block (`|`, `>`): only plain text can
    /// stand for a number, a truth value or null. Where a value is left out the text is plain and empty.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order of the document; no two keys are the same.
    case mapping([YAMLEntry])
  }

  package let value: Value
  /// From the first byte to the last of what is written, in offsets of the whole file.
  ///
  /// Quotes and brackets belong to it, and so does the `|` or `>` of a block; the line end and the comments after it do
  /// not. A value that is left out has an empty range.
  package let range: ByteRange

  package init(_ value: Value, at range: ByteRange) {
    self.value = value
    self.range = range
  }

  /// The text of a scalar; nil for a sequence and a mapping.
  package var text: Located<String>? {
    guard case .scalar(let text, _) = value else { return nil }
    return Located(text, at: range)
  }

  /// Whether this is a scalar without quotes that is not a block.
  package var isPlain: Bool {
    guard case .scalar(_, let isPlain) = value else { return false }
    return isPlain
  }

  /// The items of a sequence; nil for anything else.
  package var items: [YAMLNode]? {
    guard case .sequence(let items) = value else { return nil }
    return items
  }

  /// The entries of a mapping in the order of the document; nil for anything else.
  package var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = value else { return nil }
    return entries
  }

  /// What a mapping holds under `key`; nil where it lacks the key and for anything but a mapping.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key.value == key }?.value
  }
}
