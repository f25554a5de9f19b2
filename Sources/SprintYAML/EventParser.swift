import CYAML
import SprintSource

/// Owns a libyaml parser, and turns its events into values whose ranges are in bytes.
@safe
struct EventParser: ~Copyable {
  /// On the heap, since libyaml keeps the parser's own address in it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml reads its input where that lies: a copy that lives as long as the parser.
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let text: Bytes
  private var cursor: CharacterCursor

  /// Makes a parser at the start of a text.
  /// - Throws: `YAMLError` when there is no memory for it.
  init(_ slice: Bytes) throws(YAMLError) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      throw ParserFailure.outOfMemory(at: slice.range)
    }
    // libyaml takes a byte order mark for a column once it is told the encoding; and it must be told, or two bytes at
    // the start could have the rest read as UTF-16.
    text = slice.starts(with: [0xEF, 0xBB, 0xBF]) ? slice.dropFirst(3) : slice
    cursor = CharacterCursor(text)
    unsafe input = .allocate(capacity: text.count)
    _ = unsafe input.initialize(fromContentsOf: text)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    unsafe self.parser = parser
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; `streamEnd` for ever after the last.
  /// - Throws: `YAMLError` for what is not YAML, and for anchors, aliases and tags.
  mutating func next() throws(YAMLError) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure().error(in: text) }
    defer { unsafe yaml_event_delete(&event) }
    let range = unsafe range(from: event.start_mark, to: event.end_mark)
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return Event(kind: .streamStart, range: range)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, range: range)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .documentEnd, range: range)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return Event(kind: .collectionEnd, range: range)
    case YAML_ALIAS_EVENT: throw refusal(at: range)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      guard unsafe scalar.anchor == nil, unsafe scalar.tag == nil else { throw refusal(at: range) }
      let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let kind = unsafe Event.Kind.scalar(
        String(decoding: value, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      // libyaml counts the empty lines below a block as part of it.
      let isBlock = unsafe scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
      return Event(kind: kind, range: isBlock ? text.at(range).trimmed.range : range)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      guard unsafe start.anchor == nil, unsafe start.tag == nil else { throw refusal(at: range) }
      return Event(kind: .sequenceStart(isFlow: unsafe start.style == YAML_FLOW_SEQUENCE_STYLE), range: range)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      guard unsafe start.anchor == nil, unsafe start.tag == nil else { throw refusal(at: range) }
      return Event(kind: .mappingStart(isFlow: unsafe start.style == YAML_FLOW_MAPPING_STYLE), range: range)
    default: return Event(kind: .streamEnd, range: range)
    }
  }

  /// The error for the anchor, alias or tag with which the node at `range` begins.
  private func refusal(at range: ByteRange) -> YAMLError {
    let sign = text.at(range).prefix { !$0.isSpace && !",[]{}".utf8.contains($0) }
    let place = sign.range
    return switch sign.first {
    case UInt8(ascii: "!"):
      YAMLError("tags are not read", at: place, help: "remove the tag, or put the value in quotes if it is text")
    case UInt8(ascii: "&"):
      YAMLError("anchors are not read", at: place, help: "put the value in quotes if the `&` belongs to its text")
    default:
      YAMLError(
        "aliases are not read", at: place,
        help: "write out what the alias stands for, or put the value in quotes if the `*` belongs to its text")
    }
  }

  /// What libyaml says about the error that stopped it.
  private mutating func failure() -> ParserFailure {
    let error = unsafe parser.pointee.error
    guard error != YAML_MEMORY_ERROR, let problem = unsafe parser.pointee.problem else {
      return ParserFailure(problem: nil, place: .empty(at: text.startIndex), context: .empty(at: text.startIndex))
    }
    // What cannot be decoded has no mark; its place is counted in bytes.
    let offset =
      error == YAML_READER_ERROR
      ? text.startIndex + (unsafe Int(clamping: parser.pointee.problem_offset))
      : (unsafe cursor.offset(ofCharacter: Int(clamping: parser.pointee.problem_mark.index)))
    let context = unsafe cursor.offset(ofCharacter: Int(clamping: parser.pointee.context_mark.index))
    return ParserFailure(
      problem: unsafe String(cString: problem), place: character(at: offset), context: character(at: context))
  }

  /// The range of the character at `offset`; empty at a line end and at the end of the text.
  private func character(at offset: Int) -> ByteRange {
    guard text.indices.contains(offset), text[offset] != 0x0A, text[offset] != 0x0D else {
      return .empty(at: min(offset, text.endIndex))
    }
    return ByteRange(offset, offset + text.scalar(at: offset).length)
  }

  private mutating func range(from start: yaml_mark_t, to end: yaml_mark_t) -> ByteRange {
    let lower = cursor.offset(ofCharacter: Int(clamping: start.index))
    return ByteRange(lower, cursor.offset(ofCharacter: Int(clamping: end.index)))
  }
}
