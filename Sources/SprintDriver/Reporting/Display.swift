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

  /// The columns that a character takes: none, one or two (Unicode Standard Annex 11, *wide*).
  package static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isWide = wide.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation
    return isWide ? 2 : 1
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}

extension Display {
  /// The columns that a text takes on a line.
  package static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// What is read as one character takes as much as the widest of its parts; the sign for pictures (U+FE0F) makes two.
  static func width(of character: Character) -> Int {
    let widest = character.unicodeScalars.map { width(of: $0) }.max() ?? 0
    return widest > 0 && character.unicodeScalars.contains("\u{FE0F}") ? 2 : widest
  }
}
