import SprintModel
import SprintReader
import SprintRules
import SprintSource
import SprintTesting
import Testing

struct UnknownStatusTests {
  private static func status(_ text: String) -> String { tracker("APP-10-001 | \(text) | None | App Guild | Build.") }

  @Test(arguments: [
    "DNOE (2025-11-02)", "Complete with open points", "95 %", "perhaps", "DONE 90%", "DONEish", "完成", "größer",
  ])
  func `a status that is none is found`(text: String) {
    #expect(
      findings("SM301", in: Self.status(text)) == [
        Finding("APP-10-001 has the status \"\(text)\", which is none", text)
      ])
  }

  @Test(arguments: [
    ("DNOE", "DONE"), ("BLOKED", "BLOCKED"), ("in progres", "IN PROGRESS"), ("to-od", "TO DO"), ("perhaps", nil),
  ])
  func `the nearest known status is named`(text: String, guess: String?) {
    let known = "known are TODO, DOING, REVIEW, BLOCKED, DONE or CANCELLED, with remarks in brackets"
    let hint = guess.map { "did you mean \($0)? " } ?? ""
    #expect(diagnostics("SM301", in: Self.status(text)).map(\.help) == [hint + known])
  }

  @Test func `a status in a row with several ids is one finding`() {
    #expect(
      findings("SM301", in: tracker("APP-10-001/002 | maybe | None | App Guild | Build."))
        == [Finding("APP-10-001/002 has the status \"maybe\", which is none", "maybe")])
  }

  @Test(arguments: [
    "TODO", "done", "DONE (2025-11-25)", "DONE 2025-11-25", "**DONE**", "**DONE (2025-11-25)**", "`DOING`",
    "DOING (fresh start approved; see below)", "**DOING** – half way", "DONE: shipped", "DONE, shipped",
    "DONE; shipped",
    "✅ Complete", "✅ DONE", "DONE ✅", "📋 Planned", "🔴 Blocking", "🔄 In Progress", "Not Started", "In Progress", "To Do",
    "to-do", "IN_REVIEW", "In review", "Active", "DRAFT", "✅ FIXED", "~~TODO~~ DONE", "Won't do", "[x]", "—", "-", "",
    "🟡",
    "Blocked by 2.1", "BLOCKED on the licence server", "Waiting for APP-10-002", "BLOCKED pending review",
    "BLOCKED until 2025-12-01", "DONE on 2025-11-25",
  ])
  func `a status with or without a remark is none`(text: String) {
    #expect(findings("SM301", in: Self.status(text)) == [])
  }

  // MARK: Words of a house

  private static func statuses(_ texts: String...) -> String {
    let rows = texts.enumerated().map { "| \($0 + 1) | APP-10-\(101 + $0) | \($1) | None | App Guild | Build. |\n" }
    return tracker() + rows.joined()
  }

  private static func outline(_ text: String) -> [String] {
    diagnostics("SM301", in: text).map { "\($0.severity.rawValue): \($0.message)" }
  }

  @Test func `a word that three rows have is reported once, as information`() {
    #expect(
      Self.outline(Self.statuses("Parked", "DONE", "DONE", "DONE", "DONE", "parked (May)", "**Parked**"))
        == [
          "information: APP-10-101 and 2 other rows have the status \"Parked\", which the vocabulary does not know"
        ])
    #expect(
      Self.outline(Self.statuses("Parked", "DONE", "DONE", "DONE", "DONE", "Parked"))
        == [
          "error: APP-10-101 has the status \"Parked\", which is none",
          "error: APP-10-106 has the status \"Parked\", which is none",
        ])
  }

  @Test func `the rows may stand in several files`() {
    let text = files([
      "SPRINT_10_a.md": Self.statuses("Parked", "DONE"),
      "SPRINT_11_b.md": Self.statuses("Parked", "Parked", "DONE", "DONE", "DONE").replacing("APP-10", with: "APP-11")
        .replacing("Sprint 10", with: "Sprint 11"),
    ])
    #expect(Self.outline(text).map { $0.prefix(22) } == ["information: APP-10-10", "information: APP-11-10"])
  }

  @Test func `a slip stays an error, however often it is made`() {
    let text = Self.statuses("DNOE", "DNOE", "DNOE", "DONE", "DONE", "DONE", "DONE")
    #expect(Self.outline(text) == (1...3).map { "error: APP-10-10\($0) has the status \"DNOE\", which is none" })
  }

  @Test func `a tracker that hardly has a known status has words of its own`() {
    #expect(
      Self.outline(Self.statuses("Parked", "Brewing", "Cooling", "DONE"))
        == ["101", "102", "103"].enumerated().map { place, number in
          "information: APP-10-\(number) has the status \"\(["Parked", "Brewing", "Cooling"][place])\", which the vocabulary does not know"
        })
  }

  @Test func `a sentence is no slip`() throws {
    let text = Self.statuses("Created, but not yet run on the build machine", "DONE", "DONE")
    #expect(Self.outline(text).map { $0.prefix(11) } == ["information"])
    #expect(try #require(diagnostics("SM301", in: text).first?.help).hasPrefix("begin with TODO"))
  }

  @Test func `a word that the configuration explains is known`() {
    var vocabulary = Vocabulary.standard
    vocabulary.states["parked"] = .todo
    let workspace = Documents.workspace(of: Self.statuses("Parked", "Parked", "Parked"))
    #expect(
      RuleEngine(vocabulary: .standard).check(workspace).contains { $0.help?.contains("vocabulary: states:") ?? false })
    #expect(StatusScanner(vocabulary).status(in: Bytes("Parked")).state == .todo)
  }

  // MARK: Fix

  @Test(arguments: [
    ("IN.PROGRESS", "IN PROGRESS", Fix.Applicability.safe), ("In.Progress (half way)", "IN PROGRESS (half way)", .safe),
    ("in -- progress", "IN PROGRESS", .safe), ("**not.started**", "**NOT STARTED**", .safe),
    ("DNOE (2025-11-02)", "DONE (2025-11-02)", .unsafe), ("BLOKED", "BLOCKED", .unsafe),
    ("to-od", "TO DO", .unsafe),
    ("`in progres`", "`IN PROGRESS`", .unsafe),
  ])
  func `the fix writes the status that was meant`(before: String, after: String, applicability: Fix.Applicability) {
    let text = Self.status(before)
    #expect(fixed("SM301", text) == Self.status(after))
    #expect(diagnostics("SM301", in: text).flatMap(\.fixes).map(\.applicability) == [applicability])
    #expect(findings("SM301", in: Self.status(after)) == [])
  }

  @Test(arguments: [
    "perhaps", "DONE 90%", "95 %", "Complete with open points", "DONEish", "完成", "DNOE, 2025-11-02",
    "DNE – later",
    "not done", "ok?",
  ])
  func `where the meaning is not plain there is no fix`(status: String) {
    #expect(diagnostics("SM301", in: Self.status(status)).map { $0.fixes.count } == [0])
  }
}
