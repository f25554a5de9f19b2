/// What the text of a tree says of tasks, so that two versions of it can be compared.
struct TreeOutline: Equatable {
  struct Entry: Equatable {
    var isBlocked = false
    /// The title of the section that draws it.
    var section: String
  }

  private(set) var entries: [String: Entry] = [:]

  /// Reads a tree as `TreeEmitter` writes it; of other text, what looks like it.
  init(_ body: String) {
    var section = ""
    var isInFence = false
    for line in body.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("## ") {
        // Without the number, which changes with the impact of others.
        section = String(line.dropFirst(3).drop { $0.isNumber || $0 == "." }.drop { $0 == " " })
      } else if line.hasPrefix("```") {
        isInFence.toggle()
      } else if isInFence {
        read(line, section)
      } else if section == "Stale blocks", line.hasPrefix("- ") {
        entries[String(line.dropFirst(2).prefix { $0 != " " }), default: Entry(section: section)].isBlocked = true
      }
    }
  }

  /// A line of a tree: `|   +-- OPS-1  BLOCKED since 2025-11-25  Ops Guild`.
  private mutating func read(_ line: Substring, _ section: String) {
    var rest = line
    while rest.first == " " || rest.first == "|" { rest.removeFirst() }
    if rest.hasPrefix("+-- ") { rest = rest.dropFirst(4) }
    guard let end = rest.indices.first(where: { rest[$0...].hasPrefix("  ") }) else { return }
    let state = rest[end...].drop { $0 == " " }
    guard !state.hasPrefix("("), entries[String(rest[..<end])] == nil else { return }
    entries[String(rest[..<end])] = Entry(isBlocked: state.hasPrefix("BLOCKED"), section: section)
  }

  /// What has changed since another version: which tasks are blocked, no longer blocked, or wait for something else.
  func changes(since old: TreeOutline) -> [String] {
    var blocked: [String] = []
    var unblocked: [String] = []
    var moved: [String] = []
    for id in Set(entries.keys).union(old.entries.keys).sorted() {
      let (before, now) = (old.entries[id], entries[id])
      switch (before?.isBlocked ?? false, now?.isBlocked ?? false) {
      case (false, true): blocked.append(id)
      case (true, false): unblocked.append(id)
      default: if let before, let now, before.section != now.section { moved.append(id) }
      }
    }
    return [("blocked", blocked), ("unblocked", unblocked), ("moved to another root blocker", moved)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \(Self.list($0.1))" }
  }

  private static func list(_ ids: [String]) -> String {
    ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " and \(ids.count - 8) more" : "")
  }
}
