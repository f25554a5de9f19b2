extension Unicode.Scalar {
  /// Whether a character shows nothing, and does something: ends a line, steers a terminal, turns the direction of text,
  /// or hides that two texts differ.
  ///
  /// These are the controls, the characters that Unicode lets a display leave out (*Default_Ignorable_Code_Point*), those
  /// that annotate, and what is no character. Joiners and variation selectors are not among them: letters and emoji are
  /// made with them, so that it depends on what stands before (see ``joins(_:)``).
  package var isHidden: Bool {
    if value < 0x7F { return value < 0x20 }
    switch value {
    case 0x7F..<0xA0, 0x2028...0x2029, 0xFFF9...0xFFFB: return true
    case 0x200C...0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false
    case 0xFFFE...: return value & 0xFFFE == 0xFFFE || properties.isDefaultIgnorableCodePoint
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether a joiner or a variation selector has something to do behind another character; true for all others.
  package func joins(_ previous: Unicode.Scalar) -> Bool {
    switch value {
    case 0xFE0E...0xFE0F: previous != self && (!previous.isASCII || previous.properties.isEmoji)
    case 0x200C...0x200D, 0xFE00...0xFE0D, 0xE0100...0xE01EF: previous != self && !previous.isASCII
    default: true
    }
  }
}
