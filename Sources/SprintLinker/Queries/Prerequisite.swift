import SprintModel
import SprintSource

/// What a task says it waits for, once for each thing that is meant.
package struct Prerequisite: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    /// As a node of the graph.
    case task(Int)
    case sprint(Int)
    /// A clause of prose.
    case external(String)
    /// The name of a task or a sprint that there is not.
    case unknown(String)
    /// What is written, and the tasks that it may mean.
    case ambiguous(String, [Int])
  }

  package let target: Target
  /// Whether the task may have to wait for it: a task or a sprint that is done holds up nobody.
  package let isOpen: Bool
  /// The place among the dependencies of the task.
  package let reference: Int
}

extension GraphAnalysis {
  /// What a task states, in the order written.
  package func prerequisites(of index: TaskIndex) -> [Prerequisite] {
    let task = workspace.task(index)
    var found: [Prerequisite] = []
    for (place, resolution) in workspace.dependencies(of: index).enumerated() {
      let reference = task.dependencies[place]
      for (target, isOpen) in targets(of: reference, resolution) where target != ownTarget(task) {
        found.append(Prerequisite(target: target, isOpen: isOpen, reference: place))
      }
    }
    return found
  }

  private func ownTarget(_ task: TrackerTask) -> Prerequisite.Target? {
    workspace.symbols.node(task.name).map { .task($0) }
  }

  private func targets(of reference: Reference, _ resolution: Resolution) -> [(Prerequisite.Target, isOpen: Bool)] {
    let words = reference.text.value
    switch (reference.kind, resolution.method) {
    case (.none, _): return []
    case (.external, _): return [(.external(words), true)]
    case (.task, .ambiguous): return [(.ambiguous(words, Array(resolution.nodes)), true)]
    case (.task, .unresolved): return [(.unknown(resolution.names.first ?? words), true)]
    case (.task, _): return resolution.nodes.map { (.task($0), isOpen[$0]) }
    case (.sprint, .unresolved): return [(.unknown("Sprint \(words)"), true)]
    case (.sprint, _):
      return Set(resolution.names.flatMap { sprintsBySlug[$0] ?? [] }).sorted().map {
        (.sprint($0), isSprintOpen[$0])
      }
    }
  }

  /// What a target is called: a task's id, a sprint's slug, or the words.
  package func name(of target: Prerequisite.Target) -> String {
    switch target {
    case .task(let node): workspace.symbols.uids[node]
    case .sprint(let sprint): workspace.sprints[sprint].slug
    case .external(let words), .unknown(let words), .ambiguous(let words, _): words
    }
  }
}
