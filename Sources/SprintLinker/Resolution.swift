/// What a reference turned out to mean, and how that was found out.
@usableFromInline package struct Resolution: Sendable, Hashable {
  /// How a reference was resolved, so that the tool can explain itself.
  @usableFromInline package enum Method: String, Sendable, CaseIterable {
    /// The text is the id.
    case exact
    /// The text is the end of the id.
    case shorthand
    /// The text continues a list: it replaces the end of the id before it.
    case list
    /// The text is the first or last of a range of ids.
    case range
    /// The text is the beginning of the ids.
    case prefix
    /// Several ids could be meant, and none more than another.
    case ambiguous
    /// No id is meant.
    case unresolved
  }

  @usableFromInline let target: Target
  @usableFromInline package let method: Method

  /// One value, so that a copy costs little: there are many resolutions.
  @usableFromInline enum Target: Sendable, Hashable {
    case tasks(Nodes)
    case names([String])
  }

  init(_ method: Method, _ nodes: Nodes) {
    self.method = method
    target = .tasks(nodes)
  }

  init(_ method: Method, names: [String]) {
    self.method = method
    target = .names(names)
  }

  /// The tasks that are meant, as nodes of the graph; all candidates of an ambiguous reference.
  @inlinable package var nodes: Nodes {
    if case .tasks(let nodes) = target { nodes } else { .several([]) }
  }

  /// What is named that is no task: sprints, by their slugs, and of an unresolved reference the id that it would have to
  /// be.
  package var names: [String] {
    if case .names(let names) = target { names } else { [] }
  }

  /// Whether the reference leads somewhere.
  @inlinable package var isResolved: Bool { method != .ambiguous && method != .unresolved }
}
