private import Glibc
import SprintSource

/// Names by numbers, which they have in the order in which they come first, and numbers by names.
///
/// A dictionary of strings and an array would do the same. Here all names stand in one array of bytes, so that no string
/// is made, or counted, for any of them: they would lie all over the memory.
package struct NameTable: Sendable {
  /// The hash tells most names apart without a look at them.
  private struct Slot {
    let hash: UInt32
    /// The number of a name, and one more; 0 where there is none.
    let name: Int32

    static let empty = Slot(hash: 0, name: 0)
  }

  package private(set) var bytes: [UInt8] = []
  /// Where each name ends in `bytes`; it begins where the one before it ends.
  private var ends: [UInt32] = []
  /// By hash. At least a third of them are empty.
  private var slots: [Slot]

  /// Makes a table with room for so many names, which have so many bytes together: at most 4 GiB.
  package init(names: Int = 0, bytes: Int = 0) {
    self.bytes.reserveCapacity(bytes)
    ends.reserveCapacity(names)
    var size = 4
    while !Self.fits(names, size) { size *= 2 }
    slots = [Slot](repeating: .empty, count: size)
  }

  private static func fits(_ names: Int, _ slots: Int) -> Bool { names <= slots / 3 * 2 }

  /// Where a name stands in `bytes`.
  package func range(ofName number: Int) -> Range<Int> {
    (number > 0 ? Int(ends[number - 1]) : 0)..<Int(ends[number])
  }

  /// Adds a name, where it is not there yet.
  ///
  /// - Returns: its number.
  @discardableResult
  package mutating func add(_ name: Span<UInt8>) -> Int {
    // The same often come one after the other.
    if !ends.isEmpty, isName(ends.count - 1, name) { return ends.count - 1 }
    return add(name, hash: Self.hash(of: name))
  }

  /// Adds names whose hashes have been made, which stand one after the other; `body` is given their numbers.
  package mutating func add(_ names: [UInt8], _ ends: [(end: Int, hash: UInt32)], _ body: (Int) -> Void) {
    // All slots are looked at before any name is: each may have to come from memory, which is slow, but many can at once.
    let first = ends.map { slots[Int($0.hash) & (slots.count - 1)] }
    let bytes = names.span
    var start = 0
    for (place, (end, hash)) in ends.enumerated() {
      let name = bytes.extracting(start..<end)
      let known = Int(first[place].name) - 1
      body(known >= 0 && first[place].hash == hash && isName(known, name) ? known : add(name, hash: hash))
      start = end
    }
  }

  private mutating func add(_ name: Span<UInt8>, hash: UInt32) -> Int {
    let slot = slot(of: name, hash: hash)
    guard slots[slot].name == 0 else { return Int(slots[slot].name) - 1 }
    unsafe name.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    ends.append(UInt32(bytes.count))
    slots[slot] = Slot(hash: hash, name: Int32(ends.count))
    if !Self.fits(ends.count, slots.count) { grow() }
    return ends.count - 1
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

  /// The number of a name; nil where it was not added.
  package func number(of name: Span<UInt8>) -> Int? {
    let number = slots[slot(of: name, hash: Self.hash(of: name))].name
    return number > 0 ? Int(number) - 1 : nil
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
extension NameTable: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }
  package subscript(number: Int) -> String { Bytes(bytes)[range(ofName: number)].string }
}
