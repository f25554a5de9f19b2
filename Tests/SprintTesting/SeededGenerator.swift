/// A generator whose numbers look random and are the same in each run.
///
/// S. Vigna's SplitMix64, after G. Steele, D. Lea and C. Flood, *Fast splittable pseudorandom number generators*, 2014.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of `range`.
  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in so many times.
  package mutating func once(in times: Int) -> Bool { number(1...times) == 1 }

  /// One of some values.
  package mutating func one<Value>(of values: [Value]) -> Value { values[number(0...(values.count - 1))] }
}
