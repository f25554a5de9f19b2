import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let tooLarge = Rule(
    "SM902", "too-large", .error,
    Documentation(
      "a limit was met, and the file was not read",
      why: """
        A few kilobytes can be made to take seconds and gigabytes: a table fills up its short rows, so that few bytes
        stand for millions of cells. What exceeds a limit is not read; the other files are. As nobody knows what the file
        declares, no reference is called unresolved.
        """,
      firing: Rule.table(columns: 800, rows: 300),
      passing: """
        | Task ID | Status | Owner |
        | --- | --- | --- |
        | APP-10-001 | TODO | App Guild |
        """,
      remedy:
        "Split the file, take it out of the tracker folder, or raise the limit under `limits` in the configuration."),
    .sprint { context, report in
      if let excess = context.sprint.refusal {
        report.add(
          "this file is not read: \(excess.description)", at: excess.range, in: context.index,
          key: excess.kind.rawValue,
          help: excess.help)
      }
      if let (sprint, excess) = context.workspace.excess, sprint == context.index {
        report.add(
          "this reference and those after it are not followed: \(excess.description)", at: excess.range,
          in: context.index, key: excess.kind.rawValue, help: excess.help)
      }
    })

  /// A table whose rows have one cell each.
  private static func table(columns: Int, rows: Int) -> String {
    let header = "| Task ID | Status |" + String(repeating: " x |", count: columns - 2)
    let dashes = "|" + String(repeating: "-|", count: columns)
    return ([header, dashes] + (1...rows).map { "| APP-10-\($0) |" }).joined(separator: "\n") + "\n"
  }
}
