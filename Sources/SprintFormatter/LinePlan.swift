import SprintSource

/// What becomes of the ends of lines: blanks, blank lines and line ends.
struct LinePlan {
  private enum Fate { case kept, trimmed, removed }

  let file: SourceFile
  private let lineEnd: [UInt8]
  /// Whether all lines are to end alike.
  private let isUniform: Bool
  /// Whether a carriage return alone ends a line: then nobody knows what the ends of lines mean.
  private let isUnclear: Bool
  private var fates: [Fate]
  /// The lines that a blank one is to follow.
  private var widened: Set<Int> = []

  init(_ file: SourceFile, _ style: LayoutStyle.LineEndings) {
    self.file = file
    fates = Array(repeating: .kept, count: file.lines.lineCount)
    var (feeds, pairs, others) = (0, 0, 0)
    for line in 1...file.lines.lineCount {
      let end = Self.end(of: line, in: file)
      if end == [0x0D, 0x0A] { pairs += 1 } else if end == [0x0A] { feeds += 1 } else if !end.isEmpty { others += 1 }
    }
    lineEnd = style == .keep && pairs > feeds ? [0x0D, 0x0A] : [0x0A]
    isUniform = style == .lf || (pairs > 0 && feeds > 0)
    isUnclear = others > 0
  }

  // MARK: Planning

  /// Takes a line out; one that is blank.
  mutating func remove(_ line: Int) { fates[line - 1] = .removed }

  /// Takes the blanks off the end of a line.
  mutating func trim(_ line: Int) { if fates[line - 1] == .kept { fates[line - 1] = .trimmed } }

  /// Puts a blank line after a line.
  mutating func addBlank(after line: Int) { widened.insert(line) }

  /// Whether there is nothing but blanks on a line.
  func isBlank(_ line: Int) -> Bool { content(of: line).allSatisfy(\.isBlank) }

  /// A line without its line end.
  func content(of line: Int) -> Bytes {
    guard let range = file.lines.range(ofLine: line) else { return [] }
    return file.slice(range).dropLast(Self.end(of: line, in: file).count)
  }

  // MARK: Edits

  /// The edits that do it, one for each line that changes.
  var edits: [TextEdit] {
    guard !isUnclear, !file.text.isEmpty else { return [] }
    var edits: [TextEdit] = []
    var line = 1
    while line <= fates.count {
      var next = line + 1
      while next <= fates.count, fates[next - 1] == .removed { next += 1 }
      var content = content(of: line)
      if fates[line - 1] == .trimmed { while content.last?.isBlank ?? false { content.removeLast() } }
      let own = Self.end(of: line, in: file)
      let end = isUniform || own.isEmpty ? lineEnd : Array(own)
      let upper = file.lines.range(ofLine: next)?.lower ?? file.text.count
      let range = ByteRange(content.endIndex, upper)
      let replacement = end + (widened.contains(line) ? lineEnd : [])
      if !file.slice(range).elementsEqual(replacement) { edits.append(TextEdit(range, replacement)) }
      line = next
    }
    return edits
  }

  private static func end(of line: Int, in file: SourceFile) -> Bytes {
    guard let range = file.lines.range(ofLine: line) else { return [] }
    return file.slice(range).suffix(2).drop { $0 != 0x0D && $0 != 0x0A }
  }
}
