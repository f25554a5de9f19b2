/// The tasks that a reference means, as nodes of the graph: most often one, for which no array is made.
@usableFromInline package enum Nodes: RandomAccessCollection, Hashable, Sendable {
  case one(Int)
  /// Or none; never one.
  case several([Int])

  init(_ nodes: [Int]) { self = nodes.count == 1 ? .one(nodes[0]) : .several(nodes) }

  @inlinable package var startIndex: Int { 0 }

  @inlinable package var endIndex: Int {
    switch self {
    case .one: 1
    case .several(let nodes): nodes.count
    }
  }

  @inlinable package subscript(place: Int) -> Int {
    switch self {
    case .one(let node): node
    case .several(let nodes): nodes[place]
    }
  }
}
