/// Bytes that look random and are the same in each run.
enum RandomBytes {
  static func make(count: Int, seed: UInt8, from alphabet: [UInt8] = Array(0...255)) -> [UInt8] {
    // Knuth's multiplier for a linear congruential generator of 64 bits.
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
  }
}
