import SprintSource

extension Carrier {
  /// Every line break was turned into a blank, so that the tracker is one line.
  package static let flattened = Carrier(.flattened) { Flattened($0)?.damage }
}

/// Lines that were many: a tracker, or long stretches of it.
private struct Flattened {
  private let file: SourceFile
  private let lines: [Unflattening]
  private let isCertain: Bool

  /// More edits than that are no longer a repair to make silently.
  private static let limit = 1 << 17

  init?(_ file: SourceFile) {
    let candidates = Self.candidates(in: file)
    guard !candidates.isEmpty else { return nil }
    let outsideCode = Self.linesOutsideFences(candidates, in: file)
    let damaged = outsideCode.compactMap { Self.read(file.content(ofLine: $0)) }
    let certain = damaged.filter { $0.verdict == .certain }.map(\.lines)
    self.file = file
    isCertain = !certain.isEmpty && certain.reduce(0) { $0 + $1.breaks.edits.count } <= Self.limit
    lines = certain.isEmpty ? damaged.map(\.lines) : certain
    guard !lines.isEmpty else { return nil }
  }

  private enum Verdict {
    case certain
    case likely
  }

  /// Finds the lines that one line was; nil where it is whole.
  private static func read(_ text: Bytes) -> (lines: Unflattening, verdict: Verdict)? {
    guard let asItStands = FlatLine(text, code: FlatCodeSpans(in: text), words: .standard),
      let verdict = verdict(on: Unflattening(asItStands))
    else { return nil }
    // What is known to be many blocks is read as such: a stray backtick in one does not reach the next.
    let code = FlatCodeSpans(in: text, barriers: text.flatBlockStarts)
    return FlatLine(text, code: code, words: .standard).map { (Unflattening($0), verdict) }
  }

  /// Prose may mention headings and tables; it never holds a whole table and the headings around it.
  private static func verdict(on line: Unflattening) -> Verdict? {
    let headings = line.headings.count + (line.hasTitle ? 1 : 0)
    if headings > 1, line.rowCount > 0 { return .certain }
    if line.hasTitle, line.rowCount > 1 { return .certain }
    if line.namedHeadings > 2, line.items > 2 { return .certain }
    return headings > 3 && line.items > 3 ? .likely : nil
  }

  /// The lines in which a heading stands behind other text, or that are a heading with a table behind it.
  ///
  /// Each file is searched so, and all but a few without a find: hence one pass that looks for hash signs only.
  private static func candidates(in file: SourceFile) -> [Int] {
    let text = file.text
    let bytes = text.span
    var lines: [Int] = []
    var index = 0
    while let start = Bytes(file.text).firstIndex(of: UInt8(ascii: "#"), from: index) {
      index = start
      while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
      // `| # |` is the header of a column.
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: " "), bytes[index + 1] != UInt8(ascii: "|") else {
        continue
      }
      let isInLine = start > 0 && bytes[start - 1] == UInt8(ascii: " ")
      let line = file.lines.line(at: start)
      guard lines.last != line, isInLine || file.content(ofLine: line).count > 160 else { continue }
      lines.append(line)
    }
    return lines
  }

  private static func linesOutsideFences(_ candidates: [Int], in file: SourceFile) -> [Int] {
    var code = CodeFinder(file)
    return candidates.filter { line in
      guard let range = file.lines.range(ofLine: line) else { return false }
      let text = file.slice(range)
      let isIndentedCode = text.starts(with: "    ".utf8) || text.starts(with: "\t".utf8)
      return !isIndentedCode && !code.isInBlock(range.lower)
    }
  }

  var damage: Damage? {
    let edits = lines.flatMap(\.breaks.edits)
    guard !edits.isEmpty, let first = lines.first, let range = first.headings.first ?? first.tables.first?.delimiter
    else {
      return nil
    }
    let headings = lines.reduce(0) { $0 + $1.headings.count + ($1.hasTitle ? 1 : 0) }
    let rows = lines.reduce(0) { $0 + $1.rowCount }
    let counts = [
      (headings, "heading"), (rows, "table row"), (rows == 0 ? lines.reduce(0) { $0 + $1.items } : 0, "list item"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { Damage.counted($0.0, $0.1) }
    return Damage(
      edits: edits, isCertain: isCertain, range: file.slice(range).clipped(to: 60).range,
      evidence:
        "\(Damage.counted(lines.count, "line")) \(lines.count == 1 ? "holds" : "hold") \(parts.joined(separator: " and "))"
    )
  }
}
