import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let flattened = Rule(
    "SM110", "flattened", .error,
    Documentation(
      "the line breaks of a tracker are lost",
      why: """
        Every line break was turned into a blank, so that the tracker is one long line: no reader of Markdown
        finds a heading, a table or a task in it. This tool finds the lines again, and reads them.
        """,
      firing: """
        # Sprint 10 · App ## Delivery Tracker | # | Task ID | Status | \
        Key dependency / next step | Owners | Task Definition | | --- | --- | --- | --- | --- | --- | | 1 | APP-10-001 | \
        TODO | None | App Guild | Build. | | 2 | APP-10-002 | TODO | None | App Guild | Test. | ## Execution Log | Date \
        (UTC) | Update | Owner | | --- | --- | --- | | 2025-11-02 | Sprint begun. | Planning |
        """,
      passing: """
        # Sprint 10 · App

        ## Topic & Scope
        - Write `## Delivery Tracker | # | Task ID |` on lines of their own.

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        """,
      remedy: """
        Take the file from where its lines are whole, such as the version before. `--unsafe-fixes` puts the line
        breaks back where they must have been.
        """, fix: .unsafe),
    .sprint { context, report in
      for damage in context.file.damages where damage.kind == .flattened {
        report.add(
          damage.isCertain ? "the line breaks of this tracker are lost" : "line breaks seem to be lost here", damage,
          in: context.index, severity: damage.isCertain ? nil : .warning,
          help: "take the file from where its lines are whole, or let `--unsafe-fixes` restore them",
          fix: "restore the line breaks")
      }
    })
}
