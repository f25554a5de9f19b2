import SprintSource

/// The full ids that stand for what is written, by the place where that stands.
struct Expansions {
  /// In the order of their places.
  private let edits: [TextEdit]
  /// The most bytes that one of them replaces.
  private let longest: Int

  init(_ edits: [TextEdit]) {
    self.edits = edits.sorted { $0.range < $1.range }
    longest = edits.map(\.range.count).max() ?? 0
  }

  static let none = Expansions([])

  /// Those inside a range, in order.
  func edits(in range: ByteRange) -> [TextEdit] { candidates(range).filter { range.contains($0.range) } }

  /// The first inside a range, or around it.
  func edit(at range: ByteRange) -> TextEdit? {
    candidates(range).first { $0.range.contains(range) || range.contains($0.range) }
  }

  private func candidates(_ range: ByteRange) -> ArraySlice<TextEdit> {
    let start = edits.partitionPoint { $0.range.lower < range.lower - longest }
    let end = edits.partitionPoint { $0.range.lower <= range.upper }
    return edits[start..<max(start, end)]
  }
}
