import SprintModel
import SprintReader
import SprintSource
import Testing

struct ClaimScannerTests {
  private func claims(_ text: String, in section: SectionKind = .decisions) -> [String] {
    let bytes = Array(text.utf8)
    return ClaimScanner(.standard).claims(in: Bytes(bytes), of: section).map { claim in
      #expect(Bytes(bytes).at(claim.phrase.range).string == claim.phrase.value)
      return "\(claim.subjects.map(\.text.value).joined(separator: " ")) \(claim.state.rawValue): \(claim.phrase.value)"
    }
  }

  @Test(arguments: [
    ("A-1-001 is blocked.", "A-1-001 blocked: is blocked"),
    ("A-1-001 remains blocked awaiting keys", "A-1-001 blocked: remains blocked"),
    ("**A-1-001** and `A-1-002` are still blocked by keys.", "A-1-001 A-1-002 blocked: are still blocked"),
    ("Tasks A-1-001/-002 stay BLOCKED, as keys are late.", "A-1-001 002 blocked: stay BLOCKED"),
    ("Keys are late; release tasks (A-1-001, A-1-002) remain blocked.", "A-1-001 A-1-002 blocked: remain blocked"),
    ("The keys came. A-1-001 is done.", "A-1-001 done: is done"),
    ("A-1-001 completed", "A-1-001 done: completed"),
    ("A-1-001 is complete (2025-11-24).", "A-1-001 done: is complete"),
    ("Note: A-1-001 is in progress.", "A-1-001 doing: is in progress"),
    ("A-1-001 still TODO.", "A-1-001 todo: still TODO"),
    ("A-1-001 is not started", ""),
    ("A-1-001 is to do", "A-1-001 todo: is to do"),
  ])
  func `a plain statement is a claim`(text: String, claim: String) {
    #expect(claims(text) == (claim.isEmpty ? [] : [claim]))
  }

  @Test(arguments: [
    "", "Nothing is blocked.", "A1 is blocked.", "002 is blocked.", "A-1-001", "A-1-001 blocked",
    "A-1-001 blocks A-1-002.",
    "A-1-001 is not blocked.", "A-1-001 is no longer blocked.", "A-1-001 isn't blocked.", "Is A-1-001 blocked?",
    "A-1-001 is blocked?",
    "A-1-001 was blocked.", "A-1-001 will be done.", "A-1-001 may be done.", "A-1-001 is done when it ships.",
    "If A-1-001 is done, ship.", "Once A-1-001 is done, ship.", "Until A-1-001 is done, wait.",
    "Unblock A-1-001 by landing keys.",
    "A-1-001 is done except tests.", "A-1-001 is done for now.", "A-1-001 is half done.", "A-1-001 is blocked or done.",
    "Users of A-1-001 are blocked.", "Teams behind other tasks (A-1-001) are blocked.", "Work (A-1-001) is blocked.",
    "Everything after A-1-001 is done.", "Waits for A-1-001, A-1-002 is blocked.", "2025-11-20: A-1-001 is blocked.",
    "A-1-001 (see A-1-002) is blocked.", "A-1-001 is blocked ~~by keys~~.",
  ])
  func `anything else is none`(text: String) {
    #expect(claims(text) == [])
  }

  @Test(arguments: ["A-1-001 is done. ", "A-1-001 ", "A-1-001 is done ", "x A-1-001, ", "A-1-001/", "tasks (A-1-001) "])
  func `a long statement is read`(piece: String) {
    let bytes = Array(String(repeating: piece, count: 8_000).utf8)
    for claim in ClaimScanner(.standard).claims(in: Bytes(bytes), of: .decisions) {
      #expect(Bytes(bytes).at(claim.phrase.range).string == claim.phrase.value)
    }
  }

  @Test(arguments: [
    "2026-12-15: A-1-001 done, demo to the customer.", "[ ] A-1-001 is done", "A-1-001 done",
    "2026-12-15 – A-1-001 is done",
  ])
  func `among the next checkpoints, what has yet to come is no claim`(_ text: String) {
    #expect(claims(text, in: .checkpoints) == [])
  }

  @Test func `among the next checkpoints, what is so is a claim`() {
    #expect(claims("A-1-001 is still blocked", in: .checkpoints) == ["A-1-001 blocked: is still blocked"])
  }

  @Test(arguments: ["All but A-1-001 are done", "Resolved: A-1-001 is blocked by the vendor"])
  func `what is about others, or over, is no claim`(_ text: String) {
    #expect(claims(text) == [])
  }
}
