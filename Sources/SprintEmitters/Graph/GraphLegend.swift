import SprintModel

extension GraphView.Look {
  /// What it stands for.
  var meaning: String {
    switch self {
    case .state(.unknown): "no known state"
    case .state(let state): state.short
    case .external: "blocker that is no task"
    case .unknown: "unresolved name"
    case .sprint(let state): "sprint: \(state == .done ? "all done" : "some \(state.short)")"
    }
  }
}

extension GraphView {
  /// What edges and frames mean, as far as they occur.
  var lineMeanings: [String] {
    let isByNumber = edges.contains { $0.label != nil }
    return [
      "an arrow leads from a dependency to what waits for it",
      edges.contains { $0.kind == .cycle } ? "thick and red: part of a cycle" : nil,
      edges.contains { $0.kind == .loose } ? "dashed: from a sprint, or from what is no task" : nil,
      nodes.contains(where: \.isFocus) ? "thick frame: the task in focus" : nil,
      isByNumber ? "number: dependencies between tasks of the two sprints" : nil,
    ].compactMap { $0 }
  }
}
