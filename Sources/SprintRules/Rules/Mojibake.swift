import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let mojibake = Rule(
    "SM601", "mojibake", .warning,
    Documentation(
      "text was decoded with the wrong character set",
      why: """
        A dash became three odd characters, and with each program that repeats the mistake three times as many.
        It is proved by undoing it: encoded again, the odd characters are UTF-8 and mean something.
        """,
      firing: """
        # Sprint 10 Â· App

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild Â· Docs Guild | Build â€” and describe. |
        """,
      passing: """
        # Sprint 10 · App

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild · Docs Guild | Build — and describe. |
        """,
      remedy: """
        Put the characters back and open the file as UTF-8 from now on. `--fix` does the former where one character
        set explains all of the file, `--unsafe-fixes` where it explains parts.
        """, fix: .safe),
    .sprint { context, report in
      for damage in context.file.damages where damage.kind == .mojibake {
        report.add(
          "text of this file was decoded with the wrong character set", damage, in: context.index,
          help: "put the characters back, and open the file as UTF-8", fix: "put the characters back",
          damage.isCertain ? .safe : .unsafe)
      }
    })
}
