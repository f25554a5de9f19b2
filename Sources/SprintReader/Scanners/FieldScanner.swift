import SprintModel
package import SprintSource

/// A line of the form `Name: value`, with or without emphasis around the name.
package struct Field: Sendable {
  /// In the vocabulary's normal form.
  package let name: String
  package let value: Bytes

  /// Reads a line.
  ///
  /// - Returns: nil where the line is prose: a name has at most five words.
  package init?(_ line: Bytes) {
    let line = line.trimmed
    guard let colon = line.firstIndex(of: UInt8(ascii: ":"), from: line.startIndex), colon > line.startIndex,
      colon - line.startIndex <= 48
    else { return nil }
    let name = line[..<colon]
    guard !name.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: ".") }) else { return nil }
    var value = line[(colon + 1)...]
    let emphasis = name.prefix { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    if !emphasis.isEmpty, value.starts(with: emphasis) { value = value.dropFirst(emphasis.count) }
    guard value.first?.isSpace ?? true else { return nil }
    let words = Vocabulary.normalized(name)
    guard !words.isEmpty, words.utf8.count(where: { $0 == 0x20 }) < 5 else { return nil }
    self.name = words
    self.value = value.trimmed
  }
}
