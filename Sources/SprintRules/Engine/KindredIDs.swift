import SprintLinker
import SprintSource

/// The ids of a workspace by their first segments, and by their digits: what is looked through for an id that somebody
/// may have meant.
struct KindredIDs: Sendable {
  private let symbols: SymbolTable
  private var byFamily: NameIndex
  private var byDigits: NameIndex

  /// As many as a look at one id may cost, so that the cost of all looks stays linear.
  private static let most = 2_000
  private static let limit = 2

  init(_ symbols: SymbolTable) {
    self.symbols = symbols
    let names = symbols.uids
    byFamily = NameIndex(count: names.count)
    byDigits = NameIndex(count: names.count)
    let bytes = names.bytes.span
    var digits: [UInt8] = []
    for node in 0..<names.count {
      let uid = bytes.extracting(names.range(ofName: node))
      byFamily.add(node, for: uid.extracting(first: Self.familyLength(of: uid)))
      Self.collect(digitsOf: uid, into: &digits)
      byDigits.add(node, for: digits.span)
    }
  }

  /// The ids that differ least from a text, of those that begin like it or have the same digits.
  func nearest(to text: String, besides own: String) -> [String] {
    let bytes = text.utf8.span
    var digits: [UInt8] = []
    Self.collect(digitsOf: bytes, into: &digits)
    let kindred =
      byDigits.places(for: digits.span, most: Self.most)
      + byFamily.places(for: bytes.extracting(first: Self.familyLength(of: bytes)), most: Self.most)
    // The texts of few are needed.
    let names = symbols.uids
    let all = names.bytes.span
    var comparison = Nearest.Comparison(with: text, limit: Self.limit)
    let near = kindred.filter { comparison.distance(to: all.extracting(names.range(ofName: $0))) != nil }
    return Nearest.matches(
      for: text, among: near.lazy.map { symbols.uids[$0] }.filter { $0 != own }, limit: Self.limit)
  }

  /// The bytes of the first segment.
  private static func familyLength(of id: Span<UInt8>) -> Int {
    var length = 0
    while length < id.count, id[length] != UInt8(ascii: "-") { length += 1 }
    return length
  }

  private static func collect(digitsOf id: Span<UInt8>, into digits: inout [UInt8]) {
    digits.removeAll(keepingCapacity: true)
    for index in id.indices where id[index].isDigit { digits.append(id[index]) }
  }
}
