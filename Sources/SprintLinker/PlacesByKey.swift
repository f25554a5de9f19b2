/// Places by a key that several of them may share: what an array for each key would hold, in two arrays for all keys.
@usableFromInline package struct PlacesByKey<Key: Hashable & Sendable>: Sendable {
  @usableFromInline var ends: [Key: Ends] = [:]
  /// By place, the next one with the same key.
  @usableFromInline var next: [Int]

  /// The first place and the last one of a key.
  @usableFromInline struct Ends: Sendable {
    @usableFromInline let first: Int
    @usableFromInline var last: Int

    @inlinable init(_ place: Int) { (first, last) = (place, place) }

    /// - Returns: what was the last place before.
    @inlinable mutating func append(_ place: Int) -> Int {
      defer { last = place }
      return last
    }
  }

  /// Makes an empty index of the places from 0 up to `count`.
  @inlinable package init(count: Int) { next = [Int](repeating: 0, count: count) }

  /// Adds a place, which must be added only once.
  @inlinable package mutating func add(_ place: Int, for key: Key) {
    let before = ends[key, default: Ends(place)].append(place)
    next[before] = place
  }

  /// The places of a key in the order in which they were added, at most so many.
  @inlinable package func places(for key: Key, most: Int = .max) -> [Int] {
    guard let ends = ends[key] else { return [] }
    var places = [ends.first]
    while let last = places.last, last != ends.last, places.count < most { places.append(next[last]) }
    return places
  }
}
