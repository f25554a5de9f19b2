import SprintMarkdown
import SprintSource

/// Lays out a table: pipes around each row, one blank around each cell, and dashes under the header.
struct TableLayout {
  private let file: SourceFile
  private let table: Table
  private let keepsEnds: Bool
  private let alignments: [Alignment]
  /// What the columns are padded to; nil where they are not.
  private var widths: [Int]?
  /// Words that are spelled anew, in the order of the text.
  private let respellings: [TextEdit]

  private enum Alignment { case none, left, center, right }

  /// The columns of a display up to which cells are padded: one long cell must not blow up all rows.
  private static let widest = 80
  /// The dashes that stand under a header at least (GFM §4.10 wants one).
  private static let dashes = 3

  /// - Parameters:
  ///   - table: a table whose rows have as many cells as its header.
  ///   - file: the file that it stands in.
  ///   - style: whether columns are padded.
  ///   - keepsEnds: whether rows keep what stands at their ends: a pipe or none.
  ///   - respellings: words that are spelled anew, in the order of the text.
  init(_ table: Table, _ file: SourceFile, _ style: LayoutStyle, keepsEnds: Bool, _ respellings: [TextEdit]) {
    self.table = table
    self.file = file
    self.keepsEnds = keepsEnds
    self.respellings = respellings
    alignments = CellScanner.parts(of: file.slice(table.delimiter)).map { Self.alignment(file.slice($0)) }
    guard style.align else { return }
    var widths = [Int](repeating: Self.dashes, count: table.columns)
    for row in [table.header] + table.rows {
      for (column, part) in CellScanner.parts(of: file.slice(row.range)).enumerated() {
        widths[column] = max(widths[column], min(width(of: part), Self.widest))
      }
    }
    self.widths = widths
  }

  /// The edits, in the order of the text.
  var edits: [TextEdit] {
    let rows = table.rows.flatMap { self.edits(of: $0.range) }
    return edits(of: table.header.range) + edit(table.delimiter, delimiter) + rows
  }

  // MARK: Rows

  private func edits(of range: ByteRange) -> [TextEdit] {
    let line = file.slice(range)
    let parts = CellScanner.parts(of: line)
    let paddings = parts.enumerated().map { padding(of: $1, $0) }
    guard let first = parts.first, let last = parts.last else { return [] }
    let hasStart = !keepsEnds || line.first == CellScanner.pipe
    let hasEnd = !keepsEnds || CellScanner.pipes(in: line).last == range.upper - 1
    var edits = edit(ByteRange(range.lower, first.lower), hasStart ? "|" + paddings[0].before : "")
    for column in 1..<max(parts.count, 1) {
      let gap = paddings[column - 1].after + "|" + paddings[column].before
      edits += edit(ByteRange(parts[column - 1].upper, parts[column].lower), gap)
    }
    let end = hasEnd ? paddings[parts.count - 1].after + "|" : ""
    return edits + edit(ByteRange(last.upper, range.upper), end)
  }

  /// What stands between the text of a cell and the pipes beside it; all of it before, where the cell is empty.
  private func padding(of part: ByteRange, _ column: Int) -> (before: String, after: String) {
    let missing = widths.map { max(0, $0[column] - width(of: part)) } ?? 0
    guard !part.isEmpty else { return (Self.blanks(widths == nil ? 1 : missing + 2), "") }
    return switch alignments[column] {
    case .none, .left: (" ", Self.blanks(1 + missing))
    case .right: (Self.blanks(1 + missing), " ")
    case .center: (Self.blanks(1 + missing / 2), Self.blanks(1 + missing - missing / 2))
    }
  }

  /// The columns of a display that a cell takes, as it will be spelled.
  private func width(of part: ByteRange) -> Int {
    let first = respellings.partitionPoint { $0.range.lower < part.lower }
    let inside = respellings[first...].prefix { $0.range.upper <= part.upper }
    var text = ""
    var done = part.lower
    for edit in inside {
      text += file.slice(ByteRange(done, edit.range.lower)).string + Bytes(edit.replacement).string
      done = edit.range.upper
    }
    return DisplayWidth.of(text + file.slice(ByteRange(done, part.upper)).string)
  }

  // MARK: The line of dashes

  private static func alignment(_ cell: Bytes) -> Alignment {
    let colon = UInt8(ascii: ":")
    return switch (cell.first == colon, cell.last == colon) {
    case (false, false): .none
    case (true, false): .left
    case (false, true): .right
    case (true, true): .center
    }
  }

  private var delimiter: String {
    let cells = alignments.enumerated().map { column, alignment in
      let colons = alignment == .none ? 0 : alignment == .center ? 2 : 1
      let count = widths.map { $0[column] - colons } ?? Self.dashes
      let dashes = String(repeating: "-", count: max(1, count))
      return switch alignment {
      case .none: dashes
      case .left: ":" + dashes
      case .right: dashes + ":"
      case .center: ":" + dashes + ":"
      }
    }
    let line = cells.joined(separator: " | ")
    guard keepsEnds else { return "| \(line) |" }
    let old = file.slice(table.delimiter)
    return (old.first == CellScanner.pipe ? "| " : "") + line + (old.last == CellScanner.pipe ? " |" : "")
  }

  // MARK: Edits

  /// One edit, or none where the text stands there already.
  private func edit(_ range: ByteRange, _ text: String) -> [TextEdit] {
    file.slice(range).elementsEqual(text.utf8) ? [] : [TextEdit(range, text)]
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
