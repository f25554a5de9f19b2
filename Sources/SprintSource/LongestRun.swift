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
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if mayPrecede(self[ends[middle]], self[place]) { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[place] = ends[low - 1] }
      if low < ends.count { ends[low] = place } else { ends.append(place) }
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
