extension Collection where Index == Int {
  /// The places of a longest subsequence in which each element may stand before the next.
  ///
  /// After C. Schensted, *Longest increasing and decreasing subsequences*, 1961, in the time of a sort. Where one element
  /// may stand before another and that before a third, the first may stand before the third.
  package func longestRun(_ mayPrecede: (Element, Element) -> Bool) -> [Int] {
    // By length, the place at which a run of that length ends that is the easiest to go on with.
    var ends: [Int] = []
    var before: [Int: Int] = [:]
    for place in indices {
      let length = ends.partitionPoint { mayPrecede(self[$0], self[place]) }
      if length > 0 { before[place] = ends[length - 1] }
      if length < ends.count { ends[length] = place } else { ends.append(place) }
    }
    var run: [Int] = []
    var next = ends.last
    while let place = next {
      run.append(place)
      next = before[place]
    }
    return run.reversed()
  }
}
