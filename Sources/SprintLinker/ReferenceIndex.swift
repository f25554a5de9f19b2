import SprintModel
import SprintSource
import Synchronization

/// What references are looked up in: the ids of a workspace, whole and by their parts.
///
/// Sprints are linked on several threads at once. What few workspaces need is made when it is first asked for.
final class ReferenceIndex: Sendable {
  let sprints: [Sprint]
  let symbols: SymbolTable
  let names: SprintNames
  /// By sprint, whether it, or one of the same name, declares ids that mean something in it alone.
  let hasShortIDs: [Bool]
  /// The tasks and sprints that references which mean several may stand for together, and stand for so far.
  private let most: Int
  private let taken = Atomic(0)

  /// By the number of segments.
  private let suffixes = (0...mostSegments).map { _ in LazyValue<PlacesByKey<Substring>>() }
  private let prefixes = (0...mostSegments).map { _ in LazyValue<PlacesByKey<Substring>>() }
  private let series = LazyValue<[Substring: [NumberedNode]]>()

  /// Nobody means a part of an id that has more.
  static let mostSegments = 16

  /// An id that ends in a number.
  struct NumberedNode: Sendable {
    let number: Int
    /// The digits of the number as it is written.
    let width: Int
    let node: Int
  }

  init(_ sprints: [Sprint], _ symbols: SymbolTable, _ names: SprintNames, most: Int) {
    self.most = most
    self.sprints = sprints
    self.symbols = symbols
    self.names = names
    var slugs: Set<String> = []
    for place in sprints.indices where sprints[place].tasks.contains(where: { !$0.id.value.isGlobal }) {
      slugs.insert(sprints[place].slug)
    }
    hasShortIDs = sprints.indices.map { slugs.contains(sprints[$0].slug) }
  }

  // MARK: The limit

  /// Whether references stand for more tasks than they may.
  var isExceeded: Bool { taken.load(ordering: .relaxed) > most }

  /// Whether a reference may stand for so many tasks more.
  func take(_ count: Int) -> Bool {
    !isExceeded && taken.wrappingAdd(count, ordering: .relaxed).newValue <= most
  }

  /// What a reference is the first to exceed; nil where nothing is exceeded so far.
  func excess(at reference: Reference) -> Excess? {
    let taken = taken.load(ordering: .relaxed)
    return taken > most ? Excess(.references, taken, limit: most, at: reference.text.range) : nil
  }

  // MARK: Parts of ids

  /// The nodes of global ids by their last segments, at most ``mostSegments``, for those that have others before them.
  func suffixes(segments count: Int) -> PlacesByKey<Substring> {
    suffixes[count].get { nodes { $0.suffix(segments: count) } }
  }

  /// The nodes of global ids by their first segments, at most ``mostSegments``, for those that have others after them.
  func prefixes(segments count: Int) -> PlacesByKey<Substring> {
    prefixes[count].get { nodes { $0.prefix(segments: count) } }
  }

  /// Ids by what stands before the number at their end, in the order of that number.
  func numbers() -> [Substring: [NumberedNode]] { series.get(numberedNodes) }

  private func nodes(by part: (String) -> Substring?) -> PlacesByKey<Substring> {
    var index = PlacesByKey<Substring>(count: symbols.uids.count)
    for (node, uid) in symbols.uids.enumerated() {
      guard let part = part(uid), TaskID.isGlobal(uid.utf8.span) else { continue }
      index.add(node, for: part)
    }
    return index
  }

  private func numberedNodes() -> [Substring: [NumberedNode]] {
    var index: [Substring: [NumberedNode]] = [:]
    for (node, uid) in symbols.uids.enumerated() {
      let (stem, number) = Self.numbered(uid)
      guard let number else { continue }
      let width = uid.utf8.count - stem.utf8.count
      index[stem, default: []].append(NumberedNode(number: number, width: width, node: node))
    }
    return index.mapValues { $0.sorted { ($0.number, $0.width) < ($1.number, $1.width) } }
  }

  /// An id without the number at its end, and that number; nil where there is none, or one too large for an integer.
  static func numbered(_ text: String) -> (stem: Substring, number: Int?) {
    let bytes = text.utf8.span
    var start = bytes.count
    while start > 0, bytes[start - 1].isDigit { start -= 1 }
    let place = text.utf8.index(text.startIndex, offsetBy: start)
    return (text[..<place], Int(text[place...]))
  }
}

extension String {
  /// The last segments of an id; nil where it has no others before them.
  fileprivate func suffix(segments count: Int) -> Substring? {
    let bytes = utf8.span
    var hyphens = 0
    for place in bytes.indices.reversed() where bytes[place] == UInt8(ascii: "-") {
      hyphens += 1
      if hyphens == count { return self[utf8.index(startIndex, offsetBy: place + 1)...] }
    }
    return nil
  }

  /// The first segments of an id; nil where it has no others after them.
  fileprivate func prefix(segments count: Int) -> Substring? {
    let bytes = utf8.span
    var hyphens = 0
    for place in bytes.indices where bytes[place] == UInt8(ascii: "-") {
      hyphens += 1
      if hyphens == count { return self[..<utf8.index(startIndex, offsetBy: place)] }
    }
    return nil
  }
}
