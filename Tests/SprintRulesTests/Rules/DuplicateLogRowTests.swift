import SprintRules
import SprintSource
import SprintTesting
import Testing

struct DuplicateLogRowTests {
  private static func log(_ rows: String...) -> String {
    tracker(
      "APP-10-001 | DONE | None | App | Build.", "APP-10-002 | DONE | None | App | Test.", log: rows)
  }

  @Test(arguments: [
    Case(
      "twice", log("2025-11-03 | Sync held. | App", "2025-11-02 | Begun. | App", "2025-11-03 | Sync held. | App"),
      ("this row of the log stands twice", "Sync held.")),
    Case(
      "with other blanks", log("2025-11-03 | Sync held. | App", "2025-11-03 |  Sync  held. | App"),
      ("this row of the log stands twice", "Sync  held.")),
    Case(
      "three times",
      log("2025-11-03 | Sync held. | App", "2025-11-03 | Sync held. | App", "2025-11-03 | Sync held. | App"),
      ("this row of the log stands twice", "Sync held."), ("this row of the log stands twice", "Sync held.")),
    Case(
      "in other words",
      log("2025-11-03 | APP-10-001 completed: it builds. | App", "2025-11-03 | Completed APP-10-001. | App"),
      ("the log says twice on 2025-11-03 that APP-10-001 was completed", "Completed APP-10-001.")),
    Case(
      "of two tasks in other words",
      log(
        "2025-11-03 | Completed APP-10-001/002: all is well. | App",
        "2025-11-03 | Completed APP-10-002 and APP-10-001. | App"),
      (
        "the log says twice on 2025-11-03 that APP-10-001 and APP-10-002 were completed",
        "Completed APP-10-002 and APP-10-001."
      )),
  ])
  func `a row that stands twice is found`(sample: Case) {
    #expect(findings("SM501", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("the same words on another day", log("2025-11-04 | Sync held. | App", "2025-11-03 | Sync held. | App")),
    NearMiss("other words on the same day", log("2025-11-03 | Sync held. | App", "2025-11-03 | Sync moved. | App")),
    NearMiss(
      "other tasks", log("2025-11-03 | APP-10-001 completed. | App", "2025-11-03 | APP-10-002 completed. | App")),
    NearMiss(
      "another event", log("2025-11-03 | APP-10-001 started. | App", "2025-11-03 | APP-10-001 completed. | App")),
    NearMiss("another owner", log("2025-11-03 | Approved. | App Guild", "2025-11-03 | Approved. | Web Guild")),
    NearMiss(
      "notes on one task",
      log("2025-11-03 | APP-10-001: plan written. | App", "2025-11-03 | APP-10-001: plan read. | App")),
    NearMiss("rows without words", log("2025-11-03 | — | App", "2025-11-03 | — | App")),
    NearMiss(
      "two files",
      files([
        "SPRINT_10_app.md": tracker("APP-10-001 | DONE | None | App | A.", log: ["2025-11-03 | Sync held. | App"]),
        "SPRINT_11_app.md": tracker("APP-11-001 | DONE | None | App | A.", log: ["2025-11-03 | Sync held. | App"]),
      ])),
  ])
  func `rows that say different things are none`(miss: NearMiss) {
    #expect(findings("SM501", in: miss.text) == [])
  }

  @Test func `the fix deletes the later row`() {
    let text = Self.log("2025-11-03 | Sync held. | App", "2025-11-02 | Begun. | App", "2025-11-03 | Sync held. | App")
    #expect(diagnostics("SM501", in: text).flatMap(\.fixes).map(\.applicability) == [.safe])
    #expect(fixed("SM501", text) == Self.log("2025-11-03 | Sync held. | App", "2025-11-02 | Begun. | App"))
  }

  @Test func `a row below one that is broken is left: that one could go on in what follows`() {
    let text = Self.log("2025-11-03 | Sync held. | App", "2025-11-02 | Begun.", "2025-11-03 | Sync held. | App")
    let found = diagnostics("SM501", in: text)
    #expect(found.count == 1)
    #expect(found.flatMap(\.fixes).isEmpty)
  }

  @Test func `rows that nearly agree are information, and nothing is deleted`() {
    let text = Self.log(
      "2025-11-03 | APP-10-001 completed: it builds. | App", "2025-11-03 | Completed APP-10-001. | App")
    #expect(diagnostics("SM501", in: text).map(\.severity) == [.information])
    #expect(diagnostics("SM501", in: text).flatMap(\.fixes) == [])
  }

  @Test func `rows that nearly agree can be left alone`() {
    let text = Self.log(
      "2025-11-03 | APP-10-001 completed: it builds. | App", "2025-11-03 | Completed APP-10-001. | App",
      "2025-11-03 | Completed APP-10-001. | App")
    let found = findings("SM501", in: text, options: options("SM501", "near", .flag(false)))
    #expect(found.map(\.message) == ["this row of the log stands twice"])
  }
}
