import SprintModel
import SprintSource

/// Which sprint waits for which.
package struct SprintGraph: Sendable {
  /// `from` depends on `to`, both places among the sprints of the workspace.
  package struct Edge: Sendable, Hashable {
    package let from: Int
    package let to: Int
    /// Whether the tracker names the other sprint as a whole, beside or instead of tasks in it.
    package let isDeclared: Bool
    /// The number of dependencies between tasks of the two.
    package let tasks: Int
  }

  /// By the places of their ends.
  package let edges: [Edge]

  init(_ workspace: Workspace) {
    struct Ends: Hashable { let from: Int, to: Int }
    var declared: Set<Ends> = []
    var tasks: [Ends: Int] = [:]
    for (index, sprint) in workspace.sprints.enumerated() {
      for reference in sprint.sprintDependencies {
        for target in workspace.sprints(named: reference.text.value, besides: index) {
          declared.insert(Ends(from: index, to: target))
        }
      }
    }
    for edge in workspace.graph.edges {
      // An id that several sprints declare belongs to the first, unless the one that speaks declares it too.
      let isOwn = workspace.symbols.isDeclared(edge.to, in: edge.task.sprint)
      guard !isOwn, let target = workspace.declaration(edge.to)?.sprint else { continue }
      tasks[Ends(from: edge.task.sprint, to: target), default: 0] += 1
    }
    edges = declared.union(tasks.keys).map { ends in
      Edge(from: ends.from, to: ends.to, isDeclared: declared.contains(ends), tasks: tasks[ends] ?? 0)
    }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}
