import SprintSource

/// Which lines of a text stand in another one, too.
///
/// Lines that stand once in each text are found first, as in B. Cohen's *patience diff*, so that rows move as wholes and
/// the cost stays near that of reading the texts; what lies between them is compared with the difference of the
/// standard library (E. Myers, *An O(ND) Difference Algorithm and Its Variations*, 1986), unless it is too long.
struct LineDifference {
  /// The places of equal lines, in order: none of the others is in both texts.
  private(set) var common: [(old: Int, new: Int)] = []
  private let old: [Bytes]
  private let new: [Bytes]

  /// The number of lines, old and new, up to which the difference is the smallest that there is.
  private static let smallest = 1_000

  init(from old: [Bytes], to new: [Bytes]) {
    self.old = old
    self.new = new
    compare(old.indices, new.indices)
  }

  private mutating func compare(_ olds: Range<Int>, _ news: Range<Int>) {
    var (olds, news) = (olds, news)
    while let first = olds.first, let other = news.first, old[first] == new[other] {
      common.append((first, other))
      olds.removeFirst()
      news.removeFirst()
    }
    var tail: [(old: Int, new: Int)] = []
    while let last = olds.last, let other = news.last, old[last] == new[other] {
      tail.append((last, other))
      olds.removeLast()
      news.removeLast()
    }
    if !olds.isEmpty, !news.isEmpty {
      if olds.count + news.count <= Self.smallest {
        compareExactly(olds, news)
      } else {
        var (lastOld, lastNew) = (olds.lowerBound, news.lowerBound)
        let anchors = anchors(olds, news)
        for anchor in anchors {
          compare(lastOld..<anchor.old, lastNew..<anchor.new)
          common.append(anchor)
          (lastOld, lastNew) = (anchor.old + 1, anchor.new + 1)
        }
        if !anchors.isEmpty { compare(lastOld..<olds.upperBound, lastNew..<news.upperBound) }
      }
    }
    common += tail.reversed()
  }

  private mutating func compareExactly(_ olds: Range<Int>, _ news: Range<Int>) {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new[news].difference(from: old[olds]) {
      switch change {
      case .remove(let offset, _, _): removed.insert(olds.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(news.lowerBound + offset)
      }
    }
    common += zip(olds.filter { !removed.contains($0) }, news.filter { !inserted.contains($0) }).map { ($0, $1) }
  }

  /// Lines that stand once in each text, as many as stand in the same order in both.
  private func anchors(_ olds: Range<Int>, _ news: Range<Int>) -> [(old: Int, new: Int)] {
    func places(_ range: Range<Int>, _ lines: [Bytes]) -> [Bytes: Int] {
      Dictionary(range.map { (lines[$0], $0) }) { _, _ in -1 }.filter { $0.value >= 0 }
    }
    let inNew = places(news, new)
    let pairs = places(olds, old).compactMap { line, place in inNew[line].map { (old: place, new: $0) } }
      .sorted { $0.old < $1.old }
    return pairs.longestRun { $0.new < $1.new }.map { pairs[$0] }
  }
}
