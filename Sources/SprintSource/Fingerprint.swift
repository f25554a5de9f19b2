/// Names findings so that the same finding has the same name tomorrow.
package enum Fingerprint {
  /// FNV-1a in 64 bits (Fowler, Noll, Vo), as 16 hexadecimal digits, of the parts with a zero byte after each.
  package static func of(_ parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = hash &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
