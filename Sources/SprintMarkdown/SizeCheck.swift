package import SprintSource

/// Finds out, before anything else is done with a text, whether it would take too much time or memory to read.
///
/// cmark-gfm keeps about 200 bytes for each node of its tree, and fills up short rows (GFM §4.10): 2,000 columns over
/// 2,000 rows of one cell, 18 KB of text, cost it 4 s and 950 MB. What is counted here bounds the nodes from above.
///
/// One look at the first bytes of each line is enough but for the marks, of which a text cannot have more than bytes:
/// a text of fewer bytes than marks are allowed is not looked through.
package struct SizeCheck {
  private let text: Bytes
  private let limits: Limits
  private let mostNested: Int
  private let mostColumns: Int
  private let mostCells: Int
  /// The containers that the next line may still stand in.
  private var open = 0
  private var isBelowBlank = true
  /// The columns of the table that the line may be a row of; 0 outside of tables.
  private var columns = 0
  private var cells = 0
  /// List markers that are no mark by their sign alone.
  private var listMarkers = 0
  /// The bytes of the definition of a link that the line may go on with, and of the longest one.
  private var definition = 0
  private var longestDefinition = 0

  private init(_ file: SourceFile, _ limits: Limits) {
    text = Bytes(file.text)
    self.limits = limits
    mostNested = limits[.nesting]
    mostColumns = limits[.columns]
    mostCells = limits[.cells]
  }

  /// The first limit that the text of a file exceeds.
  package static func excess(in file: SourceFile, _ limits: Limits) -> Excess? {
    if file.text.count > limits[.fileSize] {
      return Excess(.fileSize, file.text.count, limit: limits[.fileSize])
    }
    var check = SizeCheck(file, limits)
    let length = limits[.lineLength]
    let text = file.text
    let bytes = text.span
    for line in 1...file.lines.lineCount {
      guard let range = file.lines.range(ofLine: line) else { break }
      if range.count > length {
        let bytes = check.text.at(range).withoutLineEnd
        if bytes.count > length { return Excess(.lineLength, bytes.count, limit: length, at: range) }
      }
      if let excess = check.add(range, bytes) { return excess }
    }
    return check.marks(file) ?? check.linkText()
  }

  private mutating func add(_ range: ByteRange, _ bytes: Span<UInt8>) -> Excess? {
    let (quotes, items, indent, start) = lead(of: range, bytes)
    // An indent goes on with lists that are open, each of which takes two columns at least.
    let depth = quotes + items + min(indent / 2, max(open - quotes, 0))
    if depth > mostNested { return excess(.nesting, depth, range) }
    // Text may go on with a paragraph whatever stands before it (CommonMark 0.29 §5.1), until a blank line ends that.
    let isBlank = start == range.upper
    open = isBelowBlank && !isBlank ? depth : max(open, depth)
    isBelowBlank = isBlank
    if isBlank, items == 0 {
      columns = 0
      definition = 0
      return nil
    }
    let rest = ByteRange(start, range.upper)
    addToDefinition(rest, bytes)
    cells += columns
    let isWhole = rest == range
    if let found = Self.columns(ofDelimiter: rest, bytes) ?? (isWhole ? nil : Self.columns(ofDelimiter: range, bytes)) {
      if found > mostColumns { return excess(.columns, found, range) }
      // Header and row of dashes.
      cells += columns == 0 ? found : 0
      columns = max(columns, found)
    }
    return cells > mostCells ? excess(.cells, cells, range) : nil
  }

  private func excess(_ kind: Limits.Kind, _ figure: Int, _ line: ByteRange) -> Excess {
    Excess(kind, figure, limit: limits[kind], at: text.at(line).trimmed.range)
  }

  // MARK: Containers

  /// The markers of quotes and list items that a line begins with (CommonMark 0.29 §5.1 and §5.2), the columns of the
  /// blanks before and between them, and where the rest begins.
  private mutating func lead(
    of line: ByteRange, _ bytes: Span<UInt8>
  ) -> (quotes: Int, items: Int, indent: Int, end: Int) {
    func isMarker(endingBefore index: Int) -> Bool { index >= line.upper || bytes[index].isSpace }
    var quotes = 0
    var items = 0
    var indent = 0
    var index = line.lower
    while index < line.upper {
      switch bytes[index] {
      case UInt8(ascii: "\t"): indent += 4
      case UInt8(ascii: ">"): quotes += 1
      case let byte where byte.isSpace: indent += 1
      case UInt8(ascii: "*") where isMarker(endingBefore: index + 1): items += 1
      case UInt8(ascii: "-") where isMarker(endingBefore: index + 1),
        UInt8(ascii: "+") where isMarker(endingBefore: index + 1):
        items += 1
        listMarkers += 1
      case let byte where byte.isDigit:
        var end = index
        while end < min(index + 9, line.upper), bytes[end].isDigit { end += 1 }
        guard end < line.upper, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
          isMarker(endingBefore: end + 1)
        else { return (quotes, items, indent, index) }
        items += 1
        listMarkers += 1
        index = end
      default: return (quotes, items, indent, index)
      }
      index += 1
    }
    return (quotes, items, indent, index)
  }

  // MARK: Tables

  /// The columns of a row of dashes; nil for any other text.
  private static func columns(ofDelimiter line: ByteRange, _ bytes: Span<UInt8>) -> Int? {
    var pipes = 0
    for index in line.lower..<line.upper {
      switch bytes[index] {
      case CellScanner.pipe: pipes += 1
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
      case let byte: if !byte.isSpace { return nil }
      }
    }
    guard pipes > 0 else { return nil }
    var (first, last) = (line.lower, line.upper - 1)
    while bytes[first].isSpace { first += 1 }
    while bytes[last].isSpace { last -= 1 }
    return pipes + 1 - (bytes[first] == CellScanner.pipe ? 1 : 0)
      - (last > first && bytes[last] == CellScanner.pipe ? 1 : 0)
  }

  // MARK: Definitions of links

  /// Counts a line to the definition that it begins or goes on with (CommonMark 0.29 §4.7): a title may take many lines.
  private mutating func addToDefinition(_ line: ByteRange, _ bytes: Span<UInt8>) {
    if !line.isEmpty, bytes[line.lower] == UInt8(ascii: "["),
      text.at(line).firstRange(of: Self.definitionMark, from: line.lower) != nil
    {
      definition = line.count
    } else if definition > 0 {
      definition += line.count
    }
    longestDefinition = max(longestDefinition, definition)
  }

  /// No definition is without this mark (CommonMark 0.29 §4.7).
  static let definitionMark = Bytes("]:")

  private func linkText() -> Excess? {
    let limit = limits[.linkText]
    guard longestDefinition * text.count > limit else { return nil }
    let figure = longestDefinition * text.count { $0 == UInt8(ascii: "]") }
    return figure > limit ? Excess(.linkText, figure, limit: limit) : nil
  }

  // MARK: Marks

  private func marks(_ file: SourceFile) -> Excess? {
    let limit = limits[.marks]
    guard text.count > limit else { return nil }
    var count = listMarkers
    var place: Int?
    let isMark = Self.isMark
    for (index, byte) in file.text.enumerated() where isMark[Int(byte)] {
      count += 1
      if count > limit, place == nil { place = index }
    }
    guard count > limit else { return nil }
    let line = file.lines.range(ofLine: file.lines.line(at: place ?? 0))
    return Excess(.marks, count, limit: limit, at: line.map { text.at($0).trimmed.range })
  }

  /// By byte, whether the parser makes a node of it, or may have to.
  private static let isMark: [Bool] = {
    var isMark = [Bool](repeating: false, count: 256)
    for byte in "\n\r|*_`[]<>!&\\\"".utf8 { isMark[Int(byte)] = true }
    return isMark
  }()
}
