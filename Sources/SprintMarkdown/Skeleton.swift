import SprintSource

/// What is left of a text where each word that no block depends on is cut down to one letter.
///
/// Most of what cmark-gfm does is to make nodes of cells and of emphasis, code and links inside of lines, and to keep what
/// they hold. Of that nothing is used: text comes from slices of the file. The blocks of a text, their lines and the
/// columns at which they begin depend on little (CommonMark 0.29 §4 and §5, GFM §4.10):
///
/// - on what stands before the first letter of a line: indents, markers, fences, underlines, dashes below a header;
/// - on the cells of a header, of which there have to be as many as there are dashes below it; where there are, one of
///   each is enough, and one of each row of the table, as long as no other line of dashes is near;
/// - on `>`, as it may be the end of HTML that is open: a line with one behind its first letter stays as it is, and so
///   does one with a sign before it that may begin a fence, HTML or an escape, or be a byte order mark;
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
    guard text.firstRange(of: SizeCheck.definitionMark, from: text.startIndex) == nil else { return nil }
    func line(_ number: Int) -> Bytes? { lines.range(ofLine: number).map { text.at($0) } }
    self.text.reserveCapacity(text.count / 4)
    var number = lines.line(at: text.startIndex)
    var next = line(number)
    while let current = next {
      number += 1
      next = line(number)
      guard let below = next, Self.mayDelimit(below) else {
        add(Line(current), keepsCells: false)
        continue
      }
      let header = Line(current)
      // Dashes that delimit nothing are text, which may be the header of the dashes below.
      let isHeader =
        header.isCut && header.isRow && Self.delimits(below, header)
        && !(line(number + 1).map(Self.mayDelimit) ?? false)
      add(header, keepsCells: !isHeader)
      guard isHeader else { continue }
      self.text += below.prefix(while: \.isBlank) + Self.delimiter
      number += 1
      next = line(number)
    }
  }

  private static let delimiter = Array("|-|\n".utf8)[...]
  private static let word = Array("x".utf8)[...]

  // MARK: Lines

  private struct Line {
    let text: Bytes
    /// Where it is cut: at its first letter, or at the pipe before its first cell.
    let start: Int
    let isRow: Bool
    /// Whether nothing depends on what stands behind but the number of cells.
    let isCut: Bool

    init(_ line: Bytes) {
      let bytes = line.span
      var index = 0
      while index < bytes.count, bytes[index].isBlank { index += 1 }
      isRow = index < bytes.count && bytes[index] == CellScanner.pipe
      var letter = index
      while letter < bytes.count, kind(of: bytes[letter]) == .mark { letter += 1 }
      text = line
      start = line.startIndex + (isRow ? index : letter)
      // A row of nothing but dashes and colons may stand below a header.
      isCut =
        letter < bytes.count && (isRow || kind(of: bytes[letter]) == .letter)
        && line.firstIndex(of: UInt8(ascii: ">"), from: start) == nil
    }
  }

  private mutating func add(_ line: Line, keepsCells: Bool) {
    guard line.isCut else {
      text += line.text
      return
    }
    text += line.text[..<line.start]
    if keepsCells {
      addCells(of: line)
    } else {
      if line.isRow { text.append(CellScanner.pipe) }
      text += Self.word
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// A pipe for each that parts cells, and a letter for each cell.
  private mutating func addCells(of line: Line) {
    if !line.isRow { text += Self.word }
    let end = line.text.trimmed.endIndex
    var index = line.start
    while let place = CellScanner.nextPipe(in: line.text, from: index) {
      text.append(CellScanner.pipe)
      // A pipe at the end parts nothing.
      if place + 1 < end { text += Self.word }
      index = place + 1
    }
  }

  // MARK: Tables

  /// Whether a line may be the dashes below a header: it has one, and nothing that cannot stand before it or beside it.
  private static func mayDelimit(_ line: Bytes) -> Bool {
    let bytes = line.span
    var hasDash = false
    for index in bytes.indices {
      if kind(of: bytes[index]) != .mark { return false }
      hasDash = hasDash || bytes[index] == UInt8(ascii: "-")
    }
    return hasDash
  }

  /// Whether a line begins with a pipe and holds nothing but dashes, with or without colons, for each cell of a row (GFM
  /// §4.10, *delimiter row*).
  private static func delimits(_ line: Bytes, _ row: Line) -> Bool {
    guard line.first(where: { !$0.isBlank }) == CellScanner.pipe else { return false }
    let columns = CellScanner.parts(of: line)
    return columns.allSatisfy { isDashes(line.at($0)) } && columns.count == CellScanner.parts(of: row.text).count
  }

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
