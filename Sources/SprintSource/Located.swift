/// A value together with the bytes it was read from.
///
/// The slice of the file's text at `range` is the text that the value came from.
package struct Located<Value> {
  package var value: Value
  package var range: ByteRange

  package init(_ value: Value, at range: ByteRange) {
    self.value = value
    self.range = range
  }

  package func map<Other, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Other
  ) throws(Failure) -> Located<Other> {
    Located<Other>(try transform(value), at: range)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}

extension Located<String> {
  /// The text of a slice, at the place where it stands.
  package init(_ slice: Bytes) {
    self.init(slice.string, at: ByteRange(of: slice))
  }
}
