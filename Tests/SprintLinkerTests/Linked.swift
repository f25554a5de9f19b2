import SprintLinker
import SprintModel
import SprintSource
import SprintTesting

/// Trackers of rows, and what the linker makes of them.
struct Linked {
  let workspace: Workspace

  /// Makes a tracker of each list of rows: the id cell and the cell for dependencies.
  init(_ trackers: KeyValuePairs<String, [(id: String, dependencies: String)]>) {
    let header = """
      ## Delivery Tracker
      | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
      | --- | --- | --- | --- | --- | --- |

      """
    let texts = trackers.map { path, rows in
      "<!-- file: \(path) -->\n" + header
        + rows.map { "| 1 | \($0.id) | TODO | \($0.dependencies) | Ops | Do it. |\n" }.joined()
    }
    workspace = Documents.workspace(of: texts.joined())
  }

  /// Links tasks by their places: each waits for others. All stand in one sprint.
  init(waiting edges: [[Int]]) {
    var sprint = Sprint(file: 0, path: "SPRINT_1.md", slug: "SPRINT_1")
    let nowhere = ByteRange.empty(at: 0)
    for (task, targets) in edges.enumerated() {
      let id = TaskID(Self.name(task))
      var value = TrackerTask(
        id: Located(id, at: nowhere), name: id.bytes, label: LocatedText(id.text, at: nowhere),
        status: Status(state: .todo, text: LocatedText("TODO", at: nowhere)), range: ByteRange(task, task + 1))
      value.dependencies = targets.map { Reference(.task, LocatedText(Self.name($0), at: nowhere)) }
      sprint.tasks.append(value)
    }
    workspace = Workspace(files: [SourceFile(path: "SPRINT_1.md", bytes: [])], sprints: [sprint])
  }

  static func name(_ task: Int) -> String { "T-\(task)-X" }

  /// How the dependencies of a task were resolved, as `exact OPS-1-001`.
  func resolutions(of uid: String) -> [String] {
    guard let node = workspace.symbols.node(uid), let task = workspace.declaration(node) else { return ["no \(uid)"] }
    return workspace.dependencies(of: task).map { resolution in
      ([resolution.method.rawValue] + workspace.targets(of: resolution)).joined(separator: " ")
    }
  }

  /// The edges as `A-1 → B-2`, in the order of the graph.
  var edges: [String] { workspace.graph.edges.map { name($0.from) + " → " + name($0.to) } }

  /// The cycles as paths of ids, each with the edges of its cut.
  var cycles: [(path: [String], cut: [String], isCutSmallest: Bool)] {
    workspace.graph.cycles().map { cycle in
      (
        cycle.path.map { name(workspace.graph.edges[$0].from) },
        cycle.cut.map { name(workspace.graph.edges[$0].from) + " → " + name(workspace.graph.edges[$0].to) },
        cycle.isCutSmallest
      )
    }
  }

  private func name(_ node: Int) -> String { workspace.symbols.uids[node] }
}
