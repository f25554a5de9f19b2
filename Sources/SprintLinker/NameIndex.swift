private import Glibc
import SprintSource

/// Places by names that several of them may share; the names themselves have numbers, and are texts by these.
///
/// A dictionary of strings and arrays would do the same. Here all names stand in one array of bytes and all places in
/// another, so that no string is made, or counted, for any of them: they would lie all over the memory.
package struct NameIndex: Sendable {
  private struct Name {
    /// Where it ends in `bytes`; it begins where the one before it ends.
    let end: Int
    let first: Int32
    var last: Int32
  }

  /// The hash tells most names apart without a look at them.
  private struct Slot {
    let hash: UInt32
    /// The number of a name, and one more; 0 where there is none.
    let name: Int32

    static let empty = Slot(hash: 0, name: 0)
  }

  package private(set) var bytes: [UInt8] = []
  private var names: [Name] = []
  /// By place, the next one with the same name.
  private var next: [Int32]
  /// By hash. At least half of them are empty.
  private var slots: [Slot]

  /// Makes an empty index of the places from 0 up to `count`, with room for so many different names, which have so many
  /// bytes together.
  package init(count: Int, names: Int = 0, bytes: Int = 0) {
    self.bytes.reserveCapacity(bytes)
    next = [Int32](repeating: 0, count: count)
    let bits = Int.bitWidth - Swift.max(1, names).leadingZeroBitCount
    slots = [Slot](repeating: .empty, count: 2 << bits)
    self.names.reserveCapacity(names)
  }

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
  package mutating func add(_ place: Int, for name: Span<UInt8>, hash: UInt32) -> Int {
    let slot = slot(of: name, hash: hash)
    guard slots[slot].name == 0 else { return add(place, forName: Int(slots[slot].name) - 1) }
    unsafe name.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    names.append(Name(end: bytes.count, first: Int32(place), last: Int32(place)))
    slots[slot] = Slot(hash: hash, name: Int32(names.count))
    if names.count > slots.count / 2 { grow() }
    return names.count - 1
  }

  private mutating func add(_ place: Int, forName number: Int) -> Int {
    next[Int(names[number].last)] = Int32(place)
    names[number].last = Int32(place)
    return number
  }

  private mutating func grow() {
    let known = slots
    slots = [Slot](repeating: .empty, count: 2 * known.count)
    for one in known where one.name > 0 {
      var slot = Int(one.hash) & (slots.count - 1)
      while slots[slot].name > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = one
    }
  }

  /// The number of a name; nil where no place has it.
  package func number(of name: Span<UInt8>) -> Int? {
    let number = slots[slot(of: name, hash: Self.hash(of: name))].name
    return number > 0 ? Int(number) - 1 : nil
  }

  /// The places of a name in the order in which they were added, at most so many.
  package func places(for name: Span<UInt8>, most: Int = .max) -> [Int] {
    guard let number = number(of: name) else { return [] }
    var place = names[number].first
    var places = [Int(place)]
    while place != names[number].last, places.count < most {
      place = next[Int(place)]
      places.append(Int(place))
    }
    return places
  }

  /// The hash by which a name is found: eight bytes at a time are mixed into it, where `Hasher` takes several times as long
  /// for a name of two or three words.
  package static func hash(of name: Span<UInt8>) -> UInt32 {
    unsafe name.withUnsafeBytes { bytes in
      var hash = seed ^ UInt64(bytes.count)
      var place = 0
      while place + 8 <= bytes.count {
        unsafe hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      var rest: UInt64 = 0
      while place < bytes.count {
        unsafe rest = rest << 8 | UInt64(bytes[place])
        place += 1
      }
      return UInt32(truncatingIfNeeded: mixed(hash ^ rest))
    }
  }

  /// Each bit of the result depends on all bits of the value: both halves of a product, as in W. Yi's wyhash.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// Whoever writes trackers is not to know which names collide.
  private static let seed = UInt64.random(in: .min ... .max)

  /// The slot that a name has, or would have.
  private func slot(of name: Span<UInt8>, hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].name > 0, slots[slot].hash != hash || !isName(Int(slots[slot].name) - 1, name) {
      slot = (slot + 1) & (slots.count - 1)
    }
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

/// The names as texts, by their numbers; each is made when it is asked for.
extension NameIndex: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { names.count }
  package subscript(number: Int) -> String { Bytes(bytes)[range(ofName: number)].string }
}
