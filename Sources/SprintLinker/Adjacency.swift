/// The edges of a graph by the node at one of their ends.
struct Adjacency: Sendable {
  /// The edges of a node stand in `places` from `starts[node]` to `starts[node + 1]`.
  private let starts: [Int32]
  private let places: [Int32]

  /// Sorts the places of edges, each of which has its end at one of `ends`.
  init(nodeCount: Int, ends: some Collection<Int>) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for node in ends { starts[node + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var places = [Int32](repeating: 0, count: ends.count)
    for (place, node) in ends.enumerated() {
      places[Int(next[node])] = Int32(place)
      next[node] += 1
    }
    self.starts = starts
    self.places = places
  }

  /// The places of the edges of a node, in their order.
  subscript(node: Int) -> EdgePlaces { EdgePlaces(places[range(of: node)]) }

  /// Where the edges of a node stand among those of all nodes, which are sorted by these.
  func range(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  var nodeCount: Int { starts.count - 1 }

  /// What belongs to the edges, in the order of their nodes.
  func sorted<Value>(_ values: [Value]) -> [Value] { places.map { values[Int($0)] } }
}
