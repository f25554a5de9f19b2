import SprintMarkdown
import SprintModel
import SprintSource

/// Which tables of a document are laid out anew.
///
/// A table whose rows do not all have as many cells as its header, or that a row was cut off from, is for a person to
/// mend; one inside a list or a quote is left, too.
struct TableSelection {
  private(set) var formatted: [Table] = []
  private(set) var left: [Table] = []
  /// Where the headers of tables stand that are read as tasks, groups or a log.
  private let read: Set<ByteRange>
  private let file: SourceFile

  init(_ document: MarkdownDocument, _ file: SourceFile, _ sprint: Sprint) {
    self.file = file
    read = Set(sprint.readings.filter { $0.subject == .table && $0.verdict.isRead }.map(\.range))
    let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    let irregular = Self.irregular(sprint.irregularities, tables)
    for (index, table) in tables.enumerated() {
      if irregular.contains(index) || !Self.isRegular(table, file) {
        left.append(table)
      } else {
        formatted.append(table)
      }
    }
  }

  /// Whether a table keeps what stands at the ends of its rows: without outer pipes, it is in a dialect of its own.
  func keepsEnds(_ table: Table) -> Bool {
    file.slice(table.header.range).first != CellScanner.pipe && read.contains(table.header.range)
  }

  /// The places of the tables in which the reader found a row broken or cut off.
  private static func irregular(_ irregularities: [Irregularity], _ tables: [Table]) -> Set<Int> {
    var places: Set<Int> = []
    for irregularity in irregularities {
      switch irregularity.kind {
      case .cellCount, .splitRow, .orphanRow:
        // The last table that begins above it: it holds the row, or lost it.
        if let place = index(ofLast: tables, before: irregularity.range.upper) { places.insert(place) }
      case .misplacedLogRow, .unnamedTask, .frontMatter: break
      }
    }
    return places
  }

  private static func index(ofLast tables: [Table], before offset: Int) -> Int? {
    let next = tables.partitionPoint { $0.range.lower < offset }
    return next > 0 ? next - 1 : nil
  }

  /// Whether all rows have their cells, and all lines are what they seem to be.
  private static func isRegular(_ table: Table, _ file: SourceFile) -> Bool {
    let delimiter = file.slice(table.delimiter)
    let isDelimiter = !delimiter.isEmpty && delimiter.allSatisfy { $0.isBlank || "|-:".utf8.contains($0) }
    guard isDelimiter, CellScanner.parts(of: delimiter).count == table.columns else { return false }
    return ([table.header] + table.rows).allSatisfy { row in
      let line = file.slice(row.range)
      // A line without any pipe is most likely no row, though a table of one column takes it in.
      return row.cells.count == table.columns && !CellScanner.pipes(in: line).isEmpty
        && !line.contains(where: isBreak) && !(file.text.prefix(row.range.lower).last.map(isBreak) ?? false)
        && !(file.text.dropFirst(row.range.upper).first.map(isBreak) ?? false)
    }
  }

  /// Whether a byte is a vertical tab or a form feed: no blank in a table, and white space elsewhere.
  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0B || byte == 0x0C }
}

extension Reading.Verdict {
  /// Whether something was read, as whatever.
  fileprivate var isRead: Bool {
    switch self {
    case .tasks, .groups, .log: true
    case .notTasks: false
    }
  }
}
