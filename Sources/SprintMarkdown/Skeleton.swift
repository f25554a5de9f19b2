import SprintSource

/// What is left of a text where each word that no block depends on is cut down to one letter.
///
/// Most of what cmark-gfm does is to make nodes of cells and of emphasis, code and links inside of lines, and to keep what
/// they hold. Of that nothing is used: text comes from slices of the file. The blocks of a text, their lines and the
/// columns at which they begin depend on little (CommonMark 0.29 §4 and §5, GFM §4.10):
///
/// - on what stands before the text of a line: indents, markers, fences, underlines, dashes below a header;
/// - on the cells of a header, of which there have to be as many as there are dashes below it; where there are, one of
///   each is enough, and one of each row of the table, as long as no other line of dashes is near;
/// - on `>`, as it may be the end of HTML that is open: a line with one in its text stays as it is, and so does one that
///   begins with a sign that may begin a fence, HTML or an escape, or be a byte order mark;
/// - on definitions of links, which may take many lines: a text that may have one is left alone.
///
/// Of lines that are the same then, the first and the last are enough: each between them makes what the first one makes, a
/// row, an item or more of a paragraph, and ``BlockConverter`` makes it. Headings are left alone, as they seldom follow
/// each other.
struct Skeleton {
  /// With the same columns as the file up to the text of each line.
  private(set) var text: [UInt8] = []
  /// By line, the number that it has in the file.
  private(set) var lineNumbers: [Int] = []
  /// The last line, where the next may be the same.
  private var last: Line?
  /// How many lines have been the same as the one before them.
  private var copies = 0

  /// Nil where the text may hold a definition of a link.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - first: the number of the line at which the text begins.
  init?(_ file: SourceFile, fromLine first: Int) {
    let lines = file.lines
    let start = lines.range(ofLine: first)?.lower ?? file.text.count
    guard Bytes(file.text).firstRange(of: SizeCheck.definitionMark, from: start) == nil else { return nil }
    text.reserveCapacity((file.text.count - start) / 8)
    lineNumbers.reserveCapacity(lines.lineCount)
    let source = file.text
    let bytes = source.span
    func line(_ number: Int) -> Line? { lines.range(ofLine: number).map { Line(bytes, $0) } }
    var number = first
    // The first `>` at or behind the text of the last line.
    var bracket = -1
    var next = line(number)
    while var current = next {
      next = line(number + 1)
      if current.isCut {
        if bracket < current.start {
          bracket = Bytes(source).firstIndex(of: UInt8(ascii: ">"), from: current.start) ?? bytes.count
        }
        current.isCut = bracket >= current.range.upper
      }
      if let below = next, below.mayDelimit {
        // Dashes that delimit nothing are text, which may be the header of the dashes below.
        let isHeader =
          current.isCut && current.isRow && Self.delimits(file.slice(below.range), file.slice(current.range))
          && !(line(number + 2)?.mayDelimit ?? false)
        add(current, number, of: source, keepsCells: !isHeader)
        if isHeader {
          number += 1
          addDelimiter(below.range, number, of: bytes)
          next = line(number + 1)
        }
      } else {
        add(current, number, of: source, keepsCells: false)
      }
      number += 1
    }
  }

  // MARK: Lines

  private struct Line {
    let range: ByteRange
    /// Where it is cut: at its text, or at the pipe before its first cell.
    let start: Int
    let isRow: Bool
    /// Whether nothing depends on what stands behind but the number of cells.
    var isCut: Bool
    /// Whether a mark of a heading may stand before its text.
    let isHeading: Bool
    /// Whether it may be the dashes below a header.
    let mayDelimit: Bool

    init(_ bytes: Span<UInt8>, _ range: ByteRange) {
      self.range = range
      var index = range.lower
      while index < range.upper, bytes[index].isBlank { index += 1 }
      isRow = index < range.upper && bytes[index] == CellScanner.pipe
      (start, isHeading) = isRow ? (index, false) : Skeleton.startOfText(bytes, ByteRange(index, range.upper))
      index = start
      // A line of nothing but dashes and the like may be a break, an underline, or stand below a header.
      while index < range.upper, !Skeleton.tells(bytes[index], isRow: isRow) { index += 1 }
      isCut = index < range.upper
      mayDelimit = !isCut && Skeleton.mayDelimit(bytes, range)
    }

    /// Whether it is the same as another, as far as anything depends on it.
    func isLike(_ other: Line, _ source: [UInt8]) -> Bool {
      guard isRow == other.isRow, start - range.lower == other.start - other.range.lower else { return false }
      for index in range.lower..<start where source[index] != source[index - range.lower + other.range.lower] {
        return false
      }
      return true
    }
  }

  private mutating func add(_ line: Line, _ number: Int, of source: [UInt8], keepsCells: Bool) {
    if let last, line.isCut, !keepsCells, line.isLike(last, source) {
      copies += 1
      if copies > 1 {
        lineNumbers[lineNumbers.count - 1] = number
        return
      }
    } else {
      copies = 0
    }
    last = line.isCut && !keepsCells && !line.isHeading ? line : nil
    lineNumbers.append(number)
    guard line.isCut else {
      text += source[line.range.lower..<line.range.upper]
      return
    }
    for index in line.range.lower..<line.start { text.append(source[index]) }
    if keepsCells {
      addCells(of: line, source)
    } else {
      if line.isRow { text.append(CellScanner.pipe) }
      text.append(Self.word)
    }
    text.append(UInt8(ascii: "\n"))
  }

  private static let word = UInt8(ascii: "x")

  /// A pipe for each that parts cells, and a letter for each cell.
  private mutating func addCells(of line: Line, _ source: [UInt8]) {
    if !line.isRow { text.append(Self.word) }
    let row = Bytes(source).at(line.range).trimmed
    var index = line.start
    while let place = CellScanner.nextPipe(in: row, from: index) {
      text.append(CellScanner.pipe)
      // A pipe at the end parts nothing.
      if place + 1 < row.endIndex { text.append(Self.word) }
      index = place + 1
    }
  }

  // MARK: Tables

  private mutating func addDelimiter(_ line: ByteRange, _ number: Int, of bytes: Span<UInt8>) {
    last = nil
    lineNumbers.append(number)
    var index = line.lower
    while index < line.upper, bytes[index].isBlank {
      text.append(bytes[index])
      index += 1
    }
    text.append(contentsOf: Self.delimiter)
  }

  private static let delimiter = Array("|-|\n".utf8)

  /// Whether a line may be the dashes below a header: it has one, and nothing that cannot stand before it or beside it.
  private static func mayDelimit(_ bytes: Span<UInt8>, _ line: ByteRange) -> Bool {
    var hasDash = false
    for index in line.lower..<line.upper {
      switch bytes[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
        UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "<"), CellScanner.backslash:
        return false
      default: break
      }
    }
    return hasDash
  }

  /// Whether a line begins with a pipe and holds nothing but dashes, with or without colons, for each cell of a row (GFM
  /// §4.10, *delimiter row*).
  private static func delimits(_ line: Bytes, _ row: Bytes) -> Bool {
    guard line.first(where: { !$0.isBlank }) == CellScanner.pipe else { return false }
    var columns = 0
    var areDashes = true
    CellScanner.forEachPart(of: line) {
      columns += 1
      areDashes = areDashes && isDashes(line.at($0))
    }
    guard areDashes else { return false }
    var cells = 0
    CellScanner.forEachPart(of: row) { _ in cells += 1 }
    return columns == cells
  }

  private static func isDashes(_ cell: Bytes) -> Bool {
    let colon = UInt8(ascii: ":")
    let dashes = cell.dropFirst(cell.first == colon ? 1 : 0).dropLast(cell.count > 1 && cell.last == colon ? 1 : 0)
    return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  // MARK: Bytes

  /// Whether a line with this byte behind its markers is no break, no underline and no line of dashes.
  @inline(__always)
  private static func tells(_ byte: UInt8, isRow: Bool) -> Bool {
    isRow
      ? byte > 0x20 && byte != CellScanner.pipe && byte != UInt8(ascii: "-") && byte != UInt8(ascii: ":")
      : byte.isWord || byte >= 0x80
  }

  /// Where the text of a line begins, behind all markers of quotes, lists and headings; at its end where there is none, or
  /// where its first sign may be that of another block.
  private static func startOfText(_ bytes: Span<UInt8>, _ line: ByteRange) -> (Int, isHeading: Bool) {
    func byte(at index: Int) -> UInt8 { index < line.upper ? bytes[index] : 0x0A }
    var isHeading = false
    var index = line.lower
    while index < line.upper {
      var mark = index
      switch bytes[index] {
      case UInt8(ascii: "#"):
        isHeading = true
        index += 1
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), CellScanner.pipe:
        index += 1
        continue
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while byte(at: mark).isDigit { mark += 1 }
        guard byte(at: mark) == UInt8(ascii: ".") || byte(at: mark) == UInt8(ascii: ")") else {
          return (index, isHeading)
        }
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        return (byte(at: index + 1) == bytes[index] ? line.upper : index, isHeading)
      // A byte order mark at the start of a text is no part of its first line.
      case UInt8(ascii: "<"), UInt8(ascii: "\\"), 0xEF, ..<0x20: return (line.upper, isHeading)
      default: return (index, isHeading)
      }
      // What a blank follows marks an item; with any other space behind it, it is left to cmark what it is.
      guard byte(at: mark + 1).isBlank else { return (byte(at: mark + 1) > 0x20 ? index : line.upper, isHeading) }
      index = mark + 1
    }
    return (line.upper, isHeading)
  }
}
