import Foundation
import SprintDriver
import SprintLinker
import SprintModel
import SprintSource
import SprintTemplate
import SprintTesting
import Testing

struct StandardTemplateTests {
  private func conversion(
    _ text: String, path: String = "SPRINT_10_app.md", _ options: StandardTemplate.Options = .init()
  ) -> StandardTemplate.Conversion {
    let workspace = Documents.workspace([path: text])
    return StandardTemplate(options).conversion(of: workspace.sprints[0], in: workspace)
  }

  private func converted(_ text: String, _ options: StandardTemplate.Options = .init()) -> String {
    String(decoding: conversion(text, options).bytes, as: UTF8.self)
  }

  /// What stands between two headings of the second level.
  private func section(_ heading: String, of text: String) -> String {
    let parts = text.components(separatedBy: "\n## ")
    return parts.first { $0.hasPrefix(heading + "\n") }.map { String($0.dropFirst(heading.count + 1)) } ?? ""
  }

  // MARK: The property

  private func check(_ text: String, path: String = "SPRINT_10_app.md") {
    for options in [
      StandardTemplate.Options(), StandardTemplate.Options(splitsCompounds: true, expandsReferences: true),
    ] {
      let once = conversion(text, path: path, options)
      #expect(once.differences == [])
      let again = conversion(String(decoding: once.bytes, as: UTF8.self), path: path, options)
      #expect(again.differences == [])
      #expect(again.bytes == once.bytes)
    }
  }

  static let fixtures: [String] = {
    let files = FileManager.default.enumerator(atPath: Places.fixtures)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: fixtures)
  func `a fixture reads as what was read, and twice is the same as once`(name: String) throws {
    check(
      try String(contentsOfFile: "\(Places.fixtures)/\(name)", encoding: .utf8),
      path: String(name.split(separator: "/").last ?? ""))
  }

  @Test(arguments: 0..<8)
  func `generated trackers read as what was read, and twice is the same as once`(part: Int) {
    for seed in 0..<40 { check(GeneratedTracker.text(part * 40 + seed)) }
  }

  @Test(arguments: 0..<8)
  func `damaged trackers read as what was read, and twice is the same as once`(part: Int) {
    for seed in 0..<40 { check(DamagedTracker.text(part * 40 + seed)) }
  }

  // MARK: What is carried along

  @Test func `what the model does not hold stands below the tasks, byte for byte`() {
    let text = """
      # Sprint 12 · Docs

      > A quote above all.

      ## Backlog

      Some prose.

      - [x] DOC-12-001: Write.
      - a bullet that is no task
      - [ ] DOC-12-002: Print.
        - Due: Friday

      ```sh
      make  docs
      ```

      ## Budget
      | Item | Euro |
      |:--|--:|
      | Paper |  12 |

      <!-- sprintmark-disable-file SM303: known -->
      [paper]: https://example.org/paper
      """
    let result = converted(text)
    #expect(result.contains("# Sprint 12 · Docs\n\n> A quote above all.\n\n## Topic & Scope\n"))
    let tracker = section("Delivery Tracker", of: result)
    #expect(
      tracker == """

        Some prose.

        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | DOC-12-001 | DONE | — | — | Write. |
        | 2 | DOC-12-002 | TODO | — | — | Print. |

        - a bullet that is no task
        - DOC-12-002: Print.
          - Due: Friday

        ```sh
        make  docs
        ```

        """)
    #expect(
      result.hasSuffix(
        """
        ## Next Checkpoints

        ## Budget
        | Item | Euro |
        |:--|--:|
        | Paper |  12 |

        <!-- sprintmark-disable-file SM303: known -->
        [paper]: https://example.org/paper

        """))
    check(text)
  }

  @Test func `columns that the template does not know stay, and comments in a row too`() {
    let text = """
      # Sprint 12

      ## Tasks
      | ID | Title | Status | Due | Description |
      | --- | --- | --- | --- | --- |
      | DOC-12-001 | Write | TODO | Friday | All of it |
      | DOC-12-002 | Print | BLOCKED | | <!-- sprintmark-disable-line SM303 --> |
      """
    #expect(
      section("Delivery Tracker", of: converted(text)) == """

        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition | Due | Description |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | 1 | DOC-12-001 | TODO | — | — | Write | Friday | All of it |
        | 2 | DOC-12-002 | BLOCKED | — | — | Print |  | <!-- sprintmark-disable-line SM303 --> |

        """)
    check(text)
  }

  @Test func `the title of a task with a description is a column of its own`() {
    let text = """
      # Sprint 12

      ## Delivery Tracker

      ### DOC-12-001 - Write
      Status: TODO
      Task description:
      - All of it.
      - At once.

      Completion criteria:
      - [x] It is written.
      - [ ] It is read.
      """
    #expect(
      section("Delivery Tracker", of: converted(text)) == """

        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition | Completion Criteria | Title |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | 1 | DOC-12-001 | TODO | — | — | - All of it.<br>- At once. | [x] It is written.<br>[ ] It is read. | Write |

        """)
    check(text)
  }

  @Test(arguments: [
    ("```sh\nmake", "```"), ("~~~~\nmake\n~~~", "~~~~"), ("<!-- a note", "-->"),
  ])
  func `what runs to the end of the file is closed before it is moved`(end: String, closing: String) {
    let text = "# Sprint 12\n\n## Tasks\n- [ ] DOC-12-001: Write.\n\n## Scope\nAll.\n\n\(end)\n"
    #expect(section("Topic & Scope", of: converted(text)) == "All.\n\n\(end)\n\(closing)\n")
    check(text)
  }

  @Test func `a carriage return stays before each line end`() {
    let text = "# Sprint 12\r\n\r\n## Tasks\r\n- [ ] DOC-12-001: Write.\r\n\r\n## Notes\r\nThese.\r\n"
    let result = converted(text)
    #expect(result.utf8.count { $0 == 0x0A } == result.utf8.count { $0 == 0x0D })
    check(text)
  }

  // MARK: Order

  @Test func `the log begins with the newest day, and ends with rows that have none`() {
    let text = """
      # Sprint 12

      ## Execution Log
      - 2025-11-02 14:55Z: Two.
      - 2025-11-04: Four.
      - 2025-11-02: Two again.

      ## Work log
      | Date | Update | Owner | Where |
      | --- | --- | --- | --- |
      | soon | Never. | App | |
      | 2025-11-03 | Three. | Web | Rome |
      """
    #expect(
      section("Execution Log", of: converted(text)).hasPrefix(
        """

        | Date (UTC) | Update | Owner | Where |
        | --- | --- | --- | --- |
        | 2025-11-04 | Four. |  |  |
        | 2025-11-03 | Three. | Web | Rome |
        | 2025-11-02 14:55Z | Two. |  |  |
        | 2025-11-02 | Two again. |  |  |
        | soon | Never. | App |  |

        """))
    check(text)
  }

  @Test func `sections come in the order of the template, whatever they are called`() {
    let text = """
      # Sprint 12

      ## Risks
      - The printer.

      ## Risk register (as of May)
      - Paper.

      ## Log
      Nothing yet.

      ## Epic A — Books
      - [ ] A1: Write.

      **Acceptance:** it is read

      ## Scope
      Books.
      """
    let headings = converted(text).split(separator: "\n").filter { $0.hasPrefix("#") }
    #expect(
      headings == [
        "# Sprint 12", "## Topic & Scope", "## Dependencies & Concurrency", "## Documentation Prerequisites",
        "## Delivery Tracker", "### Epic A — Books", "## Execution Log", "## Decisions & Risks",
        "### Risk register (as of May)", "## Next Checkpoints",
      ])
    check(text)
  }

  @Test(arguments: ["Scope", "Prerequisites", "Decisions & Risks", "Next Checkpoints", "Notes", "Execution Log"])
  func `groups stand in the tracker, whatever section they stood in`(section: String) {
    let text = """
      # Sprint 12

      ## \(section)
      - The printer.

      ### Group A — Books
      Tasks: DOC-12-001 (2 d), -002 (1 d)
      Owners: Docs Guild

      ### Later
      All else.

      #### Group B — Pages
      Tasks: DOC-12-003 (1 d)
      """
    let tracker = self.section("Delivery Tracker", of: converted(text))
    #expect(tracker.contains("### Group A — Books\n\n| # | Task ID"))
    #expect(tracker.contains("### Group B — Pages\n\n| # | Task ID"))
    #expect(!converted(text).contains("Tasks:"))
    #expect(converted(text).contains("### Later\nAll else.\n"))
    check(text)
  }

  @Test(arguments: ["### Group 7 — Books\nTasks: DOC-12-001 (2 d), -002", "## Epic 7\n- [ ] DOC-12-001: Write."])
  func `a group that the document begins with is no title`(text: String) {
    #expect(converted(text).hasPrefix("# Sprint 10 · app\n"))
    #expect(
      section("Delivery Tracker", of: converted(text)).contains(text.split(separator: "\n")[0].drop { $0 == "#" }))
    check(text)
  }

  @Test(arguments: ["Dependencies", "Owners", "Status", "Acceptance Criteria"])
  func `a comment below the heading of a field is no value`(heading: String) {
    let text = "# APP-12: Build\n\n## \(heading)\n<!--\nWhat belongs here?\n-->\n\n## Estimate\n2 d\n"
    #expect(converted(text).contains("<!--\nWhat belongs here?\n-->"))
    check(text)
  }

  // MARK: Options

  private static let compound = Documents.tracker([
    "APP-1-001 | TODO | None", "APP-1-002/003 | BLOCKED | Depends on 1-001 and a key", "APP-1-004 | TODO | 1-002/003",
    "APP-1-005 | TODO | APP-1-001..003",
  ])

  @Test func `compound rows are split where that is wanted`() {
    let result = converted(Self.compound, StandardTemplate.Options(splitsCompounds: true))
    let ids = result.split(separator: "\n").filter { $0.contains("| APP-") }.map {
      $0.split(separator: "|").prefix(2).joined()
    }
    #expect(ids == [" 1  APP-1-001 ", " 2  APP-1-002 ", " 3  APP-1-003 ", " 4  APP-1-004 ", " 5  APP-1-005 "])
    #expect(
      Documents.workspace(of: result).graph.edges.count == Documents.workspace(of: Self.compound).graph.edges.count)
  }

  @Test func `references are written out where that is wanted`() {
    let options = StandardTemplate.Options(expandsReferences: true)
    #expect(conversion(Self.compound, options).differences == [])
    let result = converted(Self.compound, options)
    #expect(result.contains("| Depends on APP-1-001 and a key |"))
    #expect(result.contains("| APP-1-002/APP-1-003 |"))
    #expect(result.contains("| APP-1-001, APP-1-002, APP-1-003 |"))
    let edges = { (text: String) in Documents.workspace(of: text).graph.edges.map { [$0.from, $0.to] } }
    #expect(edges(result) == edges(Self.compound))
  }

  @Test func `references are written out in criteria too`() {
    let text = """
      | Task ID | Status | Completion criteria |
      | --- | --- | --- |
      | APP-1-001 | TODO | Printed; depends on 1-002, APP-1-003..004. |
      | APP-1-002 | TODO | Bound. |
      | APP-1-003 | TODO | Sold. |
      | APP-1-004 | TODO | Read. |
      """
    let options = StandardTemplate.Options(expandsReferences: true)
    #expect(converted(text, options).contains("Printed; depends on APP-1-002, APP-1-003, APP-1-004."))
    check(text)
  }
}
