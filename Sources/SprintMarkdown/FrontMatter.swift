import SprintSource

/// The YAML block that a file may begin with, between two lines of three dashes.
struct FrontMatter {
  let content: ByteRange
  /// The number of lines with both lines of dashes.
  let lines: Int
  /// Where the Markdown begins.
  let end: Int

  static func find(in file: SourceFile) -> FrontMatter? {
    let text = Bytes(file.text)
    guard var first = file.lines.range(ofLine: 1) else { return nil }
    if text.hasPrefix("\u{FEFF}", at: 0) { first = ByteRange(3, first.upper) }
    guard isFence(text.at(first), "---") else { return nil }
    var line = 2
    while let range = file.lines.range(ofLine: line) {
      let slice = text.at(range)
      if isFence(slice, "---") || isFence(slice, "...") {
        // A heading over a rule, or a rule over prose, is no front matter: its first line must be a key.
        let content = ByteRange(first.upper, range.lower)
        guard looksLikeYAML(text.at(content)) else { return nil }
        return FrontMatter(content: content, lines: line, end: range.upper)
      }
      line += 1
    }
    return nil
  }

  private static func isFence(_ line: Bytes, _ fence: String) -> Bool {
    line.hasPrefix(fence, at: line.startIndex) && line.dropFirst(3).allSatisfy(\.isSpace)
  }

  private static func looksLikeYAML(_ text: Bytes) -> Bool {
    let text = text.trimmed
    guard let first = text.first else { return true }
    if first == UInt8(ascii: "#") {
      return !text.hasPrefix("##", at: text.startIndex) && text.contains(UInt8(ascii: ":"))
    }
    var index = text.startIndex
    while index < text.endIndex,
      text[index].isWord || text[index] == UInt8(ascii: "_") || text[index] == UInt8(ascii: "-")
        || text[index] == UInt8(ascii: "\"") || text[index].isBlank
    {
      index += 1
    }
    guard index > text.startIndex, index < text.endIndex, text[index] == UInt8(ascii: ":") else { return false }
    return index + 1 == text.endIndex || text[index + 1].isSpace
  }
}
