/// Something in a file that no text should hold.
package enum InvalidText: Hashable, Sendable {
  /// Bytes that are not UTF-8, of which this is the first.
  case invalidUTF8(UInt8)
  case nul
  /// A carriage return that no line feed follows.
  case loneCarriageReturn

  /// Where such things stand, in the order of the text; neighbouring invalid bytes make one place.
  ///
  /// No more than `limit` are listed: a file that is no text at all has millions.
  package static func places(in file: SourceFile, limit: Int = 1_000) -> [Located<InvalidText>] {
    let text = Bytes(file.text)
    let isPlain =
      file.isWellFormed && text.firstIndex(of: 0x00, from: 0) == nil && text.firstIndex(of: 0x0D, from: 0) == nil
    // Nearly all files are.
    if isPlain { return [] }
    var places: [Located<InvalidText>] = []
    var index = text.startIndex
    let bytes = text.span
    while index < text.endIndex, places.count < limit {
      let byte = bytes[index - text.startIndex]
      // Nearly all of each file is this.
      if byte >= 0x20, byte < 0x80 {
        index += 1
        continue
      }
      if byte >= 0x80 {
        if let length = text.wellFormedLength(at: index) {
          index += length
          continue
        }
        let start = index
        repeat { index += 1 } while index < text.endIndex && text.wellFormedLength(at: index) == nil
        places.append(Located(.invalidUTF8(byte), at: ByteRange(start, index)))
        continue
      }
      index += 1
      if byte == 0 {
        places.append(Located(.nul, at: ByteRange(index - 1, index)))
      } else if byte == 0x0D, index == text.endIndex || text[index] != 0x0A {
        places.append(Located(.loneCarriageReturn, at: ByteRange(index - 1, index)))
      }
    }
    return places
  }
}
