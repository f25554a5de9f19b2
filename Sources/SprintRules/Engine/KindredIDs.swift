import SprintLinker
import SprintSource

/// The ids of a workspace by their first segments, and by their digits: what is looked through for an id that somebody
/// may have meant. Both are kept as numbers, which few others have.
struct KindredIDs: Sendable {
  private let uids: [String]
  private var byFamily: PlacesByKey<UInt64>
  private var byDigits: PlacesByKey<UInt64>

  /// As many as a look at one id may cost, so that the cost of all looks stays linear.
  private static let most = 2_000

  init(_ workspace: Workspace) {
    uids = workspace.symbols.uids
    byFamily = PlacesByKey(count: uids.count)
    byDigits = PlacesByKey(count: uids.count)
    for (node, uid) in uids.enumerated() {
      byFamily.add(node, for: Self.family(of: uid))
      byDigits.add(node, for: Self.digits(of: uid))
    }
  }

  /// The ids that differ least from a text, of those that begin like it or have the same digits.
  func nearest(to text: String, besides own: String) -> [String] {
    let kindred =
      byDigits.places(for: Self.digits(of: text), most: Self.most)
      + byFamily.places(for: Self.family(of: text), most: Self.most)
    return Nearest.matches(for: text, among: kindred.lazy.map { uids[$0] }.filter { $0 != own }, limit: 2)
  }

  private static func family(of id: String) -> UInt64 {
    let bytes = id.utf8.span
    var number: UInt64 = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "-") { break }
      number = number &* 257 &+ UInt64(bytes[index])
    }
    return number
  }

  private static func digits(of id: String) -> UInt64 {
    let bytes = id.utf8.span
    var number: UInt64 = 0
    for index in bytes.indices where bytes[index].isDigit { number = number &* 31 &+ UInt64(bytes[index]) }
    return number
  }
}
