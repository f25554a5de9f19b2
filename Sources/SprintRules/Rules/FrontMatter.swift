import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let frontMatter = Rule(
    "SM111", "front-matter", .warning,
    Documentation(
      "the front matter is no YAML",
      why: "Site generators and this tool read dates and owners from it; one wrong line, and all of it is lost.",
      firing: """
        ---
        slug: sprint-10
        owner: "Docs Guild
        ---
        # Sprint 10 · Docs

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | DOC-10-001 | TODO | None | Docs Guild | Write the guide. |
        """,
      passing: """
        ---
        slug: sprint-10
        owner: "Docs Guild"
        ---
        # Sprint 10 · Docs

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | DOC-10-001 | TODO | None | Docs Guild | Write the guide. |
        """,
      remedy: "Put quotes around values with a colon, a `#` or a bracket in them, and close each quote."),
    .sprint { context, report in
      for irregularity in context.sprint.irregularities {
        guard case .frontMatter(let message, let help) = irregularity.kind else { continue }
        report.add("the front matter is no YAML: \(message)", at: irregularity.range, in: context.index, help: help)
      }
    })
}
