package import SprintModel
package import SprintSource

/// A line, or a part of one, of the form `Name: value`, with or without emphasis around the name.
package struct Field: Sendable {
  /// The name as written.
  package let label: Bytes
  package let value: Bytes

  /// Reads a line.
  ///
  /// - Returns: nil where the line is prose: a name has at most five words.
  package init?(_ line: Bytes) {
    let line = line.trimmed
    guard let colon = Self.colon(in: line.prefix(Self.longestName + 3)), colon.lowerBound > line.startIndex,
      colon.lowerBound - line.startIndex <= Self.longestName
    else { return nil }
    let name = line[..<colon.lowerBound]
    guard !name.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: ".") })
    else { return nil }
    var value = line[colon.upperBound...]
    let emphasis = name.prefix { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    if !emphasis.isEmpty, value.starts(with: emphasis) { value = value.dropFirst(emphasis.count) }
    // A full-width colon has its blank in itself.
    guard colon.count > 1 || value.first.map({ $0.isSpace || $0 >= 0x80 }) ?? true else { return nil }
    guard (1...5).contains(Vocabulary.wordCount(of: name)) else { return nil }
    label = name
    self.value = value.trimmed
  }

  /// In bytes.
  private static let longestName = 48

  /// The fields on a line that are columns of the vocabulary: `**Status:** DONE **Owner:** Ada`, or
  /// `**Estimated**: 2 h | **Status**: Pending`; none where the line does not begin with one.
  package static func all(
    in line: Bytes, _ columns: TermTable<Vocabulary.Column>
  ) -> [(column: Vocabulary.Column, value: Bytes)] {
    var fields: [(column: Vocabulary.Column, value: Bytes)] = []
    forEach(in: line, columns) { fields.add(($0, $1)) }
    return fields
  }

  /// Goes through them.
  ///
  /// - Returns: the last one.
  @discardableResult
  static func forEach(
    in line: Bytes, _ columns: TermTable<Vocabulary.Column>, _ body: (Vocabulary.Column, Bytes) -> Void
  ) -> (column: Vocabulary.Column, value: Bytes)? {
    guard let first = Field(line), var column = columns[first.label] else { return nil }
    var rest = first.value
    while let next = nextField(in: rest, columns) {
      let value = rest[..<next.start].trimmed.trimmingSuffix { $0 == UInt8(ascii: "|") || $0.isSpace }
      body(column, value)
      (column, rest) = (next.column, next.value)
    }
    body(column, rest)
    return (column, rest)
  }

  /// The next name in bold, or behind a pipe, that the vocabulary knows, inside a value.
  private static func nextField(
    in value: Bytes, _ columns: TermTable<Vocabulary.Column>
  ) -> (start: Int, column: Vocabulary.Column, value: Bytes)? {
    var index = value.startIndex
    while index < value.endIndex {
      let isPipe = value[index] == UInt8(ascii: "|")
      let isBold = value[index] == UInt8(ascii: "*") && value.hasPrefix("**", at: index)
      if isPipe || isBold, index > value.startIndex, value[index - 1].isSpace,
        let field = Field(value[(isPipe ? index + 1 : index)...]), let column = columns[field.label]
      {
        return (index, column, field.value)
      }
      index += isBold ? 2 : 1
    }
    return nil
  }

  /// The first colon, plain or full-width.
  private static func colon(in line: Bytes) -> Range<Int>? {
    let plain = line.firstIndex(of: UInt8(ascii: ":"), from: line.startIndex)
    var index = line.startIndex
    while let place = line.firstIndex(of: 0xEF, from: index), place < plain ?? line.endIndex {
      if line.hasPrefix("：", at: place) { return place..<(place + 3) }
      index = place + 1
    }
    return plain.map { $0..<($0 + 1) }
  }
}
