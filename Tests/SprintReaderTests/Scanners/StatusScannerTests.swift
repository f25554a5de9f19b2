import SprintModel
import SprintReader
import SprintSource
import Testing

struct StatusScannerTests {
  private func status(_ text: String) -> Status { StatusScanner(.standard).status(in: Bytes(text)) }

  @Test(
    arguments: [
      ("TODO", .todo), ("To Do", .todo), ("to-do", .todo), ("Not Started", .todo), ("📋 Planned", .todo),
      ("DRAFT", .todo),
      ("Pending", .todo), ("DOING", .doing), ("In Progress", .doing), ("IN_PROGRESS", .doing), ("in-progress", .doing),
      ("🔄 In Progress", .doing), ("Active", .doing), ("WIP", .doing), ("REVIEW", .review), ("IN_REVIEW", .review),
      ("In review", .review), ("BLOCKED", .blocked), ("🔴 Blocking", .blocked), ("on hold", .blocked), ("DONE", .done),
      ("✅ Complete", .done), ("✅ FIXED", .done), ("completed", .done), ("Cancelled", .cancelled),
      ("CANCELED", .cancelled),
      ("Already implemented", .done), ("**PASSED**", .done), ("🔍 Investigating", .doing), ("REOPENED", .todo),
      ("Changes Requested", .review), ("N/A", .cancelled), ("Bypassed", .cancelled), ("deprecated", .cancelled),
      ("DELETED", .cancelled),
      ("won't fix", .cancelled), ("[ ]", .todo), ("[x]", .done), ("[X]", .done), ("[~]", .doing),
    ] as [(String, TaskState)])
  func `a state is known by its word in any case`(_ text: String, _ state: TaskState) {
    let status = status(text)
    #expect(status.state == state)
    #expect(status.text.value == text)
    #expect(status.date == nil)
    #expect(status.note == nil)
    #expect(status.isStated)
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let state: TaskState
    let date: String?
    let note: String?
    var testDescription: String { text }

    init(_ text: String, _ state: TaskState, date: String? = nil, note: String? = nil) {
      self.text = text
      self.state = state
      self.date = date
      self.note = note
    }
  }

  @Test(arguments: [
    Example("DONE (2025-11-25)", .done, date: "2025-11-25"),
    Example("DONE 2025-11-25", .done, date: "2025-11-25"),
    Example("done: 2025-11-25", .done, date: "2025-11-25"),
    Example("**DONE**", .done),
    Example("Fixed in commit `4f2a`", .done, note: "in commit `4f2a`"),
    Example("Already resolved in Sprint 67", .done, note: "in Sprint 67"),
    Example("➡️ Moved to 129.4", .cancelled, note: "to 129.4"),
    Example("Complete and verified", .done, note: "and verified"),
    Example("Merged via #12", .done, note: "via #12"),
    Example("**DONE (2025-11-25)**", .done, date: "2025-11-25"),
    Example("**DONE** (2025-11-25)", .done, date: "2025-11-25"),
    Example("`BLOCKED` (2025-11-25)", .blocked, date: "2025-11-25"),
    Example("[DONE](log.md)", .done),
    Example("✅ **Complete** (2025-11-25)", .done, date: "2025-11-25"),
    Example("DOING (half of it; the rest in May)", .doing, note: "half of it; the rest in May"),
    Example("BLOCKED (2025-11-25; no test bench)", .blocked, date: "2025-11-25", note: "no test bench"),
    Example("BLOCKED (no test bench, 2025-11-25)", .blocked, date: "2025-11-25", note: "no test bench"),
    Example("BLOCKED: waits for OPS-12-001", .blocked, note: "waits for OPS-12-001"),
    Example("DOING – half way", .doing, note: "half way"),
    Example("DOING — half way", .doing, note: "half way"),
    Example("DOING - half way", .doing, note: "half way"),
    Example("**DONE (2025-11-25)** – shipped", .done, date: "2025-11-25", note: "shipped"),
    // What is struck out no longer holds.
    Example("~~TODO~~ DONE (2025-11-25)", .done, date: "2025-11-25"),
    Example("~~BLOCKED~~ DOING", .doing),
    // A day that the calendar does not have is no date.
    Example("DONE (2025-02-30)", .done),
  ])
  func `a date and a note can stand beside the state`(_ example: Example) {
    let status = status(example.text)
    #expect(status.state == example.state)
    #expect(status.date?.value.description == example.date)
    // Of a day that does not exist nobody says what it is.
    if !example.text.contains("02-30") { #expect(status.note?.value == example.note) }
    #expect(status.text.value == example.text)
  }

  @Test(arguments: [
    "DONE with open points", "COMPLETED WITH open points", "95 %", "DONE 95 %", "DONE 95%",
    "Done-ish", "DONEISH", "Almost done", "not done", "TBD", "❌ NEEDS FIX",
    "Completed by tomorrow", "Complete in dev", "Done in part",
    "done and dusted", "see log",
  ])
  func `prose is no state`(_ text: String) {
    #expect(status(text).state == .unknown)
  }

  @Test(arguments: ["done and dusted", "TBD", "95 %"])
  func `what is not understood is kept as it is written`(_ text: String) {
    #expect(status(text).text.value == text)
    #expect(status(text).isStated)
  }

  @Test(arguments: ["", "   ", "—", "-", "–"])
  func `where nothing stands nothing is stated`(_ text: String) {
    #expect(status(text).state == .unknown)
    #expect(!status(text).isStated)
  }

  @Test func `its parts stand where they stand`() throws {
    let text = Array("| **BLOCKED (2025-11-25; kein Prüfstand)** |".utf8)
    let status = StatusScanner(.standard).status(in: Bytes(text)[2..<(text.count - 2)])
    let date = try #require(status.date)
    let note = try #require(status.note)
    #expect(Bytes(text).at(date.range).string == "2025-11-25")
    #expect(Bytes(text).at(note.range).string == "kein Prüfstand")
    #expect(note.value == "kein Prüfstand")
    #expect(Bytes(text).at(status.text.range).string == status.text.value)
  }

  @Test(
    arguments: [
      ("BLOCKED until 2026-12-24", .blocked, "until 2026-12-24"),
      ("BLOCKED (ETA 2026-12-24)", .blocked, "ETA 2026-12-24"),
      ("DOING (due 2026-12-24)", .doing, "due 2026-12-24"), ("DONE 2026/10/01", .done, "2026/10/01"),
      ("Done 01.10.2026", .done, "01.10.2026"), ("Done 10/01/2026", .done, "10/01/2026"),
    ] as [(String, TaskState, String)])
  func `a day that is none of the state's is a note`(_ text: String, _ state: TaskState, _ note: String) {
    let status = status(text)
    #expect(status.state == state)
    #expect(status.date == nil)
    #expect(status.note?.value == note)
  }

  @Test(arguments: ["DONE 10/12", "DONE 3.5", "DONE 90%", "DONE 2026-1"])
  func `other numbers are no day`(_ text: String) {
    #expect(status(text).state == .unknown)
  }
}
