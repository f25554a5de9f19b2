import SprintModel
package import SprintSource

/// Values by terms of the vocabulary.
package struct TermTable<Value: Sendable>: Sendable {
  private let places: TermIndex
  private let values: [Value]

  /// - Parameter terms: by the normal form of ``Vocabulary/normalized(_:)``.
  package init(_ terms: [String: Value]) {
    places = TermIndex(Array(terms.keys))
    values = Array(terms.values)
  }

  /// The value of the term that a text is, in any case and with anything but letters and digits around its words.
  package subscript(text: Bytes) -> Value? { places[text].map { values[$0] } }

  /// The value of a term in normal form.
  package subscript(normalized term: String) -> Value? { places[normalized: term].map { values[$0] } }
}
