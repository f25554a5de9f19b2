/// What a character says about the chance that the text it stands in was meant.
enum TextClass {
  /// Punctuation, arrows, emoji: what trackers lose most, and what two honest characters seldom make.
  case symbol
  /// A letter of Latin-1.
  case accentedLetter
  /// A letter of another alphabet in wide use: it convinces among its own kind only.
  case letter
  /// Possible, but no evidence.
  case ambiguous
  /// What nobody writes in a plan.
  case unusual

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // ¡ ¤ ¨ ª ¬ ¯ ´ ¸ º: rare in prose, and each is a syllable when read as Thai.
    case 0xA1, 0xA4, 0xA8, 0xAA, 0xAC, 0xAF, 0xB4, 0xB8, 0xBA: self = .ambiguous
    case 0xA0...0xBF, 0xD7, 0xF7: self = .symbol
    case 0xC0...0xFF: self = .accentedLetter
    case 0x100...0x24F, 0x300...0x36F: self = .ambiguous
    case 0x370...0x52F, 0x590...0x6FF, 0x900...0xE7F, 0x1E00...0x1EFF: self = .letter
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF: self = .letter
    case 0x2000...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF, 0x3000...0x303F: self = .symbol
    case 0xFE00...0xFE0F, 0xFEFF, 0xFF00...0xFFEF, 0x1F000...0x1FAFF: self = .symbol
    default: self = .unusual
    }
  }
}
