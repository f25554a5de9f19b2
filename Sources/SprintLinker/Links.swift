import SprintModel
import SprintSource

/// What the references of one sprint mean.
struct Links: Sendable {
  /// By task and dependency.
  let dependencies: [[Resolution]]
  /// By log entry and mention.
  let mentions: [[Resolution]]
  /// By claim and subject.
  let claims: [[Resolution]]
  /// The first reference that stands for more tasks than may be referred to, and the sprint.
  let excess: (sprint: Int, excess: Excess)?

  private init(_ sprint: Int, _ index: ReferenceIndex) {
    var resolver = ReferenceResolver(index)
    let tasks = index.sprints[sprint].tasks
    dependencies = tasks.indices.map {
      resolver.targets(of: tasks[$0].dependencies, in: sprint, of: tasks[$0].id.value)
    }
    let log = index.sprints[sprint].log
    mentions = log.indices.map { resolver.targets(of: log[$0].mentions.lazy.map(\.reference), in: sprint) }
    claims = index.sprints[sprint].claims.map { resolver.targets(of: $0.subjects, in: sprint) }
    excess = resolver.excess
  }

  /// The links of all sprints.
  static func all(
    _ sprints: [Sprint], _ symbols: SymbolTable, _ names: SprintNames, most: Int, threads: Int
  ) -> [Links] {
    let index = ReferenceIndex(sprints, symbols, names, most: most)
    let links = Parallel.map(sprints.count, threads: threads) { Links($0, index) }
    guard index.isExceeded, threads > 1 else { return links }
    // Which references are not followed must not depend on which thread came first.
    return all(sprints, symbols, names, most: most, threads: 1)
  }
}
