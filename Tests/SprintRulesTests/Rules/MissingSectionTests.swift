import SprintRules
import SprintSource
import SprintTesting
import Testing

struct MissingSectionTests {
  private static let headings = [
    "Topic & Scope", "Dependencies & Concurrency", "Documentation Prerequisites", "Delivery Tracker", "Execution Log",
    "Decisions & Risks", "Next Checkpoints",
  ]

  /// A tracker with these headings, each with something below it.
  private static func document(_ headings: [String], title: String = "# Sprint 10 · App\n\n") -> String {
    title
      + headings.map { heading in
        switch heading {
        case "Delivery Tracker":
          """
          ## Delivery Tracker
          | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
          | --- | --- | --- | --- | --- | --- |
          | 1 | APP-10-001 | TODO | None | App Guild | Build. |

          """
        default: "## \(heading)\n- Something.\n"
        }
      }.joined(separator: "\n")
  }

  private static func document(without missing: String...) -> String {
    document(headings.filter { !missing.contains($0) })
  }

  @Test(arguments: [
    Case(
      "one section", document(without: "Execution Log"),
      ("this tracker has no section \"Execution Log\"", "Sprint 10 · App")),
    Case(
      "three sections", document(without: "Execution Log", "Topic & Scope", "Next Checkpoints"),
      ("this tracker has no section \"Topic & Scope\", \"Execution Log\" or \"Next Checkpoints\"", "Sprint 10 · App")),
    Case(
      "one section, and no title above", document(headings.dropLast(1), title: ""),
      ("this tracker has no section \"Next Checkpoints\"", "Topic & Scope")),
  ])
  func `a section that is not there is found`(sample: Case) {
    #expect(findings("SM105", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("all of them", document(headings)),
    NearMiss("hardly any", tracker("APP-10-001 | TODO | None | App Guild | Build.")),
    NearMiss(
      "three of them", document(without: "Execution Log", "Topic & Scope", "Next Checkpoints", "Decisions & Risks")),
    NearMiss("no tracker", document(without: "Delivery Tracker", "Execution Log")),
    NearMiss(
      "two sections under one heading",
      document(headings.dropLast(2) + ["Decisions, Risks and Checkpoints"])),
    NearMiss("a log under another name", document(headings.filter { $0 != "Execution Log" } + ["Log of updates"])),
    NearMiss(
      "another dialect",
      document(without: "Execution Log").replacing("Key dependency / next step | ", with: "")
        .replacing("| None ", with: "").replacing(
          "| --- | --- | --- | --- | --- | --- |", with: "| --- | --- | --- | --- | --- |")),
  ])
  func `nothing is missing elsewhere`(miss: NearMiss) {
    #expect(findings("SM105", in: miss.text) == [])
  }

  @Test func `the sections that must be there can be named`() {
    let text = Self.document(without: "Execution Log", "Next Checkpoints")
    let found = { findings("SM105", in: text, options: options("SM105", "sections", .words($0))).map(\.message) }
    #expect(found(["tracker", "log"]) == ["this tracker has no section \"Execution Log\""])
    #expect(found(["tracker", "decisions"]) == [])
  }
}
