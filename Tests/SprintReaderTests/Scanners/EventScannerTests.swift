import SprintModel
import SprintReader
import SprintSource
import Testing

struct EventScannerTests {
  private func read(_ text: String) -> (event: LogEntry.Event, subjects: [String], others: [String]) {
    let (mentions, event) = EventScanner(.standard).read(Bytes(text))
    func texts(_ isSubject: Bool) -> [String] {
      mentions.filter { $0.isSubject == isSubject }.map { mention in
        if case .continuation(let id) = mention.reference.form { return "\(mention.reference.text.value) after \(id)" }
        return mention.reference.text.value
      }
    }
    return (event, texts(true), texts(false))
  }

  @Test(
    arguments: [
      ("OPS-12-001 completed: tests are green", .completed, ["OPS-12-001"]),
      ("OPS-12-001 completed.", .completed, ["OPS-12-001"]),
      ("OPS-12-001 COMPLETED", .completed, ["OPS-12-001"]),
      ("Completed OPS-12-001", .completed, ["OPS-12-001"]),
      ("Completed OPS-12-001/002: both ship", .completed, ["OPS-12-001", "002 after OPS-12-001"]),
      ("Completed OPS-12-001 and WEB-13-001.", .completed, ["OPS-12-001", "WEB-13-001"]),
      ("OPS-12-001 marked DONE", .completed, ["OPS-12-001"]),
      ("OPS-12-001 is now done", .completed, ["OPS-12-001"]),
      ("Marked `OPS-12-001` as **DONE**", .completed, ["OPS-12-001"]),
      ("OPS-12-001 status set to DONE (2025-11-25)", .completed, ["OPS-12-001"]),
      ("OPS-12-001 completed by Ops", .completed, ["OPS-12-001"]),
      ("OPS-12-001 → DONE", .completed, ["OPS-12-001"]),
      ("OPS-12-001 marked BLOCKED: no test bench", .blocked, ["OPS-12-001"]),
      ("Marked OPS-12-001 BLOCKED pending the contract", .blocked, ["OPS-12-001"]),
      ("OPS-12-001 blocked on the contract", .blocked, ["OPS-12-001"]),
      ("OPS-12-001 unblocked: contract signed", .unblocked, ["OPS-12-001"]),
      ("OPS-12-001 is no longer blocked", .unblocked, ["OPS-12-001"]),
      ("OPS-12-001 started", .started, ["OPS-12-001"]),
      ("Started OPS-12-001.", .started, ["OPS-12-001"]),
      ("OPS-12-001 moved to DOING", .started, ["OPS-12-001"]),
      ("OPS-12-001 set to in progress", .started, ["OPS-12-001"]),
    ] as [(String, LogEntry.Event, [String])])
  func `a plain clause is an event of its tasks`(_ text: String, _ event: LogEntry.Event, _ subjects: [String]) {
    let found = read(text)
    #expect(found.event == event)
    #expect(found.subjects == subjects)
    #expect(found.others == [])
  }

  @Test(arguments: [
    ("OPS-12-001 half completed", ["OPS-12-001"]),
    ("OPS-12-001 not completed", ["OPS-12-001"]),
    ("OPS-12-001 nearly done", ["OPS-12-001"]),
    ("OPS-12-001 completed phase 1", ["OPS-12-001"]),
    ("OPS-12-001 completed except for the notes", ["OPS-12-001"]),
    ("OPS-12-001 completed, WEB-13-001 blocked", ["OPS-12-001", "WEB-13-001"]),
    ("Completed the plan for OPS-12-001", ["OPS-12-001"]),
    ("Work on OPS-12-001 will be completed tomorrow", ["OPS-12-001"]),
    ("If OPS-12-001 is done, archive the sprint", ["OPS-12-001"]),
    ("Reviewed OPS-12-001: done by Friday", ["OPS-12-001"]),
    ("Agreed on scope; OPS-12-001 completed", ["OPS-12-001"]),
    ("Completed the kick-off", []),
    ("Sprint created", []),
    ("Discussed OPS-12-001 and WEB-13-001", ["OPS-12-001", "WEB-13-001"]),
    ("OPS-12-001 abandoned", ["OPS-12-001"]),
    ("", []),
  ])
  func `what says more or less than that is a note`(_ text: String, _ mentions: [String]) {
    let found = read(text)
    #expect(found.event == .note)
    #expect(found.subjects == [])
    #expect(found.others == mentions)
  }

  @Test func `tasks named on the way are no subjects`() {
    let found = read("OPS-12-001 completed: WEB-13-001 can start, OPS-12-004/005 wait")
    #expect(found.event == .completed)
    #expect(found.subjects == ["OPS-12-001"])
    #expect(found.others == ["WEB-13-001", "OPS-12-004", "005 after OPS-12-004"])
  }

  @Test(arguments: [
    "OPS-12-001 completed: took 24-48 hours", "OPS-12-001 completed: SHA-256 digests",
    "OPS-12-001 completed: 3 of 4 tests",
    "OPS-12-001 completed: due 2025-11-25", "OPS-12-001 completed: at 2025-11-25T10:00Z", "OPS-12-001 completed: v1.2",
    "OPS-12-001 completed: 10-20% faster", "OPS-12-001 completed: 5/6 checks", "OPS-12-001 completed: port 8080/8081",
  ])
  func `numbers in the text are no tasks`(_ text: String) {
    let found = read(text)
    #expect(found.event == .completed)
    #expect(found.subjects == ["OPS-12-001"])
    #expect(found.others == [])
  }

  @Test(arguments: [
    "OPS-12-001 done, OPS-12-002 still waits", "OPS-12-001 completed, unblocks OPS-12-002.",
    "OPS-12-001 done, OPS-12-002 next", "OPS-12-001 completed, rest moved to OPS-12-002",
  ])
  func `what is said on the side is about others`(_ text: String) {
    let found = read(text)
    #expect(found.event == .completed)
    #expect(found.subjects == ["OPS-12-001"])
    #expect(found.others == ["OPS-12-002"])
  }

  @Test(arguments: [
    "OPS-12-001 completed, reopened the same day", "OPS-12-001 DONE → TODO", "OPS-12-001 done -> REVIEW",
    "OPS-12-001 completed, but the tests fail", "OPS-12-001 done, rolled back",
    "OPS-12-001 done, OPS-12-002 still open",
  ])
  func `what is taken back has not happened`(_ text: String) {
    #expect(read(text).subjects == [])
  }
}
