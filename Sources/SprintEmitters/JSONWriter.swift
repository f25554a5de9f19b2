import SprintSource

/// Writes JSON (RFC 8259) as bytes, in the order in which it is told things.
///
/// Characters that show nothing, and do something to whatever shows them, are escaped.
///
/// Containers down to a certain depth take a line for each member, deeper ones a line as a whole: so
/// a task, an edge or a finding is one line, and two outputs can be compared with `diff`.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var brokenDepth: Int
  private var depth = 0
  private var isFirst = true

  /// - Parameter brokenDepth: containers at a smaller depth than this, counted from 0, take many lines.
  package init(brokenDepth: Int) { self.brokenDepth = brokenDepth }

  // MARK: Containers

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    container(open: "{", close: "}", body)
  }

  package mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void)
  {
    container(open: "[", close: "]") { writer in
      for element in elements {
        writer.separate()
        body(&writer, element)
      }
    }
  }

  /// The same on all cores: each element is written by itself, and stands in its place.
  package mutating func array(count: Int, onAllCores body: @Sendable (inout JSONWriter, Int) -> Void) {
    container(open: "[", close: "]") { writer in
      var empty = writer
      empty.bytes = []
      let parts = Parallel.map(count) { [empty] place in
        var part = empty
        body(&part, place)
        return part.bytes
      }
      let separators = parts.count * (2 * writer.depth + 2)
      writer.bytes.reserveCapacity(parts.reduce(writer.bytes.count + separators) { $0 + $1.count })
      for part in parts {
        writer.separate()
        writer.bytes += part
      }
    }
  }

  /// Writes what is in `body` on the line that was begun, however deep it stands.
  package mutating func onOneLine(_ body: (inout JSONWriter) -> Void) {
    let depth = brokenDepth
    brokenDepth = min(brokenDepth, self.depth)
    body(&self)
    brokenDepth = depth
  }

  private mutating func container(open: String, close: String, _ body: (inout JSONWriter) -> Void) {
    bytes.append(contentsOf: open.utf8)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst, depth < brokenDepth { breakLine() }
    isFirst = false
    bytes.append(contentsOf: close.utf8)
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > brokenDepth, !isFirst { bytes.append(0x20) }
    isFirst = false
    if depth <= brokenDepth { breakLine() }
  }

  /// Ends the last line of a document.
  package mutating func endLine() { bytes.append(0x0A) }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  // MARK: Members

  package mutating func key(_ name: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
  }

  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  package mutating func member(_ name: String, _ values: some Sequence<String>) {
    key(name)
    array(values) { $0.string($1) }
  }

  // MARK: Values

  package mutating func null() { bytes.append(contentsOf: "null".utf8) }

  package mutating func bool(_ value: Bool) { bytes.append(contentsOf: String(value).utf8) }

  package mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if Self.isPlain(text.utf8.span) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { self.scalar(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether all of a text may stand in a string as it is.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { return false }
    }
    return true
  }

  private mutating func ascii(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x00..<0x20: escape(UInt16(byte))
    default: bytes.append(byte)
    }
  }

  private mutating func scalar(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x7F {
      ascii(UInt8(truncatingIfNeeded: scalar.value))
    } else if scalar.isHidden {
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit) }
    } else {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// A unit of UTF-16, of which characters beyond the first plane take two.
  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}
