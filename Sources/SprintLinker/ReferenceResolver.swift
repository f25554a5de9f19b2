import SprintModel
import SprintSource

/// Finds out what the references of sprints mean.
struct ReferenceResolver {
  private let index: ReferenceIndex
  private let sprints: [Sprint]
  private let symbols: SymbolTable
  /// The first reference for which the limit was not enough, and the sprint that it stands in.
  private(set) var excess: (sprint: Int, excess: Excess)?

  init(_ index: ReferenceIndex) {
    self.index = index
    sprints = index.sprints
    symbols = index.symbols
  }

  /// What a reference means, which in a list depends on what the reference `before` it means.
  ///
  /// The `id` is that of the task whose row the reference stands in; nil in a log.
  mutating func resolve(_ reference: Reference, after before: Resolution?, in sprint: Int, of id: TaskID?) -> Resolution
  {
    defer { if excess == nil, let found = index.excess(at: reference) { excess = (sprint, found) } }
    switch reference.kind {
    case .external, .none: return Resolution(.exact, names: [])
    case .sprint:
      let token = reference.text.value
      let places = index.isExceeded ? [] : index.names.sprints(named: token, besides: sprint)
      let isKept = places.count < 2 || index.take(places.count)
      let slugs = isKept ? places.map { sprints[$0].slug } : []
      return slugs.isEmpty ? Resolution(.unresolved, names: [token]) : Resolution(.exact, names: slugs)
    case .task: break
    }
    let token = reference.text.bytes
    if case .continuation(let written) = reference.form {
      // A prefix that only one id has is still not the whole id.
      let base =
        before.flatMap { $0.nodes.count == 1 && $0.method != .prefix ? symbols.uids[$0.nodes[0]] : nil } ?? written
      if let node = shorthand(token, of: Bytes(base), in: nil) { return Resolution(.list, .one(node)) }
      let segments = token.string.split(separator: "-")
      let kept = TaskID(base).segments.dropLast(segments.count)
      let full = (kept + segments).joined(separator: "-")
      if let found = prefix(Bytes(full), besides: id) { return found }
      // A number alone belongs to the id before it, and to no other.
      if token.contains(UInt8(ascii: "-")), let found = general(token, in: sprint, of: id) { return found }
      return Resolution(.unresolved, names: [full])
    }
    if case .range(let first, let last) = reference.form {
      return range(from: first, to: last, at: reference.text.range, in: sprint, of: id)
        ?? Resolution(.unresolved, names: [first])
    }
    if let node = node(named: token, in: sprint) { return Resolution(.exact, .one(node)) }
    // `TASK03-05` is a range too, where `TASK03` is an id and `TASK03-05` is none.
    return general(token, in: sprint, of: id) ?? shortRange(reference.text, in: sprint, of: id)
      ?? prefix(token, besides: id) ?? Resolution(.unresolved, names: [token.string])
  }

  // MARK: Ways

  /// The id that is written in full, as it is written in a sprint.
  private func node(named text: Bytes, in sprint: Int) -> Int? {
    if let node = symbols.node(text) { return node }
    return index.hasShortIDs[sprint] ? symbols.node(TaskID(text).name(in: sprints[sprint].slug)) : nil
  }

  /// The ways that lead from a part of an id to the id.
  private func general(_ token: Bytes, in sprint: Int, of id: TaskID?) -> Resolution? {
    if let id, let node = shorthand(token, of: id.bytes, in: sprint) ?? shorthand(token, of: id.bytes, in: nil) {
      return Resolution(.shorthand, .one(node))
    }
    let all = nodes(endingIn: token)
    // What several ids end in may mean each of them: all are kept, for each reference.
    guard all.count < 2 || index.take(all.count) else { return nil }
    let own = all.filter { symbols.isDeclared($0, in: sprint) }
    for candidates in [own, all] where !candidates.isEmpty {
      return Resolution(candidates.count == 1 ? .shorthand : .ambiguous, Nodes(candidates))
    }
    return nil
  }

  /// The id that the leading segments of `id` and the token make, with as many of them as can be, declared in the
  /// sprint, or in any where that is nil.
  private func shorthand(_ token: Bytes, of id: Bytes, in sprint: Int?) -> Int? {
    var name: [UInt8] = []
    name.reserveCapacity(id.count + token.count)
    name += id
    while let hyphen = name.lastIndex(of: UInt8(ascii: "-")) {
      name.removeSubrange((hyphen + 1)...)
      name += token
      if let node = symbols.uids.number(of: name.span), sprint.map({ symbols.isDeclared(node, in: $0) }) ?? true {
        return node
      }
      name.removeSubrange(hyphen...)
    }
    return nil
  }

  private func nodes(endingIn token: Bytes) -> [Int] {
    let count = Self.segmentCount(token)
    guard count <= ReferenceIndex.mostSegments else { return [] }
    // Once there are too many, it is enough to know whether there is more than one.
    return index.suffixes(segments: count).nodes(with: token.span, most: index.isExceeded ? 2 : .max)
  }

  /// All ids that begin with the token: `OPS-57` means `OPS-57-001` and `OPS-57-002`.
  private func prefix(_ token: Bytes, besides id: TaskID?) -> Resolution? {
    guard TaskID(token).isGlobal else { return nil }
    let count = Self.segmentCount(token)
    guard count <= ReferenceIndex.mostSegments, !index.isExceeded else { return nil }
    let all = index.prefixes(segments: count).nodes(with: token.span)
    guard !all.isEmpty, index.take(all.count) else { return nil }
    let own = id.flatMap { symbols.node($0.bytes) }
    let nodes = all.filter { $0 != own }
    return nodes.isEmpty ? nil : Resolution(.prefix, Nodes(nodes))
  }

  /// All ids from one to another that differ in the number at their end.
  private mutating func range(
    from first: String, to last: String, at place: ByteRange, in sprint: Int, of id: TaskID?
  ) -> Resolution? {
    // The ends may be written short: where the first is known, it tells what is kept of it.
    let start = resolve(Reference(.task, LocatedText(first, at: place)), after: nil, in: sprint, of: id)
    let name = start.isResolved && start.nodes.count == 1 ? symbols.uids[start.nodes[0]] : first
    guard let from = NumberSeries.number(of: name), let to = NumberSeries.number(of: last)?.value,
      to >= from.value, to - from.value <= 10_000
    else { return nil }
    let members = index.numbers().members(like: name, from.value...to)
    guard index.take(members.count) else { return nil }
    // All are written with as many digits as the first, or with more where these are too few.
    let nodes = members.filter { $0.width == max(from.width, String($0.number).utf8.count) }.map(\.node)
    return nodes.isEmpty ? nil : Resolution(.range, Nodes(nodes))
  }

  private mutating func shortRange(_ token: LocatedText, in sprint: Int, of id: TaskID?) -> Resolution? {
    let segments = token.value.split(separator: "-")
    guard segments.count > 1, let last = segments.last, last.utf8.allSatisfy(\.isDigit) else { return nil }
    let first = segments.dropLast().joined(separator: "-")
    guard node(named: Bytes(first), in: sprint) != nil else { return nil }
    return range(from: first, to: String(last), at: token.range, in: sprint, of: id)
  }

  private static func segmentCount(_ token: Bytes) -> Int { token.count { $0 == UInt8(ascii: "-") } + 1 }
}
