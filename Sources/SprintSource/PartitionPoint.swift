extension Collection where Index == Int {
  /// The first place whose element is none of a first part; the end where all are.
  ///
  /// The elements of the first part must stand before all others, as those below a limit do where elements are sorted.
  /// Takes the logarithm of their number.
  @inlinable
  package func partitionPoint(after isInFirstPart: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isInFirstPart(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Collection<ByteRange> where Index == Int {
  /// Whether one of these ranges, which stand in order and apart, holds a byte.
  package func covers(_ offset: Int) -> Bool {
    let place = partitionPoint { $0.upper <= offset }
    return place < endIndex && self[place].lower <= offset
  }

  /// Whether one of these ranges, which stand in order and apart, has bytes in common with another.
  package func overlap(_ range: ByteRange) -> Bool {
    let place = partitionPoint { $0.upper <= range.lower }
    return place < endIndex && self[place].lower < range.upper
  }
}
