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
  /// What the kinds of edges mean that occur beside the plain one.
  var edgeMeanings: [String] {
    let isByNumber = edges.contains { $0.label != nil }
    return [
      edges.contains { $0.kind == .cycle } ? "thick and red: part of a cycle" : nil,
      edges.contains { $0.kind == .loose } ? "dashed: from a sprint, or from what is no task" : nil,
      isByNumber ? "number: dependencies between tasks of the two sprints" : nil,
    ].compactMap { $0 }
  }
}
