import SprintSource

/// A text in which `*` stands for anything; case and the width of white space do not matter.
package struct WordPattern: Sendable, Equatable {
  /// As written.
  package let text: String
  private let pieces: [[Character]]

  /// Whether it stands for one text alone.
  package var isLiteral: Bool { pieces.count == 1 }

  /// What a text and a pattern that stands for it alone have in common.
  package var folded: [Character] { pieces.first ?? [] }

  /// Makes a pattern; without stars, `*` is a star like any other character.
  package init(_ text: String, hasStars: Bool) {
    self.text = text
    let text = Self.folded(text)
    pieces = hasStars ? text.split(separator: "*", omittingEmptySubsequences: false).map(Array.init) : [text]
  }

  package func matches(_ text: String) -> Bool { matches(folded: Self.folded(text)) }

  /// The same of a text as ``folded(_:)`` makes it.
  package func matches(folded text: [Character]) -> Bool {
    var rest = text[...]
    guard let first = pieces.first, let last = pieces.last, rest.starts(with: first) else { return false }
    if pieces.count == 1 { return rest.count == first.count }
    rest = rest.dropFirst(first.count)
    guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else { return false }
    rest = rest.dropLast(last.count)
    // Each piece where it first comes: that leaves most to those after it.
    for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
      guard let end = Self.end(of: piece, in: rest) else { return false }
      rest = rest[end...]
    }
    return true
  }

  /// Where a piece ends that stands in a text first.
  ///
  /// D. E. Knuth, J. H. Morris and V. R. Pratt, *Fast pattern matching in strings*, 1977: no character of the text is
  /// looked at again, whatever it repeats.
  private static func end(of piece: [Character], in text: ArraySlice<Character>) -> Int? {
    // By place, how much of the beginning of the piece ends there.
    var borders = [0]
    var length = 0
    for place in piece.indices.dropFirst() {
      while length > 0, piece[place] != piece[length] { length = borders[length - 1] }
      if piece[place] == piece[length] { length += 1 }
      borders.append(length)
    }
    length = 0
    for place in text.indices {
      while length > 0, text[place] != piece[length] { length = borders[length - 1] }
      if text[place] == piece[length] { length += 1 }
      if length == piece.count { return place + 1 }
    }
    return nil
  }

  package static func folded(_ text: String) -> [Character] {
    Array(text.singleSpaced.lowercased())
  }
}
