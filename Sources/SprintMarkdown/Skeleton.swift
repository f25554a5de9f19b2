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
/// Of lines that are the same then, and begin no block but a paragraph or a row, the first and the last are enough: what
/// those between them are is what their neighbours are.
struct Skeleton {
  /// With the same columns as the file up to the text of each line.
  private(set) var text: [UInt8] = []
  /// By line, the number that it has in the file.
  private(set) var lineNumbers: [Int] = []
  /// The last lines that are the same.
  private var run: (isRow: Bool, count: Int) = (false, 0)

  /// Nil where the text may hold a definition of a link.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - first: the number of the line at which the text begins.
  init?(_ file: SourceFile, fromLine first: Int) {
    var next = file.lines.range(ofLine: first)
    let start = next?.lower ?? file.text.count
    guard file.text[start...].firstRange(of: SizeCheck.definitionMark, from: start) == nil else { return nil }
    text.reserveCapacity((file.text.count - start) / 8)
    lineNumbers.reserveCapacity(file.lines.lineCount)
    let source = file.text
    let bytes = source.span
    var number = first
    // The first `>` at or behind the text of the last line.
    var bracket = -1
    while let current = next {
      next = file.lines.range(ofLine: number + 1)
      var line = Line(bytes, current)
      if line.isCut {
        if bracket < line.start {
          bracket = file.text[...].firstIndex(of: UInt8(ascii: ">"), from: line.start) ?? bytes.count
        }
        line.isCut = bracket >= current.upper
      }
      if let below = next, Self.mayDelimit(bytes, below) {
        // Dashes that delimit nothing are text, which may be the header of the dashes below.
        let isHeader =
          line.isCut && line.isRow && Self.delimits(file.slice(below), file.slice(current))
          && !(file.lines.range(ofLine: number + 2).map { Self.mayDelimit(bytes, $0) } ?? false)
        add(line, number, of: source, keepsCells: !isHeader)
        if isHeader {
          number += 1
          addDelimiter(below, number, of: bytes)
          next = file.lines.range(ofLine: number + 1)
        }
      } else {
        add(line, number, of: source, keepsCells: false)
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

    init(_ bytes: Span<UInt8>, _ range: ByteRange) {
      self.range = range
      var index = range.lower
      while index < range.upper, bytes[index].isBlank { index += 1 }
      isRow = index < range.upper && bytes[index] == CellScanner.pipe
      let text = isRow ? index : startOfText(bytes, ByteRange(index, range.upper))
      start = text ?? range.upper
      index = start
      // A line of nothing but dashes and the like may be a break, an underline, or stand below a header.
      while index < range.upper, !tells(bytes[index], isRow: isRow) { index += 1 }
      isCut = index < range.upper
    }
  }

  private mutating func add(_ line: Line, _ number: Int, of source: [UInt8], keepsCells: Bool) {
    let isBare = line.isCut && !keepsCells && line.start == line.range.lower
    if isBare, run.count > 1, run.isRow == line.isRow {
      lineNumbers[lineNumbers.count - 1] = number
      return
    }
    run = (line.isRow, isBare ? (run.isRow == line.isRow ? run.count + 1 : 1) : 0)
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
    let row = source[line.range.lower..<line.range.upper].trimmed
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
    run.count = 0
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
    let columns = CellScanner.parts(of: line)
    return columns.allSatisfy { isDashes(line.at($0)) } && columns.count == CellScanner.parts(of: row).count
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

  /// Where the text of a line begins, behind all markers of quotes, lists and headings; nil where there is none, or where
  /// its first sign may be that of another block.
  private static func startOfText(_ bytes: Span<UInt8>, _ line: ByteRange) -> Int? {
    func byte(at index: Int) -> UInt8 { index < line.upper ? bytes[index] : 0x0A }
    var index = line.lower
    while index < line.upper {
      var mark = index
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "#"), CellScanner.pipe:
        index += 1
        continue
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        while byte(at: mark).isDigit { mark += 1 }
        guard byte(at: mark) == UInt8(ascii: ".") || byte(at: mark) == UInt8(ascii: ")") else { return index }
      case UInt8(ascii: "`"), UInt8(ascii: "~"): return byte(at: index + 1) == bytes[index] ? nil : index
      // A byte order mark at the start of a text is no part of its first line.
      case UInt8(ascii: "<"), UInt8(ascii: "\\"), 0xEF, ..<0x20: return nil
      default: return index
      }
      // What a blank follows marks an item; with any other space behind it, it is left to cmark what it is.
      guard byte(at: mark + 1).isBlank else { return byte(at: mark + 1) > 0x20 ? index : nil }
      index = mark + 1
    }
    return nil
  }
}
