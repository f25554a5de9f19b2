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
      let orphans = context.sprint.irregularities.filter { $0.kind == .orphanRow }.map(\.range)
      guard !orphans.isEmpty else { return }
      let runs = OrphanRun.runs(of: orphans, in: context.file)
      for row in orphans {
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
  /// The line of the last row of the table above; nil where something stands between that no row can be moved across.
  let table: Int?

  /// The runs by their lines, found in one walk over what stands between the rows.
  static func runs(of rows: [ByteRange], in file: SourceFile) -> [Int: OrphanRun] {
    let numbers = Set(rows.map { file.lines.line(at: $0.lower) }).sorted()
    var runs: [Int: OrphanRun] = [:]
    var previous: OrphanRun?
    var start = numbers.startIndex
    while start < numbers.endIndex {
      var end = start
      while end + 1 < numbers.endIndex, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      let table = table(above: numbers[start], after: previous, in: file)
      let run = OrphanRun(lines: numbers[start]...numbers[end], table: table)
      for number in run.lines { runs[number] = run }
      previous = run
      start = end + 1
    }
    return runs
  }

  private static func table(above line: Int, after previous: OrphanRun?, in file: SourceFile) -> Int? {
    let marks = [UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~")]
    for number in stride(from: line - 1, to: previous?.lines.upperBound ?? 0, by: -1) {
      guard let text = text(number, in: file) else { return nil }
      if isRow(text) { return number }
      // Above it stands the header, and no row may come between the two.
      if isDelimiter(text) { return text.contains(UInt8(ascii: "|")) ? number : nil }
      if let first = text.trimmed.first, marks.contains(first) { return nil }
    }
    return previous?.table
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
    guard let table, let last = file.lines.range(ofLine: table), last.upper < first.lower else { return nil }
    let lineEnd = file.slice(last).reversed().prefix { $0 == 0x0A || $0 == 0x0D }.reversed()
    return Fix(
      "move the row into its table", .unsafe,
      [TextEdit(.empty(at: last.upper), file.slice(row) + lineEnd), TextEdit(line, "")])
  }

  /// The row above, where nothing but blank lines stands between: of the table, or of the run before.
  private func rowAbove(in file: SourceFile) -> ByteRange? {
    var number = lines.lowerBound - 1
    while let text = Self.text(number, in: file), text.trimmed.isEmpty { number -= 1 }
    guard number < lines.lowerBound - 1, let text = Self.text(number, in: file), Self.isRow(text) else { return nil }
    return file.lines.range(ofLine: number)
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
