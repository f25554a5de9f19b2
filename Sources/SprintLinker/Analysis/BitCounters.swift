/// Sixty-four counters that are counted up together: plane k holds bit k of each.
struct BitCounters {
  private var planes: [UInt64] = []

  /// Counts up those whose bit is set: on the average two steps, whatever their number.
  mutating func add(_ mask: UInt64) {
    var carry = mask
    for plane in planes.indices where carry != 0 {
      (planes[plane], carry) = (planes[plane] ^ carry, planes[plane] & carry)
    }
    if carry != 0 { planes.append(carry) }
  }

  subscript(bit: Int) -> Int {
    planes.indices.reduce(0) { $0 | Int(planes[$1] >> UInt64(bit) & 1) << $1 }
  }
}
