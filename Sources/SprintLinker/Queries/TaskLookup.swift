import SprintModel
import SprintSource

/// What somebody means by the name of a task.
package enum TaskLookup: Sendable, Equatable {
  /// The tasks of this name, as nodes of the graph: several where sprints have the same short id, or a row several ids.
  case found([Int])
  /// Tasks whose ids the name is a part of, where no more than one may be meant.
  case ambiguous([Int])
  case unknown
}

extension Workspace {
  /// Finds tasks by an id as it is written inside or outside its sprint, by the label of a row, or else by the end or
  /// the beginning of an id at a hyphen. Capitals and kinds of hyphens make no difference where they decide nothing.
  package func tasks(named name: String) -> TaskLookup {
    let name = Self.folded(name)
    guard !name.isEmpty else { return .unknown }
    var exact: [Int] = []
    var short: [Int] = []
    var ends: [Int] = []
    var beginnings: [Int] = []
    for (node, uid) in symbols.uids.enumerated() {
      let uid = Self.folded(uid)
      if uid == name {
        exact.append(node)
      } else if uid.hasSuffix("#" + name) {
        short.append(node)
      } else if uid.hasSuffix("-" + name) {
        ends.append(node)
      } else if uid.hasPrefix(name + "-") {
        beginnings.append(node)
      }
    }
    for nodes in [exact, short, labelled(name)] where !nodes.isEmpty { return .found(nodes) }
    for nodes in [ends, beginnings] where !nodes.isEmpty { return nodes.count == 1 ? .found(nodes) : .ambiguous(nodes) }
    return .unknown
  }

  /// The tasks of rows that are labelled so: `OPS-57-001/002`.
  private func labelled(_ name: String) -> [Int] {
    var nodes: Set<Int> = []
    for sprint in sprints {
      for task in sprint.tasks where Self.folded(task.label.value) == name {
        if let node = symbols.node(task.name) { nodes.insert(node) }
      }
    }
    return nodes.sorted()
  }

  private static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { ("\u{2010}"..."\u{2015}").contains($0) ? "-" : $0 })
    ).lowercased()
  }
}

extension Workspace {
  /// The sprints that go by a number, a code, or the beginning of a file's name; or the file of this path.
  package func sprints(named name: String) -> [Int] {
    let named = names.sprints(named: name, besides: -1)
    return named.isEmpty ? sprints.indices.filter { sprints[$0].slug == name || sprints[$0].path == name } : named
  }
}
