package import SprintLinker
package import SprintModel
import SprintSource

extension Documents {
  /// A tracker in the standard template, from rows such as `APP-10-001 | BLOCKED | Needs a key | App Guild`.
  package static func tracker(_ rows: [String], log: [String] = []) -> String {
    var lines = [
      "# The app", "", "## Delivery Tracker",
      "| # | Task ID | Status | Key dependency / next step | Owners | Task Definition |",
      "| --- | --- | --- | --- | --- | --- |",
    ]
    for (index, row) in rows.enumerated() {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).count
      lines.append("| \(index + 1) | \(row)\(cells < 4 ? " | App Guild" : "") | Work. |")
    }
    if !log.isEmpty {
      lines += ["", "## Execution Log", "| Date (UTC) | Update | Owner |", "| --- | --- | --- |"]
      lines += log.map { "| \($0) | App Guild |" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What follows from the rows of one tracker.
  package static func analysis(_ rows: [String], log: [String] = []) -> GraphAnalysis {
    GraphAnalysis(workspace(of: tracker(rows, log: log)))
  }

  /// Tasks `N-0`, `N-1`, … of one sprint, made without any text, for graphs that are large.
  ///
  /// - Parameters:
  ///   - states: of the tasks, by number.
  ///   - dependencies: of a task, the numbers of others.
  ///   - externals: what a task waits for that is no task.
  /// - Returns: the tasks, linked.
  package static func workspace(
    states: [TaskState], dependencies: (Int) -> [Int], externals: (Int) -> String? = { _ in nil }
  ) -> Workspace {
    func located(_ text: String) -> LocatedText { LocatedText(text, at: .empty(at: 0)) }
    var sprint = Sprint(file: 0, path: "SPRINT_1.md", slug: "SPRINT_1")
    for (number, state) in states.enumerated() {
      let id = "N-\(number)"
      var task = TrackerTask(
        id: Located(TaskID(id), at: .empty(at: 0)), name: Bytes(id), label: located(id),
        status: Status(state: state, text: located(state.rawValue)), range: ByteRange(number, number + 1))
      task.owners = [Owner(located("Guild \(number % 7)"))]
      task.dependencies = dependencies(number).map { Reference(.task, located("N-\($0)")) }
      if let words = externals(number) { task.dependencies.append(Reference(.external, located(words))) }
      sprint.tasks.append(task)
    }
    return Workspace(files: [SourceFile(path: "SPRINT_1.md", bytes: [])], sprints: [sprint])
  }
}

extension GraphAnalysis {
  /// The ids of nodes.
  package func ids(_ nodes: [Int]) -> [String] { nodes.map { workspace.symbols.uids[$0] } }

  /// The root blockers, each as its name and the numbers of tasks and blocked tasks that wait for it.
  package var roots: [String] {
    rootBlockers.map { "\($0.name): \($0.impact.tasks) (\($0.impact.blocked))" }
  }
}
