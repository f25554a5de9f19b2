import SprintSource

/// The line breaks to put back into a flattened line.
struct LineBreaks {
  enum Kind {
    case line
    /// A line break and a blank line.
    case paragraph
  }

  private let text: Bytes
  private(set) var edits: [TextEdit] = []
  private var last: Int?

  init(_ text: Bytes) { self.text = text }

  /// Breaks the line before `offset`, in place of one of the blanks that stand there.
  ///
  /// Of several blanks the last one gives way, unless the others indent what follows. Of several
  /// breaks before the same offset the last one stands, as it knows best what follows.
  mutating func add(_ kind: Kind, before offset: Int, isIndented: Bool = false) {
    var start = offset
    while start > text.startIndex, text[start - 1] == UInt8(ascii: " ") { start -= 1 }
    guard start < offset, start > text.startIndex else { return }
    if last == offset { edits.removeLast() }
    last = offset
    let blank = isIndented && offset - start > 2 ? start : offset - 1
    edits.append(TextEdit(ByteRange(blank, blank + 1), kind == .line ? Self.line : Self.paragraph))
  }

  // Shared, as a large file has a great many.
  private static let line: [UInt8] = [0x0A]
  private static let paragraph: [UInt8] = [0x0A, 0x0A]
}
