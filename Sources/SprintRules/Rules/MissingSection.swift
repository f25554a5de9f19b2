import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let missingSection = Rule(
    "SM105", "missing-section", .warning,
    Documentation(
      "a tracker on the standard template lacks one of its sections",
      why: """
        Who opens a tracker looks for the scope, the log and the risks where they always are. The rule holds
        only where a Delivery Tracker in the standard form and at least four of the seven sections are there.
        """,
      firing: """
        # Sprint 10 · App

        ## Topic & Scope
        - Build and test the app.

        ## Dependencies & Concurrency
        - Can run beside all other sprints.

        ## Documentation Prerequisites
        - The build guide.

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        ## Decisions & Risks
        - The build machine is slow.

        ## Next Checkpoints
        - Demo of the build.
        """,
      passing: """
        # Sprint 10 · App

        ## Topic & Scope
        - Build and test the app.

        ## Dependencies & Concurrency
        - Can run beside all other sprints.

        ## Documentation Prerequisites
        - The build guide.

        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |

        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-02 | Sprint begun. | Planning |

        ## Decisions & Risks
        - The build machine is slow.

        ## Next Checkpoints
        - Demo of the build.
        """,
      remedy: "Add the section; where there is nothing to say yet, let a line say so."),
    options: [requiredSections],
    .sprint { context, report in
      let sprint = context.sprint
      guard sprint.dialect == "standard", let tracker = sprint.sections[.tracker] else { return }
      let standard = SectionKind.allCases.filter { $0.standardHeading != nil }
      let present = standard.filter { sprint.sections[$0] != nil }
      guard present.count * 2 >= standard.count else { return }
      let required = context.options.words(requiredSections, as: SectionKind.self)
      let absent = required.filter { sprint.sections[$0] == nil }
      guard !absent.isEmpty else { return }
      let headings = context.headings
      let missing = absent.filter { !isCovered($0, by: headings) }.compactMap(\.standardHeading)
      guard !missing.isEmpty else { return }
      let names = missing.map { "\"\($0)\"" }
      report.add(
        "this tracker has no section \(Words.either(names))", at: sprint.title?.range ?? tracker, in: context.index,
        key: missing.joined(separator: "|"),
        notes: [Diagnostic.Note("it has \(present.count) of the \(standard.count) sections of the standard template")],
        help: "add \(missing.count == 1 ? "it" : "them"); where there is nothing to say yet, let a line say so")
    })

  private static let requiredSections: RuleOption = {
    let sections = SectionKind.allCases.filter { $0.standardHeading != nil }
    return .words("sections", of: sections, standard: sections, "the sections that a tracker must have")
  }()

  /// Whether a heading names the section in other words: `Decisions, Risks and Checkpoints`.
  private static func isCovered(_ section: SectionKind, by headings: [[Substring]]) -> Bool {
    let words: [Substring]
    switch section {
    case .scope: words = ["scope", "topic", "goal", "goals", "objective", "objectives", "overview", "summary"]
    case .dependencies: words = ["dependency", "dependencies", "concurrency"]
    case .prerequisites: words = ["prerequisite", "prerequisites", "reading", "documentation", "docs"]
    case .tracker: words = ["tracker", "task", "tasks"]
    case .log: words = ["log", "history", "updates", "changelog"]
    case .decisions: words = ["decision", "decisions", "risk", "risks"]
    case .checkpoints: words = ["checkpoint", "checkpoints", "milestone", "milestones"]
    case .other: words = []
    }
    return headings.contains { heading in words.contains { heading.contains($0) } }
  }
}

extension SprintContext {
  /// The words of each line that looks like a heading below the title.
  fileprivate var headings: [[Substring]] {
    (1...file.lines.lineCount).compactMap { number in
      guard let line = file.lines.range(ofLine: number), Bytes(file.text).hasPrefix("##", at: line.lower) else {
        return nil
      }
      return Vocabulary.words(of: file.slice(line).drop { $0 == UInt8(ascii: "#") })
    }
  }
}
