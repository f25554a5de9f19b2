package import SprintModel
import SprintSource

/// Writes JSON (RFC 8259) as bytes, in the order in which it is told things.
///
/// Characters that show nothing, and do something to whatever shows them, are escaped.
///
/// Containers down to a certain depth take a line for each member, deeper ones a line as a whole: so
/// a task, an edge or a finding is one line, and two outputs can be compared with `diff`.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var layout: JSONLayout

  /// - Parameter brokenDepth: containers at a smaller depth than this, counted from 0, take many lines.
  package init(brokenDepth: Int) { layout = JSONLayout(brokenDepth: brokenDepth) }

  // MARK: Containers

  // Inlined, as closures that are called hold what they use: large values would be copied for each of them.

  @inline(__always)
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    body(&self)
    close(UInt8(ascii: "}"))
  }

  @inline(__always)
  package mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void)
  {
    open(UInt8(ascii: "["))
    for element in elements { self.element { body(&$0, element) } }
    close(UInt8(ascii: "]"))
  }

  /// The same on all cores, for a long array: it goes out in pieces, of which only some are held at a time.
  ///
  /// - Parameters:
  ///   - count: the number of places, each of which may give any number of elements.
  ///   - length: how many places make a piece.
  ///   - threads: how many may write pieces; what comes out is the same on any number.
  ///   - output: takes what was written before, and then the pieces in their order, on the thread of the caller.
  ///   - body: writes the elements of some places, each with ``element(_:)``.
  package mutating func array(
    _ count: Int, inPiecesOf length: Int, threads: Int, to output: ([UInt8]) -> Void,
    onAllCores body: @Sendable (inout JSONWriter, Range<Int>) -> Void
  ) {
    open(UInt8(ascii: "["))
    flush(to: output)
    // Each piece begins as if there were elements before it.
    var blank = self
    blank.bytes = []
    blank.layout.isFirst = false
    // Few enough to lie in a cache, and so many that threads seldom wait for the last of them.
    let batch = 8 * threads * length
    for start in stride(from: 0, to: count, by: batch) {
      let end = min(start + batch, count)
      let pieces = Parallel.map((end - start + length - 1) / length, threads: threads) { [blank] piece in
        let lower = start + piece * length
        var writer = blank
        body(&writer, lower..<min(lower + length, end))
        return writer.bytes
      }
      for var piece in pieces where !piece.isEmpty {
        if layout.isFirst { piece.removeFirst(layout.commaWidth) }
        layout.isFirst = false
        output(piece)
      }
    }
    close(UInt8(ascii: "]"))
  }

  /// Hands on what was written, and begins anew behind it.
  package mutating func flush(to output: ([UInt8]) -> Void) {
    output(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes one more element of an array.
  @inline(__always)
  package mutating func element(_ body: (inout JSONWriter) -> Void) {
    separate()
    body(&self)
  }

  /// Writes what is in `body` on the line that was begun, however deep it stands.
  @inline(__always)
  package mutating func onOneLine(_ body: (inout JSONWriter) -> Void) {
    let depth = layout.brokenDepth
    layout.brokenDepth = min(depth, layout.depth)
    body(&self)
    layout.brokenDepth = depth
  }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    layout.depth += 1
    layout.isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    layout.depth -= 1
    let layout = layout
    bytes.append(addingCapacity: layout.width + 1) { output in
      if !layout.isFirst, layout.depth < layout.brokenDepth { layout.breakLine(&output) }
      output.append(bracket)
    }
    self.layout.isFirst = false
  }

  private mutating func separate() {
    let layout = layout
    bytes.append(addingCapacity: layout.width) { layout.separate(&$0) }
    self.layout.isFirst = false
  }

  /// Ends the last line of a document.
  package mutating func endLine() { bytes.append(0x0A) }

  // MARK: Members

  /// Begins a member; a name that stands in the source is written as it is.
  @inline(__always)
  package mutating func key(_ name: StaticString) {
    let layout = layout
    bytes.append(addingCapacity: layout.width + name.utf8CodeUnitCount + 4) { output in
      layout.separate(&output)
      output.append(UInt8(ascii: "\""))
      output.append(name)
      output.append("\": ")
    }
    self.layout.isFirst = false
  }

  /// Begins a member whose name may hold anything.
  package mutating func key(named name: String) {
    separate()
    string(name)
    literal(": ")
  }

  package mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ value: CalendarDate?) {
    key(name)
    if let value { date(value) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  @inline(__always)
  package mutating func member(_ name: StaticString, _ values: some Sequence<String>) {
    key(name)
    array(values) { $0.string($1) }
  }

  // MARK: Values

  package mutating func null() { literal("null") }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  private mutating func literal(_ text: StaticString) {
    bytes.append(addingCapacity: text.utf8CodeUnitCount) { $0.append(text) }
  }

  package mutating func number(_ value: Int) {
    bytes.append(addingCapacity: 20) { output in
      if value < 0 { output.append(UInt8(ascii: "-")) }
      output.append(decimal: value.magnitude)
    }
  }

  /// A day as ISO 8601 writes it.
  package mutating func date(_ date: CalendarDate) {
    guard date.year >= 0 else { return string(date.description) }
    bytes.append(addingCapacity: 14) { output in
      output.append(UInt8(ascii: "\""))
      output.append(decimal: UInt(date.year), width: 4)
      output.append(UInt8(ascii: "-"))
      output.append(decimal: UInt(date.month), width: 2)
      output.append(UInt8(ascii: "-"))
      output.append(decimal: UInt(date.day), width: 2)
      output.append(UInt8(ascii: "\""))
    }
  }

  package mutating func string(_ text: String) {
    let utf8 = text.utf8Span.span
    if let special = utf8.firstSpecial(from: 0) { escape(text, from: special) } else { quote(utf8) }
  }

  /// The same with a text that is no string yet, and most often need not be one.
  package mutating func string(_ utf8: Span<UInt8>) {
    guard utf8.firstSpecial(from: 0) != nil else { return quote(utf8) }
    string(unsafe utf8.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
  }

  /// Writes a string of which all may stand as it is.
  private mutating func quote(_ utf8: Span<UInt8>) {
    bytes.append(addingCapacity: utf8.count + 2) { output in
      output.append(UInt8(ascii: "\""))
      output.append(utf8)
      output.append(UInt8(ascii: "\""))
    }
  }

  /// Writes a string in which not all may stand as it is; the first such character is at `special`.
  private mutating func escape(_ text: String, from special: Int) {
    let utf8 = text.utf8Span
    let span = utf8.span
    bytes.append(UInt8(ascii: "\""))
    var scalars = utf8.makeUnicodeScalarIterator()
    var (start, special): (Int, Int?) = (0, special)
    while let place = special {
      scalars.reset(roundingBackwardsFrom: place)
      guard let scalar = scalars.next() else { break }
      let end = scalars.currentCodeUnitOffset
      if scalar.value < 0x7F || scalar.isHidden {
        literal(span.extracting(start..<place))
        escape(scalar)
        start = end
      }
      special = span.firstSpecial(from: end)
    }
    literal(span.extracting(start..<span.count))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func literal(_ text: Span<UInt8>) {
    bytes.append(addingCapacity: text.count) { $0.append(text) }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": literal("\\\"")
    case "\\": literal("\\\\")
    case "\n": literal("\\n")
    case "\r": literal("\\r")
    case "\t": literal("\\t")
    // Characters beyond the first plane take two units.
    default: for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit) }
    }
  }

  /// A unit of UTF-16.
  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}
