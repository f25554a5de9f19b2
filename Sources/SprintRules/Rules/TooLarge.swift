import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let tooLarge = Rule(
    "SM902", "too-large", .error,
    Documentation(
      "a limit was met, and the file was not read",
      why: """
        A table fills up its short rows, so that few bytes can stand for millions of cells. Such a file is not
        read; the others are.
        """,
      firing: Self.table(columns: 1_100, rows: 1_000),
      passing: """
        | Task ID | Status | Owner |
        | --- | --- | --- |
        | APP-10-001 | TODO | App Guild |
        """,
      remedy: "Split the table, or take the file out of the tracker folder."),
    .sprint { context, report in
      for irregularity in context.sprint.irregularities {
        guard case .oversizeTable(let columns, let rows, let limit) = irregularity.kind else { continue }
        report.add(
          "this file is not read: a table of \(columns) columns and \(rows) rows has more than \(limit) cells",
          at: irregularity.range, in: context.index, help: "split the table")
      }
    })

  /// A table whose rows have one cell each.
  private static func table(columns: Int, rows: Int) -> String {
    let header = "| Task ID | Status |" + String(repeating: " x |", count: columns - 2)
    let dashes = "|" + String(repeating: "-|", count: columns)
    return ([header, dashes] + (1...rows).map { "| APP-10-\($0) |" }).joined(separator: "\n") + "\n"
  }
}
