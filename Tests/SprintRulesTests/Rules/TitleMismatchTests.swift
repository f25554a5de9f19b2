import SprintRules
import SprintSource
import SprintTesting
import Testing

struct TitleMismatchTests {
  private static func document(_ path: String, _ title: String) -> String {
    "<!-- file: \(path) -->\n\(title)\n\n## Delivery Tracker\n### APP-10-001 - Build\nStatus: TODO\n"
  }

  @Test(arguments: [
    Case(
      "another number", document("SPRINT_11_app.md", "# Sprint 10 · App"),
      ("the title says sprint 10, the file name says 11", "10")),
    Case(
      "another number of the same day", document("SPRINT_20260218_006_app.md", "# Sprint 20260218_005 - App"),
      ("the title says sprint 20260218_005, the file name says 20260218_006", "20260218_005")),
    Case(
      "another part", document("SPRINT_0316_0001_0002_docs.md", "# Sprint 0316_0001_0001 · Docs"),
      ("the title says sprint 0316_0001_0001, the file name says 0316_0001_0002", "0316_0001_0001")),
    Case(
      "marks before it", document("SPRINT_101.md", "# 🚀 **Sprint 100**: App"),
      ("the title says sprint 100, the file name says 101", "100")),
  ])
  func `two numbers are found`(sample: Case) {
    #expect(findings("SM108", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the same", document("SPRINT_10_app.md", "# Sprint 10 · App")),
    NearMiss("zeros before it", document("SPRINT_0010_app.md", "# Sprint 10 · App")),
    NearMiss("a day before it", document("SPRINT_20260117_015_cli.md", "# Sprint 015 - CLI")),
    NearMiss("a day instead", document("SPRINT_20260117_cli.md", "# Sprint 4 - CLI")),
    NearMiss("a part of it", document("SPRINT_2_5_agent.md", "# Sprint 2.5 - Agent")),
    NearMiss("a code", document("SPRINT_190_ops.md", "# Sprint 190.B · Ops")),
    NearMiss("several sprints", document("SPRINT_6_plan.md", "# Sprint 5 and 6: plan")),
    NearMiss("a range of them", document("SPRINT_4_6_plan.md", "# Sprint 4-6 plan")),
    NearMiss("another sprint, after other words", document("SPRINT_6_retro.md", "# What we learned in Sprint 5")),
    NearMiss("no number in the name", document("sprint-bravo.md", "# Sprint 5")),
    NearMiss("no number in the title", document("SPRINT_6_app.md", "# The app")),
    NearMiss("another sprint in a heading below", document("SPRINT_6_app.md", "## Sprint 5 in short")),
  ])
  func `one number in two forms is none`(miss: NearMiss) {
    #expect(findings("SM108", in: miss.text) == [])
  }
}
