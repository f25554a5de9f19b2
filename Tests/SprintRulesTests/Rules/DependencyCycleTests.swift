import SprintLinker
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct DependencyCycleTests {
  private static let twoFiles = files([
    "SPRINT_0700.md": tracker(
      "A-70-001 | TODO | Depends on B-71-002 | App | A.", "A-70-002 | TODO | Depends on A-70-001 | App | B."),
    "SPRINT_0701.md": tracker("B-71-001 | TODO | None | Web | C.", "B-71-002 | TODO | Depends on A-70-002 | Web | D."),
  ])

  @Test(arguments: [
    Case(
      "two tasks", tracker("A-1-1 | TODO | Depends on A-1-2 | App | A.", "A-1-2 | TODO | Depends on A-1-1 | App | B."),
      ("2 tasks wait for each other: A-1-1 → A-1-2 → A-1-1", "A-1-2")),
    Case(
      "three tasks of two files", twoFiles,
      ("3 tasks wait for each other: A-70-001 → B-71-002 → A-70-002 → A-70-001", "B-71-002")),
    Case(
      "two cycles",
      tracker(
        "A1 | TODO | A2 | App | A.", "A2 | TODO | A1 | App | A.", "A3 | TODO | A4 | App | A.",
        "A4 | TODO | A3 | App | A."),
      ("2 tasks wait for each other: SPRINT_10_app#A1 → SPRINT_10_app#A2 → SPRINT_10_app#A1", "A2"),
      ("2 tasks wait for each other: SPRINT_10_app#A3 → SPRINT_10_app#A4 → SPRINT_10_app#A3", "A4")),
    Case(
      "a knot: the nearest cycle of three tasks",
      tracker(
        "A-1-1 | TODO | A-1-2 | App | A.", "A-1-2 | TODO | A-1-3 | App | A.", "A-1-3 | TODO | A-1-1, A-1-2 | App | A."),
      ("3 tasks wait for each other, the nearest: A-1-2 → A-1-3 → A-1-2", "A-1-3")),
  ])
  func `tasks that wait for each other are found`(sample: Case) {
    #expect(findings("SM401", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss(
      "a chain", tracker("A1 | TODO | A2 | App | A.", "A2 | TODO | A3 | App | A.", "A3 | TODO | None | App | A.")),
    NearMiss(
      "two ways to one task",
      tracker(
        "A1 | TODO | A2, A3 | App | A.", "A2 | TODO | A4 | App | A.", "A3 | TODO | A4 | App | A.",
        "A4 | TODO | None | App | A.")),
    NearMiss("a task that waits for itself: another rule's", tracker("A1 | TODO | A1 | App | A.")),
    NearMiss("within a row", tracker("A-1-1/2 | TODO | Depends on A-1-1 | App | A.")),
    NearMiss(
      "one of the two is only a next step",
      tracker("A-1-1 | TODO | Depends on A-1-2 | App | A.", "A-1-2 | TODO | Then goes on to A-1-1 | App | B.")),
    NearMiss(
      "one of the two is denied",
      tracker("A-1-1 | TODO | Depends on A-1-2 | App | A.", "A-1-2 | TODO | Does not depend on A-1-1 | App | B.")),
    NearMiss(
      "an id that could mean several",
      tracker(
        "A-1-001 | TODO | C-2-001 | App | A.", "B-1-001 | TODO | None | App | B.",
        "C-2-001 | TODO | Depends on 1-001 | App | C.")),
    NearMiss(
      "short ids of two sprints",
      files([
        "SPRINT_10_app.md": tracker("A1 | TODO | A2 | App | A.", "A2 | TODO | None | App | A."),
        "SPRINT_11_app.md": tracker("A2 | TODO | A1 | App | A.", "A1 | TODO | None | App | A."),
      ])),
  ])
  func `tasks in an order are none`(miss: NearMiss) {
    #expect(findings("SM401", in: miss.text) == [])
  }

  @Test func `each edge is shown with its place, and where to cut`() throws {
    let found = try #require(diagnostics("SM401", in: Self.twoFiles).first)
    let workspace = Documents.workspace(of: Self.twoFiles)
    let notes = found.notes.map { note in
      let place = note.location.flatMap { location in
        location.range.map {
          "\(workspace.files[location.file].path):\(workspace.files[location.file].position(at: $0.lower).line)"
        }
      }
      return "\(note.message) \(place ?? "")"
    }
    #expect(
      notes == [
        "A-70-001 depends on B-71-002 SPRINT_0700.md:6", "B-71-002 depends on A-70-002 SPRINT_0701.md:7",
        "A-70-002 depends on A-70-001 SPRINT_0700.md:7",
      ])
    #expect(found.help == "cutting B-71-002 → A-70-002 breaks it")
  }
}
