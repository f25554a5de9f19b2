import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let rowCellCount = Rule(
    "SM101", "row-cell-count", .error,
    Documentation(
      "a row has more or fewer cells than the table has headers",
      why: """
        GFM drops the cells beyond the last header without a word, and fills up short rows. In a short or
        long row the owner may stand under Status, and what is dropped is read by nobody. A pipe inside
        a code span parts cells too, unless a backslash stands before it.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Run `lint | sort` in CI. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Run `lint \\| sort` in CI. |
        """,
      remedy: """
        Put a backslash before each pipe that is text, or add the missing cell. `--fix` does the former
        where the pipes of code spans are just those too many.
        """, fix: .safe),
    .sprint { context, report in
      for irregularity in context.sprint.irregularities {
        guard case .cellCount(let found, let expected, let dropped, let pipes) = irregularity.kind else { continue }
        // A short row that declares no task is a heading or a total inside the table.
        let row = context.file.slice(irregularity.range)
        let isRow = row.first == pipe
        if found < expected, isRow, !context.declares(irregularity.range) { continue }
        let message = "this row has \(Words.counted(found, "cell")) under \(Words.counted(expected, "header"))"
        // Of a pipe too many at the end of a row nothing is lost.
        if found > expected, dropped?.isEmpty ?? true, pipes.isEmpty { continue }
        let loss = dropped.flatMap { $0.isEmpty ? nil : ": GFM drops \"\(Words.excerpt($0.value))\"" } ?? ""
        // One that is not closed would go on in the next line, had it no cell too many.
        let mayGoOn = isRow && row.last != pipe
        let fixes =
          pipes.isEmpty || mayGoOn
          ? []
          : [
            Fix(
              "escape the pipe", .safe, pipes.map { TextEdit(.empty(at: $0), "\\") },
              changing: [.status, .owner, .dependency, .log])
          ]
        let (task, key) = context.identity(ofRow: irregularity.range)
        report.add(
          message + loss, at: dropped?.range ?? irregularity.range, in: context.index, task: task, key: key,
          help: help(found: found, expected: expected, pipes: pipes), fixes: fixes)
      }
    })

  private static let pipe = UInt8(ascii: "|")

  private static func help(found: Int, expected: Int, pipes: [Int]) -> String {
    if !pipes.isEmpty { return "a pipe parts cells inside a code span too: write `\\|`" }
    if found > expected { return "write `\\|` for a pipe that is text, or give the table one more header" }
    return "add the missing \(expected - found == 1 ? "cell" : "cells"), `—` where there is nothing to say"
  }
}
