import SprintSource

/// A step of the parser through a document.
struct Event {
  enum Kind {
    case streamStart
    case documentStart
    case scalar(String, isPlain: Bool)
    /// Flow style is the one with brackets.
    case sequenceStart(isFlow: Bool)
    /// Flow style is the one with braces, and that of a single pair in brackets (`[key: value]`).
    case mappingStart(isFlow: Bool)
    case collectionEnd
    case documentEnd
    case streamEnd
  }

  let kind: Kind
  /// In offsets of the whole file; empty for what has no sign of its own, such as the end of a block.
  let range: ByteRange
}
