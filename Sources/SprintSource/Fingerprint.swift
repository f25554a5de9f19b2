/// Names findings so that the same finding has the same name tomorrow.
package enum Fingerprint {
  /// ``FNV1a``, as 16 hexadecimal digits, of the parts with a zero byte after each.
  package static func of(_ parts: [String]) -> String {
    var hash = FNV1a.start
    for part in parts {
      for byte in part.utf8 { hash = FNV1a.step(hash, byte) }
      hash = FNV1a.step(hash, 0)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
