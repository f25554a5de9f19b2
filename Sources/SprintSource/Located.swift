/// A value together with the bytes it was read from.
///
/// The slice of the file's text at `range` is the text that the value came from.
@usableFromInline package struct Located<Value> {
  @usableFromInline package var value: Value
  @usableFromInline package var range: ByteRange

  @inlinable package init(_ value: Value, at range: ByteRange) {
    self.value = value
    self.range = range
  }

  /// The same value in a text that begins so many bytes later.
  @inlinable package func moved(by offset: Int) -> Located { Located(value, at: range.moved(by: offset)) }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
