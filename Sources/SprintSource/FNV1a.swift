/// The hash FNV-1a in 64 bits (Fowler, Noll, Vo), a byte at a time.
@usableFromInline package enum FNV1a {
  /// The hash of no bytes; a table whose keys come from files begins with a seed of its own.
  package static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash with one byte more.
  @inlinable @inline(__always)
  package static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The place of a hash in a table, whose size is a power of two: the last bytes have had their part in its low bits, those
  /// before them and the seed in the high ones.
  @inlinable @inline(__always)
  package static func slot(of hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
  }
}
