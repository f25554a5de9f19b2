/// How much room text takes where every character has the width of one column or two, as on a terminal.
package enum DisplayWidth {
  /// The columns that a text takes on a line.
  package static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

  /// What is read as one character takes as much as the widest of its parts; the sign for pictures (U+FE0F) makes two.
  package static func of(_ character: Character) -> Int {
    let widest = character.unicodeScalars.map { of($0) }.max() ?? 0
    return widest > 0 && character.unicodeScalars.contains("\u{FE0F}") ? 2 : widest
  }

  /// The columns that a character takes: none, one or two (Unicode Standard Annex 11, *wide*).
  package static func of(_ scalar: Unicode.Scalar) -> Int {
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
