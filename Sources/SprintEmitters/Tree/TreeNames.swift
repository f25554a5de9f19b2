import SprintLinker
import SprintModel
import SprintSource

/// How tasks, sprints and words are written in the tree.
struct TreeNames {
  private let workspace: Workspace
  private let paths: [String]
  /// Whether what is written stands in a fence, where nothing is taken for Markdown.
  private let isFenced: Bool

  init(_ workspace: Workspace, paths: [String], isFenced: Bool = false) {
    self.workspace = workspace
    self.paths = paths
    self.isFenced = isFenced
  }

  func words(_ text: String) -> String { isFenced ? Self.plain(text) : MarkdownText.escaped(Self.plain(text)) }

  func id(_ node: Int) -> String { words(workspace.symbols.uids[node]) }

  func path(of sprint: Int) -> String { words(paths[sprint]) }

  /// `OPS-1  BLOCKED since 2025-11-25  Ops Guild · App Guild`.
  func label(of node: Int) -> String {
    guard let index = workspace.declaration(node) else { return id(node) }
    let task = workspace.task(index)
    let since = task.state == .todo ? nil : task.status.date.map { " since \($0.value)" }
    let owners = task.owners.map { words($0.name.value) }.joined(separator: " · ")
    return "\(id(node))  \(task.state.word)\(since ?? "")" + (owners.isEmpty ? "" : "  \(owners)")
  }

  /// `OPS-1 (SPRINT_1.md:12)`.
  func place(of node: Int) -> String {
    guard let index = workspace.declaration(node) else { return id(node) }
    let task = workspace.task(index)
    return "\(id(node)) (\(place(of: task.id.range, in: index.sprint)))"
  }

  /// `OPS-1 is DONE (2025-11-25)`.
  func evidence(_ node: Int) -> String {
    guard let task = workspace.declaration(node).map(workspace.task) else { return id(node) }
    return "\(id(node)) is \(task.state.word)\(task.status.date.map { " (\($0.value))" } ?? "")"
  }

  func places(of sources: [RootBlocker.Source]) -> String {
    // The tasks of one row share the place.
    var groups: [(ids: [String], place: String)] = []
    for source in sources.prefix(12) {
      let task = workspace.task(source.task)
      let place = place(of: task.dependencies[source.reference].text.range, in: source.task.sprint)
      let id = words(task.uid)
      if let last = groups.last, last.place == place {
        if last.ids.last != id { groups[groups.count - 1].ids.append(id) }
      } else {
        groups.append(([id], place))
      }
    }
    let places = groups.map { "\($0.ids.joined(separator: ", ")) (\($0.place))" }.joined(separator: ", ")
    return sources.count > 12 ? places + " and \(sources.count - 12) more" : places
  }

  private func place(of range: ByteRange, in sprint: Int) -> String {
    let line = workspace.files[workspace.sprints[sprint].file].position(at: range.lower).line
    return "\(path(of: sprint)):\(line)"
  }

  /// Why a name says nothing.
  func mystery(of root: RootBlocker) -> String {
    guard let source = root.sources.first else { return "a name that no task has" }
    let reference = workspace.task(source.task).dependencies[source.reference]
    if reference.kind == .sprint { return "a sprint that is not known" }
    let resolution = workspace.dependency(source.reference, of: source.task)
    guard resolution.method == .ambiguous else { return "a name that no task has" }
    let candidates = resolution.nodes.prefix(4).map(id).joined(separator: ", ")
    return "a name that may mean \(candidates)\(resolution.nodes.count > 4 ? " and more" : "")"
  }

  func title(of root: RootBlocker) -> String {
    switch root.cause {
    case .cycle(let nodes): "\(root.name) and \(Self.counted(nodes.count - 1, "other")) wait for each other"
    default: root.name
    }
  }

  // MARK: Words

  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// Words of a tracker as they can stand on a line of the document: they can neither end the line nor begin or end a
  /// comment, as the markers do, and nothing in them is hidden.
  static func plain(_ text: String) -> String {
    var result = ""
    var isSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        isSpace = true
        continue
      }
      if isSpace, !result.isEmpty { result.unicodeScalars.append(" ") }
      isSpace = false
      // `<!-` and `->` are what comments begin and end with.
      if scalar == "!", result.unicodeScalars.last == "<" { result.unicodeScalars.append(" ") }
      if scalar == ">", result.unicodeScalars.last == "-" { result.unicodeScalars.append(" ") }
      result.unicodeScalars.append(scalar.isHidden ? "\u{FFFD}" : scalar)
    }
    return result
  }
}
