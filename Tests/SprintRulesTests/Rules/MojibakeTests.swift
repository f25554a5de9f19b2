import SprintRules
import SprintSource
import SprintTesting
import Testing

struct MojibakeTests {
  private static let message = "text of this file was decoded with the wrong character set"
  private static let whole = tracker("APP-10-001 | TODO | None | App Guild · Ops Guild | Build — and test.")
  private static let garbled = whole.replacing("·", with: "Â·").replacing("—", with: "â€”")

  @Test(arguments: [
    Case("CP1252", garbled, (message, "Â·")),
    Case("Mac Roman", whole.replacing("—", with: "‚Äî").replacing("·", with: "¬∑"), (message, "¬∑")),
  ])
  func `garbled text is found`(sample: Case) {
    #expect(findings("SM601", in: sample.text) == sample.findings)
  }

  @Test(arguments: [
    NearMiss("whole text", whole),
    NearMiss("letters with accents", whole + "\nÂge, château, Äpfel, São Paulo, 5 €.\n"),
    NearMiss("an example in code", whole + "\nWrite `Â·` for `â€”` never.\n"),
    NearMiss("other scripts", whole + "\nЗадача готова. 任务完成。 งานเสร็จแล้ว\n"),
  ])
  func `whole text is none`(miss: NearMiss) {
    #expect(findings("SM601", in: miss.text) == [])
  }

  @Test func `the fix puts the characters back`() throws {
    let fix = try #require(diagnostics("SM601", in: Self.garbled).first?.fixes.first)
    #expect(fix.applicability == .safe)
    #expect(fixed("SM601", Self.garbled) == Self.whole)
  }

  @Test func `findings of other rules lie where they are in the garbled file`() {
    let text = Self.garbled.replacing("TODO", with: "DNOE")
    #expect(findings("SM301", in: text).map(\.caret) == ["DNOE"])
    let row = text.replacing("Build", with: "Run `a | b`").replacing("| App Guild", with: "| Â· App Guild")
    #expect(fixed("SM101", row) == row.replacing("`a | b`", with: "`a \\| b`"))
  }
}
