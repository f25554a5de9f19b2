import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let splitRow = Rule(
    "SM102", "split-row", .error,
    Documentation(
      "a line break inside a cell splits a row in two",
      why: """
        A row of a table is one line. A line break inside a cell ends the row there, and what follows
        becomes a row of its own: the task loses its owner, or vanishes from the page.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | Waits for the
        new build machine | App Guild | Sign the release. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | Waits for the<br>new build machine | App Guild | Sign the release. |
        """,
      remedy: """
        Join the lines; `<br>` breaks a line inside a cell. `--unsafe-fixes` joins them with a blank.
        """, fix: .unsafe),
    .sprint { context, report in
      for irregularity in context.sprint.irregularities {
        guard case .splitRow(let breaks) = irregularity.kind, let first = breaks.first else { continue }
        let (task, key) = context.identity(ofRow: irregularity.range)
        let name = task.map { "the row of \($0.id.value.text)" } ?? "this row"
        report.add(
          "\(name) is split over \(breaks.count + 1) lines by a line break inside a cell",
          at: context.file.lineRange(upTo: first.lower, from: irregularity.range.lower), in: context.index, task: task,
          key: key,
          help: "join the lines; `<br>` breaks a line inside a cell",
          fixes: [Fix("join the lines", .unsafe, breaks.map { TextEdit($0, " ") })])
      }
    })
}

extension SourceFile {
  /// A short stretch before `end` on its line, at which a caret can point.
  fileprivate func lineRange(upTo end: Int, from start: Int) -> ByteRange {
    let line = slice(ByteRange(start, end))
    let cell = line.lastIndex(of: UInt8(ascii: "|")).map { line[($0 + 1)...].trimmed } ?? line
    return (cell.isEmpty ? line : cell).range
  }
}
