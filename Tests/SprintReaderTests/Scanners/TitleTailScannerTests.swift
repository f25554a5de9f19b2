import SprintModel
import SprintReader
import SprintSource
import Testing

@testable import SprintReader

struct TitleTailScannerTests {
  private func tail(_ text: String) -> TitleTailScanner.Tail {
    TitleTailScanner(.standard).tail(of: Bytes(text))
  }

  @Test(
    arguments: [
      ("Dome", "Dome", nil, nil),
      ("Dome ✅ COMPLETE", "Dome", .done, nil), ("Dome ✅", "Dome", .done, nil),
      ("Dome 🔄 In Progress", "Dome", .doing, nil),
      ("Dome (Not Started)", "Dome", .todo, nil), ("Dome [DONE]", "Dome", .done, nil),
      ("Dome - DONE", "Dome", .done, nil),
      ("Dome — DONE (2026-01-05)", "Dome", .done, nil), ("Dome — **Done**", "Dome", .done, nil),
      ("**Dome** ✅ COMPLETE", "**Dome**", .done, nil),
      ("Dome (5 SP)", "Dome", nil, "5 SP"), ("Dome (3 d)", "Dome", nil, "3 d"),
      ("Dome (2-4 hours)", "Dome", nil, "2-4 hours"),
      ("Dome (~1 h)", "Dome", nil, "~1 h"), ("Dome (½ day)", "Dome", nil, "½ day"), ("Dome (8h)", "Dome", nil, "8h"),
      ("Dome (5 SP) ✅ COMPLETE", "Dome", .done, "5 SP"), ("Dome ✅ COMPLETE (5 SP)", "Dome", .done, "5 SP"),
      ("(2 SP) - Dome", "Dome", nil, "2 SP"), ("(2 SP) — Dome", "Dome", nil, "2 SP"),
      ("(½ SP): `dome`", "`dome`", nil, "½ SP"),
      // Emphasis that was opened before the title.
      ("Dome**", "Dome", nil, nil), ("Dome** ✅ COMPLETE", "Dome", .done, nil), ("Dome~~", "Dome", nil, nil),
      ("the **Dome**", "the **Dome**", nil, nil),
      // What only looks like one.
      ("Dome (two of them)", "Dome (two of them)", nil, nil), ("Dome (3 doors)", "Dome (3 doors)", nil, nil),
      ("Dome - done with care", "Dome - done with care", nil, nil), ("Get it done", "Get it done", nil, nil),
      ("Half-done", "Half-done", nil, nil), ("Dome (v2)", "Dome (v2)", nil, nil), ("", "", nil, nil),
    ] as [(String, String, TaskState?, String?)])
  func `states and estimates stand behind a title`(
    _ text: String, _ title: String, _ state: TaskState?, _ estimate: String?
  ) {
    let tail = tail(text)
    #expect(tail.title.string == title)
    #expect(tail.status?.state == state)
    #expect(tail.estimate?.value == estimate)
  }

  @Test(arguments: ["3 d", "0.5 days", "~2 h", "5 pts, *owner*", "2–3 days", "¾ h", "1 w", "13 points", "30min"])
  func `a number with a unit is an estimate`(_ text: String) {
    #expect(TitleTailScanner.isEstimate(Bytes(text)))
  }

  @Test(arguments: ["", "d", "days", "3", "3 doors", "three days", "— 3 d", "T1", "2026-01-05"])
  func `nothing else is one`(_ text: String) {
    #expect(!TitleTailScanner.isEstimate(Bytes(text)))
  }
}
