import SprintSource

/// Words of a tracker, in a paragraph, a heading or a cell of a document in Markdown (GFM).
///
/// They show as they are written: what could begin emphasis, code, a link, HTML, a character reference or a cell gets a
/// backslash (CommonMark §2.4), and nothing else does.
enum MarkdownText {
  /// - Parameter text: on one line.
  /// - Returns: the text, with backslashes.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    // Where the signs begin that may end a heading.
    let end = scalars.lastIndex { $0 != "#" }.map { $0 + 1 } ?? 0
    var result = ""
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      let isEnd = scalar == "#" && place >= end
      if isEnd
        || isMark(scalar, behind: place > 0 ? scalars[place - 1] : nil, before: next, rest: scalars[(place + 1)...])
      {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isMark(
    _ scalar: Unicode.Scalar, behind previous: Unicode.Scalar?, before next: Unicode.Scalar?,
    rest: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    switch scalar {
    case "`", "[", "|", "~": true
    case "*": !(isBlank(previous) && isBlank(next))
    // Inside a word it marks nothing.
    case "_": !(isWord(previous) && isWord(next)) && !(isBlank(previous) && isBlank(next))
    case "<": next.map { $0.properties.isAlphabetic || "/!?".unicodeScalars.contains($0) } ?? false
    case "\\": next.map(isPunctuation) ?? true
    case "&": rest.drop { isWord($0) || $0 == "#" }.first == ";" && next != ";"
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(\.properties.isWhitespace) ?? true }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }

  /// The punctuation of ASCII.
  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x2F).contains(scalar.value) || (0x3A...0x40).contains(scalar.value)
      || (0x5B...0x60).contains(scalar.value) || (0x7B...0x7E).contains(scalar.value)
  }
}
