/// One replacement in a text: what stands at `range` becomes `replacement`.
package struct TextEdit: Hashable, Sendable {
  package let range: ByteRange
  package let replacement: [UInt8]

  package init(_ range: ByteRange, _ replacement: some Sequence<UInt8>) {
    self.range = range
    self.replacement = Array(replacement)
  }

  package init(_ range: ByteRange, _ replacement: String) {
    self.init(range, replacement.utf8)
  }
}

extension TextEdit {
  /// Applies edits to a text.
  ///
  /// Edits are taken in the order of their places, and at one place as they are given; one that overlaps an earlier one
  /// is left out.
  /// - Returns: the new text, and the map that leads its offsets back to those of `text`.
  package static func apply(_ edits: [TextEdit], to text: [UInt8]) -> (text: [UInt8], offsets: OffsetMap) {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var pieces: [OffsetMap.Piece] = []
    var done = 0
    func copy(upTo end: Int) {
      guard end > done else { return }
      pieces.append(
        OffsetMap.Piece(after: ByteRange(result.count, result.count + end - done), before: ByteRange(done, end)))
      result.append(contentsOf: text[done..<end])
      done = end
    }
    let sorted = edits.enumerated().sorted { ($0.element.range, $0.offset) < ($1.element.range, $1.offset) }
    for edit in sorted.map(\.element) {
      guard edit.range.lower >= done, edit.range.upper <= text.count else { continue }
      copy(upTo: edit.range.lower)
      let after = ByteRange(result.count, result.count + edit.replacement.count)
      pieces.append(OffsetMap.Piece(after: after, before: edit.range, isVerbatim: false))
      result.append(contentsOf: edit.replacement)
      done = edit.range.upper
    }
    copy(upTo: text.count)
    return (result, OffsetMap(pieces))
  }
}
