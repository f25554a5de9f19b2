/// What the text of a tree says of tasks, so that two versions of it can be compared.
struct TreeOutline: Equatable {
  struct Entry: Equatable {
    var isBlocked = false
    /// What it waits for in the end: what the first tree of its section begins with.
    var root: String
  }

  private(set) var entries: [String: Entry] = [:]

  /// Reads a tree as `TreeEmitter` writes it; of other text, what looks like it.
  init(_ body: String) {
    var section = ""
    var root: String?
    var isInFence = false
    for line in body.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
        root = nil
      } else if line.hasPrefix("```") {
        isInFence.toggle()
      } else if isInFence {
        let name = Self.columns(of: line)[0]
        read(line, root ?? name)
        root = root ?? name
      } else if section == "Stale blocks", line.hasPrefix("- ") {
        entries[String(line.dropFirst(2).prefix { $0 != " " }), default: Entry(root: section)].isBlocked = true
      }
    }
  }

  /// A line of a tree: `|   +-- OPS-1  BLOCKED since 2025-11-25  Ops Guild`.
  private mutating func read(_ line: Substring, _ root: String) {
    let columns = Self.columns(of: line)
    guard columns.count > 1, !columns[1].hasPrefix("("), entries[columns[0]] == nil else { return }
    entries[columns[0]] = Entry(isBlocked: columns[1].hasPrefix("BLOCKED"), root: root)
  }

  /// What stands between two blanks and more, after the branch.
  private static func columns(of line: Substring) -> [String] {
    var rest = line
    while rest.first == " " || rest.first == "|" { rest.removeFirst() }
    if rest.hasPrefix("+-- ") { rest = rest.dropFirst(4) }
    guard let end = rest.indices.first(where: { rest[$0...].hasPrefix("  ") }) else { return [String(rest)] }
    return [String(rest[..<end]), String(rest[end...].drop { $0 == " " })]
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
      default: if let before, let now, before.root != now.root { moved.append(id) }
      }
    }
    return [("blocked", blocked), ("unblocked", unblocked), ("moved to another root blocker", moved)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \(Self.list($0.1))" }
  }

  private static func list(_ ids: [String]) -> String {
    ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " and \(ids.count - 8) more" : "")
  }
}
