import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let outerFence = Rule(
    "SM109", "outer-fence", .warning,
    Documentation(
      "the whole document lies inside a code fence",
      why: """
        A document that was copied with the fence around it is shown as code: no headings, no tables, no links.
        Where it has code of its own, that closes the fence, and text and code change places.
        """,
      firing: """
        ```markdown
        # Sprint 10 · App

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        ```
        """,
      passing: """
        # Sprint 10 · App

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        ```markdown
        # An example
        ```
        """,
      remedy: "Delete the first line and the fence that belongs to it; `--unsafe-fixes` does.", fix: .unsafe),
    .sprint { context, report in
      for damage in context.file.damages where damage.kind == .outerFence {
        report.add(
          damage.isCertain
            ? "the whole document lies inside a code fence" : "a code fence seems to enclose the whole document",
          damage, in: context.index, help: "delete this line and the fence that belongs to it",
          fix: "unwrap the document")
      }
    })
}
