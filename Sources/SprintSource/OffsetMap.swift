/// Leads the offsets of an edited text back to those of the text before.
package struct OffsetMap: Sendable, Equatable {
  /// A stretch of the edited text and the stretch that it came from.
  package struct Piece: Sendable, Equatable {
    package let after: ByteRange
    package let before: ByteRange
    /// Copied byte for byte; otherwise the stretch stands for the other as a whole.
    package let isVerbatim: Bool

    package init(after: ByteRange, before: ByteRange, isVerbatim: Bool = true) {
      self.after = after
      self.before = before
      self.isVerbatim = isVerbatim
    }
  }

  /// In the order of the text, without gaps.
  private let pieces: [Piece]

  package init(_ pieces: [Piece]) { self.pieces = pieces }

  /// The range before the edit that gave rise to `range`.
  package func before(_ range: ByteRange) -> ByteRange {
    let lower = before(range.lower, isEnd: false)
    return ByteRange(lower, range.isEmpty ? lower : before(range.upper, isEnd: true))
  }

  /// Of an offset between two pieces, an end belongs to the first and a start to the second.
  private func before(_ offset: Int, isEnd: Bool) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      let start = pieces[middle].after.lower
      if start < offset || (start == offset && !isEnd) { low = middle } else { high = middle }
    }
    guard low < pieces.count else { return offset }
    let piece = pieces[low]
    if piece.isVerbatim { return min(piece.before.lower + max(0, offset - piece.after.lower), piece.before.upper) }
    return isEnd || offset >= piece.after.upper ? piece.before.upper : piece.before.lower
  }
}
