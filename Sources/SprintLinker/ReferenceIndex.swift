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
  private let suffixes = (0...mostSegments).map { _ in LazyValue<IDParts>() }
  private let prefixes = (0...mostSegments).map { _ in LazyValue<IDParts>() }
  private let series = LazyValue<NumberSeries>()

  /// Nobody means a part of an id that has more.
  static let mostSegments = 16

  init(_ sprints: [Sprint], _ symbols: SymbolTable, _ names: SprintNames, most: Int) {
    self.most = most
    self.sprints = sprints
    self.symbols = symbols
    self.names = names
    var slugs: Set<String> = []
    for place in sprints.indices where symbols.hasShortIDs[place] {
      slugs.insert(sprints[place].slug)
    }
    hasShortIDs = slugs.isEmpty ? symbols.hasShortIDs : sprints.indices.map { slugs.contains(sprints[$0].slug) }
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
  func suffixes(segments count: Int) -> IDParts {
    suffixes[count].get { IDParts(symbols.uids) { $0.suffix(segments: count) } }
  }

  /// The nodes of global ids by their first segments, at most ``mostSegments``, for those that have others after them.
  func prefixes(segments count: Int) -> IDParts {
    prefixes[count].get { IDParts(symbols.uids) { $0.prefix(segments: count) } }
  }

  /// All ids that end in a number.
  func numbers() -> NumberSeries { series.get { NumberSeries(symbols.uids) } }
}

extension Span<UInt8> {
  /// The last segments of an id; nil where it has no others before them.
  fileprivate func suffix(segments count: Int) -> Range<Int>? {
    var hyphens = 0
    for place in indices.reversed() where self[place] == UInt8(ascii: "-") {
      hyphens += 1
      if hyphens == count { return place + 1..<self.count }
    }
    return nil
  }

  /// The first segments of an id; nil where it has no others after them.
  fileprivate func prefix(segments count: Int) -> Range<Int>? {
    var hyphens = 0
    for place in indices where self[place] == UInt8(ascii: "-") {
      hyphens += 1
      if hyphens == count { return 0..<place }
    }
    return nil
  }
}
