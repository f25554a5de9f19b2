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
      for irregularity in context.sprint.irregularities where irregularity.kind == .orphanRow {
        let (task, key) = context.identity(ofRow: irregularity.range)
        let name = task.map { "the row of \($0.id.value.text)" } ?? "this row"
        report.add(
          "\(name) stands outside its table", at: irregularity.range, in: context.index, task: task, key: key,
          help: "a table ends at the first line that is no row: move what stands between below the table",
          fixes: fix(of: irregularity.range, context).map { [$0] } ?? [])
      }
    })

  private static func fix(of row: ByteRange, _ context: SprintContext) -> Fix? {
    let file = context.file
    let lines = file.lines
    let orphans = Set(context.sprint.irregularities.lazy.filter { $0.kind == .orphanRow }.map(\.range.lower))
    func text(_ number: Int) -> Bytes? { lines.range(ofLine: number).map { file.slice($0).trimmed } }
    func isOrphan(_ number: Int) -> Bool {
      text(number).map { !$0.isEmpty && orphans.contains($0.startIndex) } ?? false
    }
    let number = lines.line(at: row.lower)
    guard !file.slice(row).contains(0x0A), isRow(file.slice(row)), let line = lines.range(ofLine: number),
      let end = lastRow(above: number, isOrphan, text), let last = lines.range(ofLine: end), last.upper < line.lower
    else { return nil }
    // Rows that were cut off together go back together.
    var first = number
    var next = number + 1
    while isOrphan(first - 1) { first -= 1 }
    while isOrphan(next) { next += 1 }
    if let start = lines.range(ofLine: first)?.lower, text(first)?.startIndex == start,
      file.slice(ByteRange(last.upper, start)).allSatisfy(\.isSpace),
      // A note right below the rows would become a row of the table.
      text(next).map({ $0.isEmpty || isRow($0) }) ?? true
    {
      return Fix("take out the blank lines", .unsafe, [TextEdit(ByteRange(last.upper, start), "")])
    }
    let lineEnd = file.slice(last).reversed().prefix { $0 == 0x0A || $0 == 0x0D }.reversed()
    return Fix(
      "move the row into its table", .unsafe,
      [TextEdit(.empty(at: last.upper), file.slice(row) + lineEnd), TextEdit(line, "")])
  }

  /// The line of the last row of the table that stands above a line; nil where something stands between that a row
  /// cannot be moved across.
  private static func lastRow(
    above line: Int, _ isOrphan: (Int) -> Bool, _ text: (Int) -> Bytes?
  ) -> Int? {
    for number in stride(from: line - 1, to: 0, by: -1) {
      guard let text = text(number) else { return nil }
      if isRow(text), !isOrphan(number) { return number }
      let marks = [UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~")]
      if let first = text.first, marks.contains(first) { return nil }
    }
    return nil
  }

  private static func isRow(_ text: Bytes) -> Bool {
    text.first == UInt8(ascii: "|") && text.last == UInt8(ascii: "|") && text.count > 1
  }
}
