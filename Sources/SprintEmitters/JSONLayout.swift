/// Where a document is, as far as that says what parts the next member or element from what is before it.
struct JSONLayout: Sendable {
  /// Containers at a smaller depth than this take a line for each member.
  var brokenDepth: Int
  /// How many containers are open.
  var depth = 0
  /// Whether nothing is in the innermost of them yet.
  var isFirst = true

  init(brokenDepth: Int) { self.brokenDepth = brokenDepth }

  /// How many bytes ``separate(_:)`` and ``breakLine(_:)`` write at most.
  var width: Int { 2 + 2 * depth }

  /// How many bytes of them are there only because something comes before.
  var commaWidth: Int { depth <= brokenDepth ? 1 : 2 }

  @inline(__always)
  func separate(_ output: inout OutputSpan<UInt8>) {
    if !isFirst { output.append(UInt8(ascii: ",")) }
    if depth <= brokenDepth {
      breakLine(&output)
    } else if !isFirst {
      output.append(0x20)
    }
  }

  func breakLine(_ output: inout OutputSpan<UInt8>) {
    output.append(0x0A)
    output.append(repeating: 0x20, count: 2 * depth)
  }
}
