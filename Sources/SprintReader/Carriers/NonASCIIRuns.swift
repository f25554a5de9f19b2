import SprintSource

/// The runs of characters outside ASCII in a file, in order, without a byte order mark.
struct NonASCIIRuns: Sequence, IteratorProtocol {
  private let file: SourceFile
  private var index: Int
  /// The line that the last run of several characters stands in, with its code spans.
  private var line = ByteRange.empty(at: 0)
  private var code = CodeSpans(in: [])

  struct Run {
    let text: Bytes
    let isInCode: Bool
    /// One character alone is never garbled: each byte of a character makes one, and there are two or more.
    let holdsSeveralScalars: Bool
  }

  init(in file: SourceFile) {
    self.file = file
    index = file.contentStart
  }

  mutating func next() -> Run? {
    let text = file.text
    while index < text.count, text[index] < 0x80 { index += 1 }
    guard index < text.count else { return nil }
    let start = index
    while index < text.count, text[index] >= 0x80 { index += 1 }
    let run = text[start..<index]
    let isLong = run.scalar(at: start).length < run.count
    return Run(text: run, isInCode: isLong && isInCode(start), holdsSeveralScalars: isLong)
  }

  private mutating func isInCode(_ offset: Int) -> Bool {
    if offset >= line.upper {
      line = file.lines.range(ofLine: file.lines.line(at: offset)) ?? .empty(at: offset)
      code = CodeSpans(in: file.slice(line))
    }
    return code.contains(offset)
  }
}
