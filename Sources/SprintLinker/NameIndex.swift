private import Glibc
import SprintSource

/// Places by names that several of them may share.
///
/// A dictionary of strings and arrays would do the same. Here all names stand in one array of bytes and all places in
/// another, so that no string is made, or counted, for any of them: they would lie all over the memory.
package struct NameIndex: Sendable {
  private struct Name {
    /// Where it ends in `bytes`; it begins where the one before it ends.
    let end: Int
    let first: Int
    var last: Int
  }

  package private(set) var bytes: [UInt8] = []
  private var names: [Name] = []
  /// By place, the next one with the same name.
  private var next: [Int]
  /// By hash, the number of a name, and one more; 0 where there is none. Half of them stay empty.
  private var slots: [Int32]

  /// Makes an empty index of the places from 0 up to `count`.
  package init(count: Int) {
    next = [Int](repeating: 0, count: count)
    let bits = Int.bitWidth - max(1, count).leadingZeroBitCount
    slots = [Int32](repeating: 0, count: 2 << bits)
  }

  /// The number of different names.
  package var count: Int { names.count }

  /// Where a name stands in `bytes`; names have numbers from 0 in the order in which they were added.
  package func range(ofName number: Int) -> Range<Int> {
    (number > 0 ? names[number - 1].end : 0)..<names[number].end
  }

  /// Adds a place, which must be added only once.
  ///
  /// - Returns: the number of the name.
  @discardableResult
  package mutating func add(_ place: Int, for name: Span<UInt8>) -> Int {
    // What names the same often comes one after the other.
    if !names.isEmpty, isName(names.count - 1, name) { return add(place, forName: names.count - 1) }
    return add(place, for: name, hash: Self.hash(of: name))
  }

  /// The same with the hash of the name, which may have been made before.
  package mutating func add(_ place: Int, for name: Span<UInt8>, hash: Int) -> Int {
    let slot = slot(of: name, hash: hash)
    guard slots[slot] == 0 else { return add(place, forName: Int(slots[slot]) - 1) }
    unsafe name.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    names.append(Name(end: bytes.count, first: place, last: place))
    slots[slot] = Int32(names.count)
    return names.count - 1
  }

  private mutating func add(_ place: Int, forName number: Int) -> Int {
    next[names[number].last] = place
    names[number].last = place
    return number
  }

  /// The number of a name; nil where no place has it.
  package func number(of name: Span<UInt8>) -> Int? {
    let slot = slots[slot(of: name, hash: Self.hash(of: name))]
    return slot > 0 ? Int(slot) - 1 : nil
  }

  /// The places of a name in the order in which they were added, at most so many.
  package func places(for name: Span<UInt8>, most: Int = .max) -> [Int] {
    guard let number = number(of: name) else { return [] }
    var places = [names[number].first]
    while let last = places.last, last != names[number].last, places.count < most { places.append(next[last]) }
    return places
  }

  /// The hash by which a name is found.
  package static func hash(of name: Span<UInt8>) -> Int {
    var hasher = Hasher()
    unsafe name.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  /// The slot that a name has, or would have.
  private func slot(of name: Span<UInt8>, hash: Int) -> Int {
    var slot = hash & (slots.count - 1)
    while slots[slot] > 0, !isName(Int(slots[slot]) - 1, name) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isName(_ number: Int, _ name: Span<UInt8>) -> Bool {
    let range = range(ofName: number)
    guard range.count == name.count else { return false }
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe name.withUnsafeBytes { name in
        guard let known = bytes.baseAddress, let name = name.baseAddress else { return true }
        return unsafe memcmp(known + range.lowerBound, name, range.count) == 0
      }
    }
  }
}
