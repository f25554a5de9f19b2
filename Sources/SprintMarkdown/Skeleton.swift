import SprintSource

/// What is left of a text where each word that no block depends on is cut down to one letter.
///
/// Most of what cmark-gfm does is to make nodes of cells and of emphasis, code and links inside of lines, and to keep what
/// they hold. Of that nothing is used: text comes from slices of the file. The blocks of a text, their lines and the
/// columns at which they begin depend on little (CommonMark 0.29 §4 and §5, GFM §4.10):
///
/// - on what stands before the first letter of a line: indents, markers, fences, underlines, dashes below a header;
/// - on the cells of a header, of which there have to be as many as there are dashes below it; where there are, one of
///   each is enough, and one of each row of the table;
/// - on `>`, as it may be the end of HTML that is open: a line with one behind its first letter stays as it is, and so
///   does one with a backtick or a tilde before, which may begin a fence;
/// - on definitions of links, which may take many lines: a text that may have one is left alone.
struct Skeleton {
  /// With as many lines as the text has, and with the same columns up to the first letter of each.
  private(set) var text: [UInt8] = []

  /// Nil where the text may hold a definition of a link.
  ///
  /// - Parameters:
  ///   - text: a slice of a file that begins where a line does.
  ///   - lines: the lines of the whole file.
  init?(_ text: Bytes, _ lines: LineTable) {
    guard text.firstRange(of: Self.definitionMark, from: text.startIndex) == nil else { return nil }
    self.text.reserveCapacity(text.count / 4)
    var number = lines.line(at: text.startIndex)
    var next = lines.range(ofLine: number).map { text.at($0) }
    while let line = next {
      number += 1
      next = lines.range(ofLine: number).map { text.at($0) }
      let start = Self.start(of: line)
      let isRow = start < line.endIndex && line[start] == CellScanner.pipe
      if let below = next, Self.mayDelimit(below) {
        guard isRow, Self.isHeader(line, above: below) else {
          add(line, from: start, keepsCells: true)
          continue
        }
        add(line, from: start, keepsCells: false)
        self.text += below.prefix(while: \.isBlank) + Self.delimiter
        number += 1
        next = lines.range(ofLine: number).map { text.at($0) }
      } else {
        add(line, from: start, keepsCells: false)
      }
    }
  }

  private static let definitionMark = Array("]:".utf8)[...]
  private static let delimiter = Array("|-|\n".utf8)[...]
  private static let word = Array("x".utf8)[...]

  // MARK: Lines

  private mutating func add(_ line: Bytes, from start: Int, keepsCells: Bool) {
    let isRow = start < line.endIndex && line[start] == CellScanner.pipe
    guard start < line.endIndex, isRow ? Self.hasText(line) : Self.kind(of: line[start]) == .letter,
      line.firstIndex(of: UInt8(ascii: ">"), from: start) == nil
    else {
      text += line
      return
    }
    text += line[..<start]
    if keepsCells {
      addCells(line, from: start, isRow: isRow)
    } else {
      if isRow { text.append(CellScanner.pipe) }
      text += Self.word
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// A pipe for each that parts cells, and a letter for each cell.
  private mutating func addCells(_ line: Bytes, from start: Int, isRow: Bool) {
    if !isRow { text += Self.word }
    let end = line.trimmed.endIndex
    var index = start
    while let place = CellScanner.nextPipe(in: line, from: index) {
      text.append(CellScanner.pipe)
      // A pipe at the end parts nothing.
      if place + 1 < end { text += Self.word }
      index = place + 1
    }
  }

  /// Where a line is cut: at its first letter, or at the pipe before its first cell.
  private static func start(of line: Bytes) -> Int {
    let bytes = line.span
    var index = 0
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    if index < bytes.count, bytes[index] == CellScanner.pipe { return line.startIndex + index }
    while index < bytes.count, kind(of: bytes[index]) == .mark { index += 1 }
    return line.startIndex + index
  }

  // MARK: Tables

  /// Whether a row is more than dashes and colons, which may stand below a header.
  private static func hasText(_ row: Bytes) -> Bool {
    let bytes = row.span
    for index in bytes.indices where kind(of: bytes[index]) == .letter { return true }
    return false
  }

  /// Whether a line may be the dashes below a header: no letter stands in it, but a dash.
  private static func mayDelimit(_ line: Bytes) -> Bool {
    let bytes = line.span
    var hasDash = false
    for index in bytes.indices {
      if kind(of: bytes[index]) != .mark { return false }
      hasDash = hasDash || bytes[index] == UInt8(ascii: "-")
    }
    return hasDash
  }

  /// Whether a row has as many cells as the line below it has dashes, between pipes, and nothing else.
  private static func isHeader(_ row: Bytes, above line: Bytes) -> Bool {
    guard line.first(where: { !$0.isBlank }) == CellScanner.pipe, hasText(row),
      row.firstIndex(of: UInt8(ascii: ">"), from: row.startIndex) == nil
    else { return false }
    let columns = CellScanner.parts(of: line)
    return columns.allSatisfy { isDashes(line.at($0)) } && columns.count == CellScanner.parts(of: row).count
  }

  /// Dashes with or without colons around them (GFM §4.10, *delimiter row*).
  private static func isDashes(_ cell: Bytes) -> Bool {
    let colon = UInt8(ascii: ":")
    let dashes = cell.dropFirst(cell.first == colon ? 1 : 0).dropLast(cell.count > 1 && cell.last == colon ? 1 : 0)
    return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  // MARK: Bytes

  private enum Kind {
    /// Belongs to a word.
    case letter
    /// May tell what the line is by itself, before the first letter.
    case mark
    /// May do so together with what follows.
    case open
  }

  @inline(__always)
  private static func kind(of byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    // A byte order mark at the start of a text is no part of its first line.
    case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "\\"), 0xEF: .open
    default: byte < 0x80 ? .mark : .letter
    }
  }
}
