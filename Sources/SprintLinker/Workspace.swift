package import SprintModel
package import SprintSource

/// All sprints that were read together, linked. A class, as threads that count references to all that it holds would hold
/// each other up.
package final class Workspace: Sendable {
  package let files: [SourceFile]
  package let sprints: [Sprint]
  /// The places of the sprints that the run is about; the others are there to be referred to.
  package let selection: [Int]
  private let selected: Set<Int>
  package let symbols: SymbolTable
  package let graph: DependencyGraph
  let names: SprintNames
  /// By sprint.
  private let links: [Links]
  /// The first reference that stands for more tasks than may be referred to, and the sprint that it stands in.
  package let excess: (sprint: Int, excess: Excess)?
  /// By sprint, the tasks that depend on themselves, among others.
  private let selfDependencies: [Int: Set<Int>]
  /// Whether files were refused, or references not followed: then nobody knows what leads nowhere.
  package let hasRefused: Bool

  /// Links sprints.
  ///
  /// - Parameters:
  ///   - files: all files that were read; `Sprint.file` is a place among them.
  ///   - sprints: in the order of their paths, on which all that comes out of the tool depends.
  ///   - ids: those that the sprints declare, where they are known.
  ///   - selection: the places of those that the run is about; nil for all.
  ///   - mostReferences: what references that mean several tasks or sprints may stand for together.
  ///   - threads: on how many sprints are linked; what they are linked to is the same on any number.
  package init(
    files: [SourceFile], sprints: [Sprint], ids: [DeclaredIDs]? = nil, selection: [Int]? = nil,
    mostReferences: Int = Limits.Kind.references.standard, threads: Int = Parallel.threads
  ) {
    self.files = files
    self.sprints = sprints
    self.selection = selection ?? Array(sprints.indices)
    selected = Set(self.selection)
    let names = SprintNames(sprints)
    self.names = names
    let symbols = SymbolTable(ids ?? sprints.indices.map { DeclaredIDs(sprints[$0]) })
    self.symbols = symbols
    let links = Links.all(sprints, symbols, names, most: mostReferences, threads: threads)
    var edges: [DependencyGraph.Edge] = []
    edges.reserveCapacity(links.reduce(0) { $0 + $1.dependencies.count })
    // By node, the last node that was found to wait for it.
    var last = [Int32](repeating: -1, count: symbols.uids.count)
    // What tasks that are declared more than once are known to wait for.
    var known: [Int: [Int]] = [:]
    var selfDependencies: [Int: Set<Int>] = [:]
    for index in sprints.indices {
      for place in sprints[index].tasks.indices {
        let found = links[index].dependencies[place]
        guard !found.isEmpty else { continue }
        let task = TaskIndex(sprint: index, task: place)
        let node = symbols.node(of: task)
        let start = edges.count
        for target in known[node] ?? [] { last[target] = Int32(node) }
        // One edge for each task that is referred to; a task that refers to itself makes none.
        for (reference, resolution) in found.enumerated() where resolution.isResolved {
          for target in resolution.nodes where last[target] != Int32(node) {
            guard target != node else {
              selfDependencies[index, default: []].insert(place)
              continue
            }
            last[target] = Int32(node)
            edges.append(DependencyGraph.Edge(from: node, to: target, task: task, reference: reference))
          }
        }
        if symbols.declarations[node].count > 1 { known[node, default: []] += edges[start...].map(\.to) }
      }
    }
    self.links = links
    self.selfDependencies = selfDependencies
    excess = links.lazy.compactMap(\.excess).first
    hasRefused = excess != nil || sprints.indices.contains { sprints[$0].refusal != nil }
    graph = DependencyGraph(nodeCount: symbols.uids.count, edges: edges)
  }

  /// The same as another, with one more file after the others: one that is about the sprints, and none of them.
  package init(_ other: Workspace, adding file: SourceFile) {
    files = other.files + [file]
    sprints = other.sprints
    selection = other.selection
    selected = other.selected
    symbols = other.symbols
    graph = other.graph
    names = other.names
    links = other.links
    selfDependencies = other.selfDependencies
    excess = other.excess
    hasRefused = other.hasRefused
  }

  package func task(_ index: TaskIndex) -> TrackerTask { sprints[index.sprint].tasks[index.task] }
  package func state(of index: TaskIndex) -> TaskState { sprints[index.sprint].tasks[index.task].status.state }
  package func sprint(of index: TaskIndex) -> Sprint { sprints[index.sprint] }

  /// What the dependencies of a task mean, in the order in which they are written.
  package func dependencies(of index: TaskIndex) -> ArraySlice<Resolution> {
    links[index.sprint].dependencies[index.task]
  }

  /// What one of the dependencies of a task means.
  package func dependency(_ place: Int, of index: TaskIndex) -> Resolution {
    links[index.sprint].dependencies[index.task, place]
  }

  /// Whether a dependency in a sprint means nothing.
  package func hasUnresolvedDependency(in sprint: Int) -> Bool { links[sprint].dependencies.hasUnresolved }

  /// Whether a dependency in a sprint may mean one of several tasks.
  package func hasAmbiguousDependency(in sprint: Int) -> Bool { links[sprint].dependencies.hasAmbiguous }

  /// The tasks of a sprint that depend on themselves, among others.
  package func selfDependencies(in sprint: Int) -> Set<Int> { selfDependencies[sprint] ?? [] }

  /// What the mentions of a log entry mean.
  package func mentions(sprint: Int, entry: Int) -> ArraySlice<Resolution> { links[sprint].mentions[entry] }

  /// What the subjects of a claim mean.
  package func subjects(sprint: Int, claim: Int) -> ArraySlice<Resolution> { links[sprint].claims[claim] }

  /// The names of what a reference means: of an unresolved one, the id that it would have to be.
  package func targets(of resolution: Resolution) -> [String] {
    resolution.nodes.isEmpty ? resolution.names : resolution.nodes.map { symbols.uids[$0] }
  }

  /// The sprints that a name in another one stands for: a number, a code, or the beginning of a file's name.
  package func sprints(named name: String, besides own: Int) -> [Int] { names.sprints(named: name, besides: own) }

  /// Whether the run is about a sprint.
  package func isSelected(_ sprint: Int) -> Bool { selected.contains(sprint) }

  /// The first declaration of an id.
  package func declaration(_ node: Int) -> TaskIndex? { symbols.declarations[node].first }

  /// The states that the declarations of an id give it: more than one only where they differ.
  package func states(_ node: Int) -> Set<TaskState> {
    Set(symbols.declarations[node].map(state(of:)))
  }

  /// Whether each declaration of an id closes it.
  package func isClosed(_ node: Int) -> Bool { symbols.declarations[node].allSatisfy { state(of: $0).isClosed } }

  /// Where a range of a sprint's text lies on disk.
  package func location(_ range: ByteRange, in sprint: Int) -> Location {
    let file = sprints[sprint].file
    return Location(file: file, range: files[file].onDisk(range))
  }
}
