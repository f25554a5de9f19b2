import SprintSource
import SprintYAML

/// Reads a whole text.
func read(_ text: String) throws(YAMLError) -> YAMLNode? {
  try YAMLReader.read(Bytes(text))
}

/// The error of a text; nil where it is read without one.
func failure(_ text: String) -> YAMLError? { failure(Array(text.utf8)) }

/// The error of some bytes; nil where they are read without one.
func failure(_ bytes: [UInt8]) -> YAMLError? {
  guard case .failure(let error) = outcome(Bytes(bytes)) else { return nil }
  return error
}

/// What reading a slice comes to.
func outcome(_ slice: Bytes) -> Result<YAMLNode?, YAMLError> {
  Result { () throws(YAMLError) in try YAMLReader.read(slice) }
}

/// What stands at a range of a text.
func slice(_ text: String, _ range: ByteRange?) -> String? {
  range.map { Bytes(text).at($0).string }
}

extension YAMLNode {
  /// The node on one line: plain text as it is, other text in quotes.
  var outline: String {
    switch value {
    case .scalar(let text, let isPlain): isPlain ? text : text.debugDescription
    case .sequence(let items): "[" + items.map(\.outline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key.value): \($0.value.outline)" }.joined(separator: ", ") + "}"
    }
  }

  /// This node and all below it.
  var all: [YAMLNode] {
    switch value {
    case .scalar: [self]
    case .sequence(let items): [self] + items.flatMap(\.all)
    case .mapping(let entries): [self] + entries.flatMap(\.value.all)
    }
  }
}
