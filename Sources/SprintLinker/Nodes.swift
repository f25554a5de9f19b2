/// The tasks that a reference means, as nodes of the graph: most often one, for which no array is made.
@usableFromInline package struct Nodes: RandomAccessCollection, Hashable, Sendable {
  @usableFromInline let only: Int?
  /// Empty where there is only one.
  @usableFromInline let several: [Int]

  init() {
    only = nil
    several = []
  }

  init(_ node: Int) {
    only = node
    several = []
  }

  init(_ nodes: [Int]) {
    only = nodes.count == 1 ? nodes[0] : nil
    several = nodes.count == 1 ? [] : nodes
  }

  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { only == nil ? several.count : 1 }
  @inlinable package subscript(place: Int) -> Int { only ?? several[place] }
}
