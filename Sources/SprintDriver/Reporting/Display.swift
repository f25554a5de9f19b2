/// How text from files is shown on a terminal.
package enum Display {
  /// A text without characters that a terminal would obey: they are shown by their pictures (Unicode
  /// block *Control Pictures*), and those that turn the direction of text by U+FFFD.
  package static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { picture(of: $0) != nil }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { picture(of: $0) ?? $0 }))
  }

  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: "\u{FFFD}"
    default: nil
    }
  }
}
