import SprintSource

/// Places by keys that several of them may share: hashes of what is looked for.
package struct KeyIndex: Sendable {
  private let keys: [UInt64]
  /// The places by some bits of their keys.
  private let buckets: Adjacency
  /// How many buckets there are.
  private let size: Int

  /// Makes an index of the places from 0 on, each with its key.
  package init(_ keys: [UInt64]) {
    self.keys = keys
    let size = 1 << (Int.bitWidth - keys.count.leadingZeroBitCount)
    self.size = size
    buckets = Adjacency(nodeCount: size, ends: keys.lazy.map { FNV1a.slot(of: $0, size) })
  }

  /// The first places with a key that fulfil a condition, in their order, at most so many.
  package func places(for key: UInt64, most: Int, where isMeant: (Int) -> Bool = { _ in true }) -> [Int] {
    var places: [Int] = []
    for place in buckets[FNV1a.slot(of: key, size)] where keys[place] == key && isMeant(place) {
      if places.count == most { break }
      places.append(place)
    }
    return places
  }
}
