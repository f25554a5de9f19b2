package import SprintModel
package import SprintSource

/// A line, or a part of one, of the form `Name: value`, with or without emphasis around the name.
package struct Field: Sendable {
  /// In the vocabulary's normal form.
  package let name: String
  package let value: Bytes

  /// Reads a line.
  ///
  /// - Returns: nil where the line is prose: a name has at most five words.
  package init?(_ line: Bytes) {
    let line = line.trimmed
    guard let colon = Self.colon(in: line), colon.lowerBound > line.startIndex, colon.lowerBound - line.startIndex <= 48
    else { return nil }
    let name = line[..<colon.lowerBound]
    guard !name.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: ".") })
    else { return nil }
    var value = line[colon.upperBound...]
    let emphasis = name.prefix { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    if !emphasis.isEmpty, value.starts(with: emphasis) { value = value.dropFirst(emphasis.count) }
    // A full-width colon has its blank in itself.
    guard colon.count > 1 || value.first.map({ $0.isSpace || $0 >= 0x80 }) ?? true else { return nil }
    let words = Vocabulary.normalized(name)
    guard !words.isEmpty, words.utf8.count(where: { $0 == 0x20 }) < 5 else { return nil }
    self.name = words
    self.value = value.trimmed
  }

  private init(name: String, value: Bytes) {
    self.name = name
    self.value = value
  }

  /// The fields on a line that the vocabulary knows: `**Status:** DONE **Owner:** Ada`, or
  /// `**Estimated**: 2 h | **Status**: Pending`; none where the line does not begin with one.
  package static func all(in line: Bytes, _ vocabulary: Vocabulary) -> [Field] {
    guard let first = Field(line), vocabulary.columns[first.name] != nil else { return [] }
    var fields: [Field] = []
    var rest = first
    while true {
      guard let (start, next) = nextField(in: rest.value, vocabulary) else {
        fields.append(rest)
        return fields
      }
      var value = rest.value[..<start].trimmed
      while let last = value.last, last == UInt8(ascii: "|") || last.isSpace { value.removeLast() }
      fields.append(Field(name: rest.name, value: value))
      rest = next
    }
  }

  /// The next name in bold that the vocabulary knows, inside a value.
  private static func nextField(in value: Bytes, _ vocabulary: Vocabulary) -> (start: Int, field: Field)? {
    var index = value.startIndex
    while let bold = value.firstRange(of: [UInt8(ascii: "*"), UInt8(ascii: "*")], from: index) {
      if bold.lowerBound > value.startIndex, value[bold.lowerBound - 1].isSpace,
        let field = Field(value[bold.lowerBound...]), vocabulary.columns[field.name] != nil
      {
        return (bold.lowerBound, field)
      }
      index = bold.upperBound
    }
    return nil
  }

  /// The first colon, plain or full-width.
  private static func colon(in line: Bytes) -> Range<Int>? {
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: ":") { return index..<(index + 1) }
      if line[index] == 0xEF, line.hasPrefix("：", at: index) { return index..<(index + 3) }
      index += 1
    }
    return nil
  }
}
