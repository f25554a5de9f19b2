import SprintSource

/// A run of characters outside ASCII that is UTF-8, decoded with an 8-bit character set.
struct GarbledRun {
  /// What was meant, in UTF-8.
  let meant: [UInt8]
  /// How sure it is that nobody wrote the run as it stands: 0 for a chance hit, 2 and above for proof.
  let weight: Int

  /// Encodes a run in `charset` and reads the bytes as UTF-8; nil where it cannot have come about so.
  ///
  /// The characters of a set are pairwise different, so decoding the bytes gives back the very run.
  init?(_ run: Bytes, in charset: EightBitCharset) {
    guard let once = Self.decode(run, in: charset) else { return nil }
    // Text that went through the same mill twice.
    if once.weight > 1, let twice = Self.decode(Bytes(once.bytes), in: charset), twice.weight > 1 {
      (meant, weight) = (twice.bytes, twice.weight)
    } else {
      (meant, weight) = (once.bytes, once.weight)
    }
  }

  private static func decode(_ run: Bytes, in charset: EightBitCharset) -> (bytes: [UInt8], weight: Int)? {
    var bytes: [UInt8] = []
    var index = run.startIndex
    while index < run.endIndex {
      let (scalar, length) = run.scalar(at: index)
      // The first byte alone tells most honest runs apart: it must begin a sequence.
      guard let byte = charset.byte(of: scalar), !bytes.isEmpty || byte >= 0xC2 else { return nil }
      bytes.append(byte)
      index += length
    }
    return weigh(Bytes(bytes), lettersTell: charset.lettersTell).map { (bytes, $0) }
  }

  /// How much a text says that it is what was meant; nil where it is not UTF-8, or nothing that people write.
  private static func weigh(_ text: Bytes, lettersTell: Bool) -> Int? {
    var weight = 0
    var index = text.startIndex
    /// The block of 256 characters that the run of letters is in, and how long it is.
    var (block, letters): (UInt32, Int) = (0, 0)
    while index < text.endIndex {
      guard let length = text.wellFormedLength(at: index) else { return nil }
      let scalar = text.scalar(at: index).scalar
      switch TextClass(scalar) {
      case .symbol: weight += 2
      case .accentedLetter: weight += lettersTell ? 1 : 0
      case .letter:
        letters = scalar.value >> 8 == block ? letters + 1 : 1
        block = scalar.value >> 8
        if letters == 3 { weight += 2 }
      case .ambiguous: break
      case .unusual: return nil
      }
      index += length
    }
    return weight
  }
}
