import SprintModel

/// How the tasks of a workspace stand, one by one.
package struct TaskStanding: Sendable {
  package let analysis: GraphAnalysis
  private let ready: Set<Int>
  private let stale: Set<TaskIndex>
  private let inCycles: Set<Int>

  package init(_ analysis: GraphAnalysis) {
    self.analysis = analysis
    ready = Set(analysis.ready)
    stale = Set(analysis.staleBlocks.flatMap(\.tasks))
    inCycles = Set(analysis.cycles.flatMap(\.members))
  }

  package func isReady(_ index: TaskIndex) -> Bool { ready.contains(node(index)) }

  package func isBlocked(_ index: TaskIndex) -> Bool { analysis.workspace.task(index).state == .blocked }

  /// Whether it is blocked though all that it depends on is done.
  package func isStale(_ index: TaskIndex) -> Bool { stale.contains(index) }

  package func isInCycle(_ index: TaskIndex) -> Bool { inCycles.contains(node(index)) }

  /// The names of what an open task waits for, each once, in the order written.
  package func waitsFor(_ index: TaskIndex) -> [String] {
    guard !analysis.workspace.task(index).state.isClosed else { return [] }
    var seen: Set<String> = []
    return analysis.prerequisites(of: index).filter(\.isOpen).map { analysis.name(of: $0.target) }
      .filter { seen.insert($0).inserted }
  }

  private func node(_ index: TaskIndex) -> Int { analysis.workspace.symbols.node(of: index) }
}
