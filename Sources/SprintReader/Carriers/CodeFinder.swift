import SprintSource

/// Tells what lies in a code block or a code span, for offsets that are asked about in
/// the order of the text.
struct CodeFinder {
  private let file: SourceFile
  /// The line at hand, counted from 1, and its code spans.
  private var line = 0
  private var spans = CodeSpans(in: [])
  private var opener: FenceLine?

  init(_ file: SourceFile) { self.file = file }

  /// Whether the byte at an offset lies in a code block or a code span.
  mutating func isCode(at offset: Int) -> Bool {
    let last = line
    if isInBlock(offset) { return true }
    if line > last { spans = CodeSpans(in: file.content(ofLine: line)) }
    return spans.contains(offset)
  }

  /// Whether the line of an offset belongs to a fenced code block.
  mutating func isInBlock(_ offset: Int) -> Bool {
    let target = file.lines.line(at: offset)
    while line < target {
      line += 1
      readFence()
    }
    return opener != nil
  }

  private mutating func readFence() {
    guard let fence = FenceLine(file.content(ofLine: line)) else { return }
    if let open = opener {
      if fence.closes(open) { opener = nil }
    } else {
      opener = fence
    }
  }
}
