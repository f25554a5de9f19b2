import SprintSource

/// The runs of characters outside ASCII in a file, in order, without a byte order mark.
struct NonASCIIRuns: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var index: Int

  init(in file: SourceFile) {
    text = file.text
    index = file.contentStart
  }

  mutating func next() -> Bytes? {
    guard let start = text[...].firstNonASCII(from: index) else {
      index = text.count
      return nil
    }
    index = start
    while index < text.count, text[index] >= 0x80 { index += 1 }
    return text[start..<index]
  }
}
