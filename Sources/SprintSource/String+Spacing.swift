extension String {
  /// One blank between words, and none around them.
  package var singleSpaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
