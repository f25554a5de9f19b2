package import SprintLinker
import SprintModel
import SprintSource

/// Writes the graph of dependencies in the DOT language, for Graphviz.
///
/// An edge leads from a dependency to the task that waits for it, so that work flows with the arrows.
/// Colour and shape both tell the state: the picture can be read without colour.
package enum DotEmitter {
  package static func dot(_ workspace: Workspace) -> [UInt8] {
    var writer = DotWriter(workspace)
    writer.write()
    return Array(writer.text.utf8)
  }
}

private struct DotWriter {
  private let workspace: Workspace
  private let inCycles: Set<Int>
  private(set) var text = ""

  init(_ workspace: Workspace) {
    self.workspace = workspace
    inCycles = Set(workspace.graph.cycles().flatMap(\.path))
  }

  mutating func write() {
    line("digraph sprints {")
    line("  rankdir=LR;")
    line("  node [fontname=\"Helvetica\", fontsize=10, style=filled, fillcolor=white];")
    line("  edge [fontname=\"Helvetica\", fontsize=9];")
    for index in workspace.selection { writeCluster(index) }
    let edges = workspace.graph.edges.enumerated().filter { workspace.isSelected($0.element.task.sprint) }
    var drawn: Set<Int> = []
    for (_, edge) in edges where declaration(edge.to) == nil && drawn.insert(edge.to).inserted {
      writeOutsider(edge.to)
    }
    for (place, edge) in edges {
      let attributes = inCycles.contains(place) ? [("color", "red"), ("penwidth", "2"), ("tooltip", "part of a cycle")] : []
      writeEdge(workspace.symbols.uids[edge.to], workspace.symbols.uids[edge.from], attributes)
    }
    for index in workspace.selection { writeOthers(index) }
    line("}")
  }

  /// The tasks of a sprint in a frame; an id that several sprints declare stands in the first.
  private mutating func writeCluster(_ index: Int) {
    let sprint = workspace.sprints[index]
    let tasks = sprint.tasks.enumerated().filter { place, task in
      workspace.symbols.node(task.uid).flatMap(declaration) == TaskIndex(sprint: index, task: place)
    }
    guard !tasks.isEmpty else { return }
    line("  subgraph \(quoted("cluster_\(index)")) {")
    line("    label=\(quoted((sprint.title?.value ?? sprint.slug).replacing("&", with: "&amp;")));")
    line("    color=gray60;")
    for (_, task) in tasks { writeTask(task, sprint, indent: "    ") }
    line("  }")
  }

  /// A task of a sprint that is not selected, in no frame.
  private mutating func writeOutsider(_ node: Int) {
    guard let index = workspace.declaration(node) else { return }
    writeTask(workspace.task(index), workspace.sprint(of: index), indent: "  ")
  }

  private mutating func writeTask(_ task: TrackerTask, _ sprint: Sprint, indent: String) {
    let look = task.state.look
    writeNode(
      task.uid, indent: indent,
      [
        ("label", "\(task.id.value.text)\n\(task.status.text.value)"), ("shape", look.shape),
        ("fillcolor", look.colour), ("tooltip", tooltip(of: task)), ("URL", link(to: task, sprint)),
      ])
  }

  /// The first declaration of an id in the selected sprints.
  private func declaration(_ node: Int) -> TaskIndex? {
    workspace.symbols.declarations[node].first { workspace.isSelected($0.sprint) }
  }

  /// What tasks wait for that is no task: external blockers, and references that lead nowhere.
  private mutating func writeOthers(_ index: Int) {
    for (place, task) in workspace.sprints[index].tasks.enumerated() {
      let resolutions = workspace.dependencies(of: TaskIndex(sprint: index, task: place))
      for (reference, resolution) in zip(task.dependencies, resolutions) {
        switch (reference.kind, resolution.method) {
        case (.external, _):
          let name = "external: \(reference.text.value)"
          writeNode(name, indent: "  ", [("label", reference.text.value), ("shape", "note"), ("fillcolor", "lightpink")])
          writeEdge(name, task.uid, [("style", "dashed")])
        case (.task, .unresolved), (.task, .ambiguous):
          let name = resolution.method == .unresolved ? resolution.targets.first ?? reference.text.value : reference.text.value
          writeNode(
            "unknown: \(name)", indent: "  ",
            [("label", "\(name)\n\(resolution.method.rawValue)"), ("shape", "box"), ("style", "dashed")])
          writeEdge("unknown: \(name)", task.uid, [("style", "dashed")])
        default: break
        }
      }
    }
  }

  private func tooltip(of task: TrackerTask) -> String {
    let owners = task.owners.map(\.name.value).joined(separator: ", ")
    return [task.definition?.value ?? task.id.value.text, owners].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func link(to task: TrackerTask, _ sprint: Sprint) -> String {
    "\(sprint.path)#L\(workspace.files[sprint.file].position(at: task.range.lower).line)"
  }

  // MARK: The language

  private mutating func writeNode(_ name: String, indent: String, _ attributes: [(String, String)]) {
    line("\(indent)\(quoted(name)) \(list(attributes));")
  }

  private mutating func writeEdge(_ from: String, _ to: String, _ attributes: [(String, String)]) {
    line("  \(quoted(from)) -> \(quoted(to))\(attributes.isEmpty ? "" : " " + list(attributes));")
  }

  /// In attributes Graphviz reads entities, in names it does not.
  private func list(_ attributes: [(String, String)]) -> String {
    "[" + attributes.map { "\($0.0)=\(quoted($0.1.replacing("&", with: "&amp;")))" }.joined(separator: ", ") + "]"
  }

  /// A double-quoted string: Graphviz reads `\"`, and in labels `\n` and `\\`.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"  // No characters of XML.
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private mutating func line(_ line: String) {
    text += line
    text += "\n"
  }
}

extension TaskState {
  /// How a task in this state is drawn.
  fileprivate var look: (shape: String, colour: String) {
    switch self {
    case .todo: ("box", "white")
    case .doing: ("ellipse", "lightblue")
    case .review: ("hexagon", "lightyellow")
    case .blocked: ("octagon", "salmon")
    case .done: ("box3d", "palegreen")
    case .cancelled: ("plain", "gray85")
    case .unknown: ("diamond", "white")
    }
  }
}
