/// Places by keys that several of them may share: hashes of what is looked for.
package struct KeyIndex: Sendable {
  private let keys: [UInt64]
  /// The places by some bits of their keys: the high ones, in which each byte has had its part.
  private let buckets: Adjacency
  private let mask: Int

  /// Makes an index of the places from 0 on, each with its key.
  package init(_ keys: [UInt64]) {
    self.keys = keys
    let mask = 1 << (Int.bitWidth - keys.count.leadingZeroBitCount) - 1
    self.mask = mask
    buckets = Adjacency(nodeCount: mask + 1, ends: keys.lazy.map { Self.bucket(of: $0, mask) })
  }

  /// The first places with a key, in their order, at most so many.
  package func places(for key: UInt64, most: Int) -> [Int] {
    Array(buckets[Self.bucket(of: key, mask)].lazy.filter { keys[$0] == key }.prefix(most))
  }

  private static func bucket(of key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key >> 32) & mask }

  /// The key of one byte more: FNV-1a, which begins with a seed.
  @inlinable
  package static func step(_ key: UInt64, _ byte: UInt8) -> UInt64 { (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
