import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let titleMismatch = Rule(
    "SM108", "title-mismatch", .warning,
    Documentation(
      "the file name has another sprint number than the title",
      why: """
        A tracker that was made from a copy still bears the number of the other sprint: links and reports find
        one sprint by the file and another by the title.
        """,
      firing: """
        <!-- file: SPRINT_11_app.md -->
        # Sprint 10 · App

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-11-001 | TODO | None | App Guild | Build. |
        """,
      passing: """
        <!-- file: SPRINT_0011_app.md -->
        # Sprint 11 · App

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-11-001 | TODO | None | App Guild | Build. |
        """,
      remedy: "Correct the title, or rename the file."),
    .sprint { context, report in
      let sprint = context.sprint
      guard let title = sprint.title, let stated = sprint.number, title.range.contains(stated.range),
        !stated.range.isEmpty,
        let name = sprint.numberInName, isAbout(title, stated, context)
      else { return }
      let (inTitle, inName) = (groups(stated.value), groups(name))
      guard !inTitle.isEmpty, !inName.isEmpty, isDated(inTitle) == isDated(inName),
        !contains(inTitle, inName), !contains(inName, inTitle),
        // A title may name several sprints, its own among them.
        !contains(groups(title.value), inName)
      else { return }
      report.add(
        "the title says sprint \(stated.value), the file name says \(name)", at: stated.range, in: context.index,
        key: "\(stated.value)|\(name)", help: "correct the title, or rename the file")
    })

  /// Whether the number is the title's own: a heading of the first level, with nothing before `Sprint` but marks.
  private static func isAbout(_ title: LocatedText, _ number: LocatedText, _ context: SprintContext) -> Bool {
    let line = context.file.slice(
      context.file.lines.range(ofLine: context.file.lines.line(at: title.range.lower)) ?? title.range)
    let isFirstLevel = !line.trimmed.hasPrefix("##", at: line.trimmed.startIndex)
    let head = context.file.slice(ByteRange(title.range.lower, number.range.lower))
    return isFirstLevel && ["sprint", "sprint no", "sprint nr", "sprint #"].contains(Vocabulary.normalized(head))
  }

  /// The numbers that a text holds.
  private static func groups(_ text: String) -> [Int] {
    text.utf8.split { !$0.isDigit }.compactMap { Int(Substring($0)) }
  }

  /// Whether a date, or a date and a number, stands for the sprint.
  private static func isDated(_ groups: [Int]) -> Bool {
    groups.contains { (1_900...2_199).contains($0) || (19_000_000...21_991_231).contains($0) }
  }

  private static func contains(_ all: [Int], _ part: [Int]) -> Bool {
    guard part.count <= all.count else { return false }
    return (0...(all.count - part.count)).contains { all[$0...].starts(with: part) }
  }
}
