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
    ("DNOE", "DONE"), ("BLOKED", "BLOCKED"), ("in progres", "IN PROGRESS"), ("to-od", nil), ("perhaps", nil),
  ])
  func `the nearest known status is named`(text: String, guess: String?) {
    let known = "known are TODO, DOING, REVIEW, BLOCKED, DONE and CANCELLED, with remarks in brackets"
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

  // MARK: Fix

  @Test(arguments: [
    ("IN.PROGRESS", "IN PROGRESS", Fix.Applicability.safe), ("In/Progress (half way)", "IN PROGRESS (half way)", .safe),
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
