import SprintMarkdown
import SprintModel
import SprintSource
import SprintTesting
import Testing

@testable import SprintReader

struct OutlineTests {
  private func sections(_ text: String) -> [Outline.Section] {
    let context = Context(text)
    return Outline(context.document, context.reading).sections
  }

  @Test(
    arguments: [
      ("Delivery Tracker", .tracker), ("DELIVERY TRACKER", .tracker), ("3. Delivery Tracker", .tracker),
      ("4) Execution Log", .log), ("Execution Log (UTC)", .log), ("📋 Task Board", .tracker),
      ("Topic & Scope", .scope), ("Dependencies & Concurrency", .dependencies), ("Decisions and Risks", .decisions),
      ("Next Checkpoints", .checkpoints), ("Documentation Prerequisites", .prerequisites), ("Background", .other),
      ("Delivery Tracker of last year", .other), ("Log in page", .other),
    ] as [(String, SectionKind)])
  func `a heading says what a section is for`(_ heading: String, _ kind: SectionKind) {
    let sections = sections("# Sprint\n\n## \(heading)\ntext\n")
    #expect(sections.map(\.kind) == [.other, kind])
    #expect(sections[1].isNamed == (kind != .other))
  }

  @Test func `a section inside another is for the same`() {
    let sections = sections(
      """
      before

      # Sprint
      ## Delivery Tracker
      ### Later
      #### Notes
      ### Execution Log
      ## Background
      """)
    #expect(sections.map(\.kind) == [.other, .other, .tracker, .tracker, .tracker, .log, .other])
    #expect(sections.map(\.parent) == [nil, nil, 1, 2, 3, 2, 1])
    #expect(sections.map(\.level) == [0, 1, 2, 3, 4, 3, 2])
  }

  @Test func `the sections inside one end with the next of its level`() {
    let context = Context("# A\n## B\n### C\n#### D\n### E\n## F\n# G\n")
    let outline = Outline(context.document, context.reading)
    #expect((0..<7).map { outline.descendants(of: $0) } == [1..<6, 2..<5, 3..<4, 4..<4, 5..<5, 6..<6, 7..<7])
  }

  @Test(arguments: [
    ("Backlog", true), ("Tasks", true), ("Sub-tasks", true), ("Epic A — Harbour", true), ("User stories", true),
    ("Stretch tasks", true), ("Workstream B", true), ("Delivery Tracker", true), ("In Progress", true),
    ("Background", false), ("Readiness checklist", false), ("Day by day", false), ("Multitasking", false),
    ("Execution Log", false),
  ])
  func `some headings announce tasks`(_ heading: String, _ expected: Bool) {
    #expect(sections("# Sprint\n\n## \(heading)\n").map(\.announcesTasks) == [false, expected])
  }

  @Test func `what is announced holds for the sections inside`() {
    let sections = sections(
      """
      # Sprint tasks
      ## Background
      ## Backlog
      ### High priority
      ### Decisions
      #### Epic A
      """)
    // The title of a document announces little: all of it stands under the title.
    #expect(sections.map(\.announcesTasks) == [false, false, true, true, false, true])
    #expect(sections.map(\.isInTaskList) == [false, false, false, false, false, false])
  }

  @Test(arguments: [
    ("Tasks", true), ("Tasks: harbour", true), ("TODO", true), ("Backlog of May", true), ("Sprint tasks", false),
  ])
  func `a document can be a list of tasks`(_ title: String, _ expected: Bool) {
    #expect(sections("# \(title)\n\n## Harbour\n").map(\.isInTaskList) == [expected, expected])
  }

  @Test(
    arguments: [
      ("📋 Todo", .todo), ("To Do", .todo), ("Backlog", .todo), ("Backlog (2)", .todo), ("On deck", .todo),
      ("🔄 In Progress", .doing), ("In Progress: two", .doing), ("Doing", .doing), ("In Review", .review),
      ("Blocked", .blocked), ("⏸ On Hold", .blocked), ("✅ Done", .done), ("Completed Tasks", .done),
      ("Completed items", .done), ("Cancelled", .cancelled), ("Blocked stories", .blocked),
      // Words that are no column of a board, or more than one.
      ("Next", nil), ("New", nil), ("Open", nil), ("Ready", nil), ("Review", nil), ("Definition of Done", nil),
      ("Done is what?", nil), ("What is in progress", nil), ("Tasks", nil), ("✅", nil),
    ] as [(String, TaskState?)])
  func `the heading of a board is a state`(_ heading: String, _ state: TaskState?) {
    let section = sections("# Board\n\n## \(heading)\n").last
    #expect(section?.state?.state == state)
    if state != nil { #expect(section?.state?.text.value == heading) }
  }

  @Test func `the nearest heading gives the state`() {
    let sections = sections(
      "# Board\n## Done\n### Harbour\n### Blocked\n#### Pier\n## Notes\n## Done\n### Execution Log\n")
    #expect(sections.map { $0.state?.state } == [nil, .done, .done, .blocked, .blocked, nil, .done, nil])
  }
}
