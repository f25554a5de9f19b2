import SprintSource

/// A character set of one byte a character, whose lower half is ASCII.
struct EightBitCharset: Sendable {
  let name: String
  /// Whether a garbled accented letter looks like nothing that people write.
  ///
  /// Not so in Thai: "é" decodes to two plain Thai consonants.
  let lettersTell: Bool
  private let bytes: [Unicode.Scalar: UInt8]

  /// Makes a set of the characters of 0x80 to 0xFF; U+FFFD stands where there is none.
  private init(_ name: String, lettersTell: Bool = true, upperHalf: some Sequence<Unicode.Scalar>) {
    self.name = name
    self.lettersTell = lettersTell
    let pairs = zip(upperHalf, UInt8(0x80)...UInt8.max).filter { $0.0 != "\u{FFFD}" }
    bytes = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  func byte(of scalar: Unicode.Scalar) -> UInt8? { bytes[scalar] }

  static let all: [EightBitCharset] = [windows1252, latin1, macRoman, windows874]

  /// The controls that ISO 8859 has at 0x80 to 0x9F.
  ///
  /// Decoders of the Windows sets put them where the set has no character, so that no byte is lost.
  private static let controls = (0x80...0x9F).map { Unicode.Scalar(UInt8($0)) }
  private static let latin = (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }

  /// ISO 8859-1.
  static let latin1 = EightBitCharset("Latin-1", upperHalf: controls + latin)

  static let windows1252 = EightBitCharset(
    "Windows-1252",
    upperHalf: Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars) + latin)

  static let macRoman = EightBitCharset(
    "Mac Roman",
    upperHalf: """
      ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
      ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
      """.unicodeScalars)

  /// Windows-874: TIS-620, the Thai set, with some punctuation added.
  static let windows874 = EightBitCharset(
    "Windows-874", lettersTell: false,
    upperHalf: (0x80...0xFF).map { byte in
      switch byte {
      case 0x80: "€"
      case 0x85: "…"
      case 0x91...0x97: punctuation874[byte - 0x91]
      case 0xA1...0xDA, 0xDF...0xFB: Unicode.Scalar(0x0E00 + UInt32(byte) - 0xA0) ?? "\u{FFFD}"
      case 0xDB...0xDE, 0xFC...0xFF: "\u{FFFD}"
      default: Unicode.Scalar(UInt8(byte))
      }
    })

  private static let punctuation874: [Unicode.Scalar] = ["‘", "’", "“", "”", "•", "–", "—"]
}
