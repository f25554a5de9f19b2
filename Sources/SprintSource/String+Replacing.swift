extension String {
  /// The text with another for each place where a part stands, by its bytes.
  ///
  /// `replacing(_:with:)` of the standard library compares characters: a quote with a combining mark behind it is another
  /// character than the quote, and stays.
  package func replacingBytes(_ part: StaticString, with other: String) -> String {
    let part = Bytes(part.description)
    let bytes = Bytes(self)
    var result: [UInt8] = []
    var start = bytes.startIndex
    while let found = bytes.firstRange(of: part, from: start) {
      result += bytes[start..<found.lowerBound] + Array(other.utf8)
      start = found.upperBound
    }
    return start == bytes.startIndex ? self : String(decoding: result + bytes[start...], as: UTF8.self)
  }
}
