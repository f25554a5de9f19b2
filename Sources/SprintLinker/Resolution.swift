/// What a reference turned out to mean, and how that was found out.
package struct Resolution: Sendable, Hashable {
  /// How a reference was resolved, so that the tool can explain itself.
  package enum Method: String, Sendable, CaseIterable {
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

  package let method: Method
  /// The tasks that are meant, as nodes of the graph; all candidates of an ambiguous reference.
  package let nodes: Nodes
  /// What else is named: sprints, by their slugs, and of an unresolved reference the id that it would have to be.
  package let names: [String]

  init(_ method: Method, _ nodes: Nodes) {
    self.method = method
    self.nodes = nodes
    names = []
  }

  init(_ method: Method, names: [String]) {
    self.method = method
    nodes = Nodes()
    self.names = names
  }

  /// Whether the reference leads somewhere.
  package var isResolved: Bool { method != .ambiguous && method != .unresolved }
}
