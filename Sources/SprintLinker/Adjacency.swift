/// The edges of a graph by the node at one of their ends.
struct Adjacency: Sendable {
  /// The edges of a node stand in `places` from `starts[node]` to `starts[node + 1]`.
  let starts: [Int]
  let places: [Int]

  /// Sorts the places of edges, each of which has its end at one of `ends`.
  init(nodeCount: Int, ends: some Collection<Int>) {
    var starts = [Int](repeating: 0, count: nodeCount + 1)
    for node in ends { starts[node + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var places = [Int](repeating: 0, count: ends.count)
    for (place, node) in ends.enumerated() {
      places[next[node]] = place
      next[node] += 1
    }
    self.starts = starts
    self.places = places
  }

  /// The places of the edges of a node, in their order.
  subscript(node: Int) -> ArraySlice<Int> { places[starts[node]..<starts[node + 1]] }
}
