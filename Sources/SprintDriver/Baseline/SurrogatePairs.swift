import SprintSource

/// Characters that JSON escapes in two halves, `\ud83d\ude00` (RFC 8259 §7): YAML has another escape for them, and takes
/// a half for no character (YAML 1.1 §5.6).
enum SurrogatePairs {
  /// The edits that write these characters out.
  static func edits(in text: [UInt8]) -> [TextEdit] {
    let text = Bytes(text)
    var edits: [TextEdit] = []
    var index = 0
    while let place = text.firstIndex(of: UInt8(ascii: "\\"), from: index) {
      // What follows a backslash belongs to it, another backslash too.
      index = place + 2
      guard let lead = unit(in: text, at: place), UTF16.isLeadSurrogate(lead),
        let trail = unit(in: text, at: place + 6), UTF16.isTrailSurrogate(trail)
      else { continue }
      index = place + 12
      edits.append(TextEdit(ByteRange(place, index), String(decoding: [lead, trail], as: UTF16.self)))
    }
    return edits
  }

  /// The unit of UTF-16 that is escaped at a place; nil where none is.
  private static func unit(in text: Bytes, at place: Int) -> UInt16? {
    guard text.hasPrefix("\\u", at: place), place + 6 <= text.endIndex else { return nil }
    let digits = text[(place + 2)..<(place + 6)]
    guard digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0.lowercased) }) else { return nil }
    return UInt16(digits.string, radix: 16)
  }
}
