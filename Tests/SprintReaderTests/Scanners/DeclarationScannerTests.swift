import SprintModel
import SprintReader
import SprintSource
import Testing

struct DeclarationScannerTests {
  private func read(_ text: String) -> Declaration? {
    DeclarationScanner(.standard).declaration(in: Bytes(text))
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let ids: [String]
    let form: Declaration.Form
    let title: String
    let isSeparated: Bool
    var testDescription: String { text }

    init(_ text: String, _ ids: [String], _ form: Declaration.Form, _ title: String, isSeparated: Bool = true) {
      self.text = text
      self.ids = ids
      self.form = form
      self.title = title
      self.isSeparated = isSeparated
    }
  }

  @Test(arguments: [
    // How plainly the text says what it names.
    Example("OPS-001 - Survey", ["OPS-001"], .global, "Survey"),
    Example("HELM-101: Add values", ["HELM-101"], .global, "Add values"),
    Example("Task 3: Clean the mirror", ["3"], .named, "Clean the mirror"),
    Example("Story 0.1: Sell tickets", ["0.1"], .named, "Sell tickets"),
    Example("User Story US-12: Undo", ["US-12"], .global, "Undo"),
    Example("Task: OPS-001 - Survey", ["OPS-001"], .global, "Survey"),
    Example("Sprint 35 Feature 35.6: Loading states", ["35.6"], .named, "Loading states"),
    Example("Sprint 35 - Task 3: Clean", ["3"], .named, "Clean"),
    Example("A1: Paint", ["A1"], .short, "Paint"),
    Example("T2.1: Parser", ["T2.1"], .short, "Parser"),
    Example("2.1 Filter", ["2.1"], .decimal, "Filter", isSeparated: false),
    Example("1) Collect", ["1"], .word, "Collect"),
    Example("2. Sew", ["2"], .word, "Sew"),
    Example("3） Druck", ["3"], .word, "Druck"),
    Example("sc-1042: Fix", ["sc-1042"], .word, "Fix"),
    // The number counts, the id inside names.
    Example("Task 1: OPS-001 - Survey", ["OPS-001"], .global, "Survey"),
    // What parts the id from the title.
    Example("OPS-001", ["OPS-001"], .global, ""),
    Example("OPS-001 — Survey", ["OPS-001"], .global, "Survey"),
    Example("OPS-001 – Survey", ["OPS-001"], .global, "Survey"),
    Example("OPS-001 · Survey", ["OPS-001"], .global, "Survey"),
    Example("OPS-001: Survey", ["OPS-001"], .global, "Survey"),
    Example("OPS-001：Survey", ["OPS-001"], .global, "Survey"),
    Example("[OPS-001] Survey", ["OPS-001"], .global, "Survey"),
    Example("OPS-001 in review", ["OPS-001"], .global, "in review", isSeparated: false),
    // Emphasis and code around the id.
    Example("**OPS-001**: Survey", ["OPS-001"], .global, "Survey"),
    Example("**OPS-001:** Survey", ["OPS-001"], .global, "Survey"),
    Example("**JS-1: Wire the button**", ["JS-1"], .global, "Wire the button"),
    Example("**G1. Label**", ["G1"], .short, "Label"),
    Example("`B2` — Count", ["B2"], .short, "Count"),
    Example("API\u{2011}101: Serve", ["API-101"], .global, "Serve"),
    // Several ids.
    Example("OPS-001/002: Both", ["OPS-001", "OPS-002"], .global, "Both"),
    // At the end.
    Example("1. Update the guide (T1)", ["T1"], .short, "1. Update the guide"),
    Example("Find the switch (OPS-001)", ["OPS-001"], .global, "Find the switch"),
  ])
  func `ids and what follows them are read`(_ example: Example) throws {
    let found = try #require(read(example.text))
    #expect(found.ids.map(\.value.text) == example.ids)
    #expect(found.form == example.form)
    #expect(found.title.string == example.title)
    #expect(found.isSeparated == example.isSeparated)
  }

  @Test(arguments: [
    "", "Survey", "—", "(later)", "AC1: Opens", "AC-1: Opens", "FR12: Serve", "SHA-256: digests", "EPIC-3: Harbour",
    "WEEK-2: Dig", "v1.2 notes", "T005–T009: Later", "OPS-001..003: All", "{ID}: A template", "___",
    "2026-05-04: Kick-off",
    "Survey OPS-001", "Phase review", "Update (see above)", "Plan (T1 and more)",
  ])
  func `what names no unit of work declares none`(_ text: String) {
    #expect(read(text).map { $0.ids.map(\.value.text) } == nil)
  }

  @Test(
    arguments: [
      ("OPS-001: Survey ✅ COMPLETE", "Survey", .done), ("OPS-001: Survey (Not Started)", "Survey", .todo),
      ("✅ OPS-001: Survey", "Survey", .done), ("🔄 Task 3: Survey", "Survey", .doing),
      // What stands behind the title is the nearer statement.
      ("✅ OPS-001: Survey (Blocked)", "Survey", .blocked), ("OPS-001: Survey", "Survey", nil),
      ("OPS-001: Survey (the pier)", "Survey (the pier)", nil),
    ] as [(String, String, TaskState?)])
  func `a state may stand before or behind`(_ text: String, _ title: String, _ state: TaskState?) throws {
    let found = try #require(read(text))
    #expect(found.title.string == title)
    #expect(found.status?.state == state)
  }

  @Test func `an estimate may stand in brackets`() throws {
    let found = try #require(read("**S1. Name** (5 pts, *owner*)"))
    #expect(found.title.string == "Name")
    #expect(found.estimate?.value == "5 pts, *owner*")
    #expect(
      read("OPS-001 (2 SP) - Rent tables").map { [$0.title.string, $0.estimate?.value] } == ["Rent tables", "2 SP"])
  }

  @Test func `its parts stand where they stand`() throws {
    let text = Array("- **OPS-001/002**: Öl (3 d)".utf8)
    let found = try #require(DeclarationScanner(.standard).declaration(in: Bytes(text)[2...]))
    #expect(found.ids.map { Bytes(text).at($0.range).string } == ["OPS-001", "002"])
    #expect(Bytes(text)[found.label.indices].string == "OPS-001/002")
    #expect(Bytes(text)[found.title.indices].string == "Öl")
  }
}
