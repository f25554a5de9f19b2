import SprintLinker
import SprintSource

extension Rule {
  static let staleGeneratedFile = Rule(
    "SM701", "stale-generated-file", .error,
    Documentation(
      "a generated document whose inputs moved",
      why: "Planners act on what the document says, and it no longer says what the trackers do.",
      firing: """
        <!-- file: SPRINT_10_app.md -->
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED (2025-11-02) | Needs the licence server | App Guild | Build. |
        <!-- file: BLOCKED_DEPENDENCY_TREE.md -->
        <!-- sprintmark:begin tree 1 cbf29ce484222325
        -->

        Nothing is blocked.

        <!-- sprintmark:end -->
        """,
      passing: """
        <!-- file: SPRINT_10_app.md -->
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        <!-- file: BLOCKED_DEPENDENCY_TREE.md -->
        <!-- sprintmark:begin tree 1 cbf29ce484222325
        -->

        Nothing is blocked.

        <!-- sprintmark:end -->
        """,
      remedy: "Run `sprintmark tree --write BLOCKED_DEPENDENCY_TREE.md`; what stands around the markers is kept."),
    .workspace { context, report in
      for generated in context.generatedFiles where generated.isStale {
        let file = context.workspace.files[generated.file]
        report.add(
          generated.range == nil ? "\(file.name) has no generated tree in it" : "\(file.name) is stale",
          at: Location(file: generated.file, range: generated.range),
          notes: generated.moved.map { Diagnostic.Note("this input moved:", at: Location(file: $0)) }
            + generated.evidence.map { Diagnostic.Note($0) },
          help: "run `\(generated.command)`")
      }
    })
}
