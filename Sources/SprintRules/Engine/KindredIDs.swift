import SprintLinker
import SprintSource

/// The ids of a workspace by their first segments, and by their digits: what is looked through for an id that somebody
/// may have meant.
struct KindredIDs: Sendable {
  private var byFamily: [Substring: [String]] = [:]
  private var byDigits: [UInt64: [String]] = [:]

  /// As many as a look at one id may cost, so that the cost of all looks stays linear.
  private static let most = 2_000

  init(_ workspace: Workspace) {
    for uid in workspace.symbols.uids {
      byFamily[Self.family(of: uid), default: []].append(uid)
      byDigits[Self.digits(of: uid), default: []].append(uid)
    }
  }

  /// The ids that differ least from a text, of those that begin like it or have the same digits.
  func nearest(to text: String, besides own: String) -> [String] {
    let kindred =
      (byDigits[Self.digits(of: text)] ?? []).prefix(Self.most)
      + (byFamily[Self.family(of: text)] ?? []).prefix(Self.most)
    return Nearest.matches(for: text, among: kindred.lazy.filter { $0 != own }, limit: 2)
  }

  private static func family(of id: String) -> Substring { Substring(id.utf8.prefix { $0 != UInt8(ascii: "-") }) }

  private static func digits(of id: String) -> UInt64 {
    id.utf8.lazy.filter(\.isDigit).reduce(0) { $0 &* 31 &+ UInt64($1) }
  }
}
