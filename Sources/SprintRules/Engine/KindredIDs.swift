import SprintLinker
import SprintSource

/// The ids of a workspace by their first segments, and by their digits: what is looked through for an id that somebody
/// may have meant.
struct KindredIDs: Sendable {
  private let symbols: SymbolTable
  private let byFamily: KeyIndex
  private let byDigits: KeyIndex
  /// Whoever writes trackers is not to know which ids share a key.
  private let seed: UInt64

  /// As many as a look at one id may cost, so that the cost of all looks stays linear.
  private static let most = 2_000
  private static let limit = 2

  init(_ symbols: SymbolTable) {
    self.symbols = symbols
    let seed = UInt64.random(in: .min ... .max)
    self.seed = seed
    let names = symbols.uids
    let bytes = names.bytes.span
    func index(_ key: (Span<UInt8>, UInt64) -> UInt64) -> KeyIndex {
      KeyIndex(names.indices.map { key(bytes.extracting(names.range(ofName: $0)), seed) })
    }
    byFamily = index(Self.family)
    byDigits = index(Self.digits)
  }

  /// The ids that differ least from a text, of those that begin like it or have the same digits.
  func nearest(to text: String, besides own: String) -> [String] {
    let bytes = text.utf8.span
    let kindred =
      byDigits.places(for: Self.digits(of: bytes, seed), most: Self.most)
      + byFamily.places(for: Self.family(of: bytes, seed), most: Self.most)
    // The texts of few are needed.
    let names = symbols.uids
    let all = names.bytes.span
    var comparison = Nearest.Comparison(with: text, limit: Self.limit)
    let near = kindred.filter { comparison.distance(to: all.extracting(names.range(ofName: $0))) != nil }
    return Nearest.matches(
      for: text, among: near.lazy.map { symbols.uids[$0] }.filter { $0 != own }, limit: Self.limit)
  }

  /// A key of the first segment.
  private static func family(of id: Span<UInt8>, _ seed: UInt64) -> UInt64 {
    var key = seed
    for index in id.indices {
      if id[index] == UInt8(ascii: "-") { break }
      key = FNV1a.step(key, id[index])
    }
    return key
  }

  /// A key of all digits.
  private static func digits(of id: Span<UInt8>, _ seed: UInt64) -> UInt64 {
    var key = seed
    for index in id.indices where id[index].isDigit { key = FNV1a.step(key, id[index]) }
    return key
  }
}
