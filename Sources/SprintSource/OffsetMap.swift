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

  /// The same, but nil where the range begins or ends inside a stretch that stands for another as a whole.
  package func exactly(before range: ByteRange) -> ByteRange? {
    guard isExact(range.lower, isEnd: false), range.isEmpty || isExact(range.upper, isEnd: true) else { return nil }
    return before(range)
  }

  /// Of an offset between two pieces, an end belongs to the first and a start to the second.
  private func before(_ offset: Int, isEnd: Bool) -> Int {
    guard let piece = piece(at: offset, isEnd: isEnd) else { return offset }
    if piece.isVerbatim { return min(piece.before.lower + max(0, offset - piece.after.lower), piece.before.upper) }
    return isEnd || offset >= piece.after.upper ? piece.before.upper : piece.before.lower
  }

  private func isExact(_ offset: Int, isEnd: Bool) -> Bool {
    guard let piece = piece(at: offset, isEnd: isEnd) else { return true }
    return piece.isVerbatim || offset <= piece.after.lower || offset >= piece.after.upper
  }

  private func piece(at offset: Int, isEnd: Bool) -> Piece? {
    let next = pieces.partitionPoint { $0.after.lower < offset || ($0.after.lower == offset && !isEnd) }
    return pieces.isEmpty ? nil : pieces[max(0, next - 1)]
  }
}
