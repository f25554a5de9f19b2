/// Elements that hold much are moved here, where a loop or `+=` would copy each of them.
extension Array {
  /// Hands over the elements in order.
  @inlinable package consuming func moveEach(_ body: (consuming Element) -> Void) {
    var rest = self
    var span = rest.mutableSpan
    // `reverse` copies.
    for place in 0..<span.count / 2 { span.swapAt(place, span.count - 1 - place) }
    while let next = rest.popLast() { body(consume next) }
  }

  /// Appends elements; where there are none yet, these are taken as they are.
  @inlinable package mutating func take(_ elements: consuming [Element]) {
    if isEmpty { self = elements } else { append(contentsOf: elements) }
  }

  /// Gives back the room that nothing stands in, where that is more than a sixteenth.
  @inlinable package mutating func trim() {
    guard capacity - count > 2 + count / 16 else { return }
    var trimmed: [Element] = []
    trimmed.reserveCapacity(count)
    let all = self
    self = []
    all.moveEach { trimmed.append($0) }
    self = trimmed
  }

  /// Appends an element. Where most arrays have one at most, it is faster to make one than to let an empty one grow.
  @inlinable package mutating func add(_ element: consuming Element) {
    if isEmpty { self = [element] } else { append(element) }
  }
}
