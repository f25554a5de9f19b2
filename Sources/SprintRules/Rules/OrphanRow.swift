import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let orphanRow = Rule(
    "SM103", "orphan-row", .error,
    Documentation(
      "a row of a table stands outside the table",
      why: """
        A blank line, a note or a quote ends a table. Rows after it are shown as plain text with pipes in it,
        and other tools do not see their tasks.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |

        A note after the table.
        """,
      remedy: """
        Move the note below the table, or take out the blank line. `--unsafe-fixes` does the one or the other where the
        table has pipes around its rows and no heading stands between.
        """, fix: .unsafe),
    .sprint { context, report in
      let orphans = context.sprint.irregularities.filter { $0.tableAbove != nil }
      guard !orphans.isEmpty else { return }
      let runs = OrphanRun.runs(of: orphans, in: context.file)
      for row in orphans.map(\.range) {
        let (task, key) = context.identity(ofRow: row)
        let name = task.map { "the row of \($0.id.value.text)" } ?? "this row"
        let run = runs[context.file.lines.line(at: row.lower)]
        report.add(
          "\(name) stands outside its table", at: row, in: context.index, task: task, key: key,
          help: "a table ends at the first line that is no row: move what stands between below the table",
          fixes: run.flatMap { $0.fix(of: row, in: context.file) }.map { [$0] } ?? [])
      }
    })
}

/// Rows outside their table that stand one right after the other.
private struct OrphanRun {
  /// Counted from 1.
  let lines: ClosedRange<Int>
  /// The last line of the table that they belong to.
  let table: Int
  /// The last line of the run before, or of the table.
  let above: Int
  /// Whether nothing stands between the table and the rows that no row can be moved across.
  let isNear: Bool

  /// The runs by their lines, found in one walk over what stands between the rows.
  static func runs(of rows: [Irregularity], in file: SourceFile) -> [Int: OrphanRun] {
    var tables: [Int: Int] = [:]
    var ends: [Int: ByteRange] = [:]
    for row in rows {
      guard let above = row.tableAbove else { continue }
      let table = file.lines.line(at: above.upper)
      tables[file.lines.line(at: row.range.lower)] = table
      ends[table] = above
    }
    let places = tables.sorted { $0.key < $1.key }
    var runs: [Int: OrphanRun] = [:]
    var previous: OrphanRun?
    var start = places.startIndex
    while start < places.endIndex {
      let (first, table) = places[start]
      var last = first
      while start < places.endIndex, places[start].key == last || places[start].key == last + 1,
        places[start].value == table
      {
        last = places[start].key
        start += 1
      }
      // What stands above the run before has been looked at already.
      let before = previous?.table == table ? previous : nil
      let above = before?.lines.upperBound ?? table
      let isNear =
        (before?.isNear ?? ends[table].map { endsInRow($0, file) } ?? false) && canCross((above + 1)..<first, file)
      let run = OrphanRun(lines: first...last, table: table, above: above, isNear: isNear)
      for number in run.lines { runs[number] = run }
      previous = run
    }
    return runs
  }

  /// Whether a line right below a row of a table is a row of its own for all that read it.
  private static func endsInRow(_ row: ByteRange, _ file: SourceFile) -> Bool {
    guard let line = file.lines.range(ofLine: file.lines.line(at: row.lower)) else { return false }
    let text = file.slice(ByteRange(line.lower, row.upper))
    return isRow(text) || isDelimiter(text)
  }

  private static func canCross(_ lines: Range<Int>, _ file: SourceFile) -> Bool {
    let marks = [UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~")]
    return lines.allSatisfy { number in
      guard let first = text(number, in: file)?.trimmed.first else { return true }
      return !marks.contains(first)
    }
  }

  func fix(of row: ByteRange, in file: SourceFile) -> Fix? {
    guard let first = file.lines.range(ofLine: lines.lowerBound), !file.slice(row).contains(0x0A),
      let line = file.lines.range(ofLine: file.lines.line(at: row.lower)), Self.isRow(file.slice(line))
    else { return nil }
    // A note right below the rows would become a row of the table.
    let isApart = Self.text(lines.upperBound + 1, in: file).map { $0.trimmed.isEmpty || Self.isRow($0) } ?? true
    if isApart, let above = rowAbove(in: file) {
      return Fix("take out the blank lines", .unsafe, [TextEdit(ByteRange(above.upper, first.lower), "")])
    }
    guard isNear, let last = file.lines.range(ofLine: table), last.upper < first.lower else { return nil }
    let lineEnd = file.slice(last).reversed().prefix { $0 == 0x0A || $0 == 0x0D }.reversed()
    return Fix(
      "move the row into its table", .unsafe,
      [TextEdit(.empty(at: last.upper), Array(file.slice(row)) + lineEnd), TextEdit(line, "")])
  }

  /// The row above, where nothing but blank lines stands between: of the table, or of the run before.
  private func rowAbove(in file: SourceFile) -> ByteRange? {
    let gap = (above + 1)..<lines.lowerBound
    guard !gap.isEmpty, gap.allSatisfy({ Self.text($0, in: file)?.trimmed.isEmpty ?? false }),
      let text = Self.text(above, in: file), Self.isRow(text)
    else { return nil }
    return file.lines.range(ofLine: above)
  }

  private static func text(_ line: Int, in file: SourceFile) -> Bytes? {
    file.lines.range(ofLine: line).map { file.slice($0) }
  }

  /// Whether a line can be that of the dashes under a header.
  private static func isDelimiter(_ line: Bytes) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.allSatisfy { $0.isSpace || "|-:".utf8.contains($0) }
  }

  /// Whether a line is a row with pipes around it, and neither indented code nor inside a list.
  private static func isRow(_ line: Bytes) -> Bool {
    let indent = line.prefix(while: \.isBlank)
    let text = line.trimmed
    return indent.count < 4 && !indent.contains(0x09) && text.first == UInt8(ascii: "|")
      && text.last == UInt8(ascii: "|")
      && text.count > 1
  }
}
