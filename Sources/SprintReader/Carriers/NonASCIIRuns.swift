import SprintSource

/// The runs of characters outside ASCII in a file, in order, without a byte order mark.
struct NonASCIIRuns: Sequence, IteratorProtocol {
  private let text: Bytes
  private var index: Int

  init(in file: SourceFile) {
    text = Bytes(file.text)
    index = file.contentStart
  }

  mutating func next() -> Bytes? {
    guard let start = text.firstNonASCII(from: index) else {
      index = text.endIndex
      return nil
    }
    index = start
    while index < text.endIndex, text[index] >= 0x80 { index += 1 }
    return text[start..<index]
  }
}
