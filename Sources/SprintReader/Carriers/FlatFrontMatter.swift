import SprintSource

/// A front matter at the start of a flattened line: `--- slug: a owner: b ---`.
struct FlatFrontMatter {
  /// Where its lines begin, with the closing rule; whether each may be indented.
  private(set) var lines: [Int] = []
  /// Behind the closing rule.
  let end: Int

  init?(_ text: Bytes) {
    guard text.starts(with: "--- ".utf8) else { return nil }
    var index = text.startIndex + 3
    var isQuoted = false
    while index < text.endIndex {
      let byte = text[index]
      let isWordStart = text[index - 1] == UInt8(ascii: " ")
      if byte == UInt8(ascii: "\""), isQuoted ? text.isBlankOrEnd(index + 1) : isWordStart {
        isQuoted.toggle()
      } else if isWordStart, !isQuoted {
        if text.hasPrefix("---", at: index), text.isBlankOrEnd(index + 3) { break }
        if Self.isKey(text, at: index) || (text.hasPrefix("- ", at: index) && !lines.isEmpty) { lines.append(index) }
      }
      index += 1
    }
    guard index < text.endIndex, let first = lines.first,
      text[(text.startIndex + 3)..<first].allSatisfy(\.isBlank)
    else { return nil }
    lines.append(index)
    end = index + 3
  }

  /// `start_date:`
  private static func isKey(_ text: Bytes, at index: Int) -> Bool {
    let key = text[index...].prefix(64).prefix {
      $0.isLower || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard let first = key.first, first.isLower, key.endIndex < text.endIndex else { return false }
    return text[key.endIndex] == UInt8(ascii: ":") && text.isBlankOrEnd(key.endIndex + 1)
  }
}
