import SprintModel
import SprintSource

/// Terms of the vocabulary without a value.
struct TermSet: Sendable {
  private let places: TermIndex

  /// - Parameter terms: in the normal form of ``Vocabulary/normalized(_:)``.
  init(_ terms: Set<String>) { places = TermIndex(Array(terms)) }

  func contains(_ text: Bytes) -> Bool { places[text] != nil }
}
