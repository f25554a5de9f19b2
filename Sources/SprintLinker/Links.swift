import SprintModel
import SprintSource

/// What the references of one sprint mean.
struct Links: Sendable {
  /// By task and dependency.
  private(set) var dependencies: Resolutions
  /// By log entry and mention.
  private(set) var mentions: Resolutions
  /// By claim and subject.
  private(set) var claims: Resolutions
  /// The first reference that stands for more tasks than may be referred to, and the sprint.
  let excess: (sprint: Int, excess: Excess)?

  /// What lists of references mean, in one array.
  struct Resolutions: Sendable {
    private var all: [Resolution] = []
    /// Whether some mean nothing, or one of several.
    private(set) var hasUnresolved = false
    private(set) var hasAmbiguous = false
    /// Those of a list stand from `starts[list]` to `starts[list + 1]`.
    private var starts = [0]

    fileprivate init(lists: Int) {
      all.reserveCapacity(lists)
      starts.reserveCapacity(lists + 1)
    }

    fileprivate mutating func append(
      _ references: some Collection<Reference>, in sprint: Int, of id: TaskID? = nil,
      _ resolver: inout ReferenceResolver
    ) {
      var last: Resolution?
      // One reference may lean on the one before it.
      for reference in references {
        let resolution = resolver.resolve(reference, after: last, in: sprint, of: id)
        all.append(resolution)
        if resolution.method == .unresolved { hasUnresolved = true }
        if resolution.method == .ambiguous { hasAmbiguous = true }
        last = resolution
      }
      starts.append(all.count)
    }

    var count: Int { all.count }

    subscript(list: Int) -> ArraySlice<Resolution> { all[starts[list]..<starts[list + 1]] }
    subscript(list: Int, place: Int) -> Resolution { all[starts[list] + place] }
  }

  private init(_ sprint: Int, _ index: ReferenceIndex) {
    var resolver = ReferenceResolver(index)
    let (tasks, log, claims) = (index.sprints[sprint].tasks, index.sprints[sprint].log, index.sprints[sprint].claims)
    dependencies = Resolutions(lists: tasks.count)
    for task in tasks.indices {
      dependencies.append(tasks[task].dependencies, in: sprint, of: tasks[task].id.value, &resolver)
    }
    mentions = Resolutions(lists: log.count)
    for entry in log.indices { mentions.append(log[entry].mentions.lazy.map(\.reference), in: sprint, &resolver) }
    self.claims = Resolutions(lists: claims.count)
    for claim in claims { self.claims.append(claim.subjects, in: sprint, &resolver) }
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
