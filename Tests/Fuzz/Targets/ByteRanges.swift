import SprintSource

/// All ranges that a value holds, however deep.
enum ByteRanges {
  /// - Parameter value: any value type; a range in it is found by its type.
  /// - Returns: each range with the way that leads to it, such as `tasks.0.status.text.range`.
  static func all(in value: Any) -> [(path: String, range: ByteRange)] {
    var found: [(String, ByteRange)] = []
    var open: [(path: String, value: Any)] = [("", value)]
    while let (path, value) = open.popLast() {
      if let range = value as? ByteRange {
        found.append((path, range))
      } else if let text = value as? LocatedText {
        found.append((path, text.range))
      } else {
        for (place, child) in Mirror(reflecting: value).children.enumerated() where !isLeaf(child.value) {
          open.append(("\(path)\(path.isEmpty ? "" : ".")\(child.label ?? String(place))", child.value))
        }
      }
    }
    return found
  }

  /// Most values are texts and numbers, and to look into them takes long. Bytes that are no text at its place are a name,
  /// which may be made up.
  private static func isLeaf(_ value: Any) -> Bool {
    value is String || value is Int || value is Bool || value is Bytes
  }

  /// What is wrong with the places that a value has in a text; nil where all lie in it, between characters.
  static func fault(in value: Any, of file: SourceFile) -> String? {
    let text = Bytes(file.text)
    for (path, range) in all(in: value) {
      if range.upper > text.count { return "\(path) at \(range) lies outside of the text" }
      let ends = [range.lower, range.upper]
      if file.isWellFormed, !ends.allSatisfy({ $0 == text.count || text[$0] & 0xC0 != 0x80 }) {
        return "\(path) at \(range) parts a character"
      }
      let (start, end) = file.positions(of: range)
      if start.line > end.line || (start.line == end.line && start.column > end.column) {
        return "\(path) at \(range) ends before it begins"
      }
    }
    return nil
  }
}
