/// What ten times the input takes, held against what the input takes; what nothing takes is taken off both.
struct Growth: Sendable, Equatable, CustomStringConvertible {
  struct Cost: Sendable, Equatable {
    let instructions: Int
    /// The most memory that was resident at once, in bytes; nil where it is not known.
    let memory: Int?
  }

  let base: Cost
  let small: Cost
  let large: Cost

  /// What sorting takes is more than in proportion: `n log n`.
  static let limit = 12.0

  var instructions: Double {
    Self.quotient(large.instructions - base.instructions, small.instructions - base.instructions)
  }

  /// nil where so little is used that pages and chunks are most of it.
  var memory: Double? {
    guard let base = base.memory, let small = small.memory, let large = large.memory, small - base > 4 << 20 else {
      return nil
    }
    return Self.quotient(large - base, small - base)
  }

  var isLinear: Bool { instructions <= Self.limit && (memory ?? 0) <= Self.limit }

  var description: String {
    let memory = memory.map { ", memory x \(Decimal.text($0, places: 1))" } ?? ""
    return "instructions x \(Decimal.text(instructions, places: 1))\(memory)"
  }

  private static func quotient(_ one: Int, _ other: Int) -> Double { Double(one) / Double(max(other, 1)) }
}
