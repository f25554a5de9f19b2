import SprintReader
import SprintSource
import Testing

struct SprintMentionsTests {
  @Test(arguments: [
    ("Sprint 190.B", ["190.B"]), ("sprint 190", ["190"]), ("Sprints 120.A / 130.B", ["120.A", "130.B"]),
    ("Sprints 12, 13 & 14", ["12", "13", "14"]), ("Sprint 120.C - Policy.I", ["120.C"]),
    ("SPRINT_0131_surface", ["0131_surface"]),
    ("`SPRINT_0131_surface.md`", ["0131_surface"]), ("Sprint 12 and Sprint 13.", ["12", "13"]),
    ("Sprint 0316_0001_0002", ["0316_0001_0002"]), ("see docs/SPRINT_506_ops and 190.B", ["506_ops"]),
    ("", []), ("this sprint", []), ("Sprint goals 2025", []), ("Sprinter 190", []), ("printSprint 5", []), ("506", []),
  ])
  func `sprints are named by their numbers`(_ text: String, _ numbers: [String]) {
    let bytes = Array(text.utf8)
    let found = SprintMentions.all(in: Bytes(bytes))
    #expect(found.map(\.number) == numbers)
    #expect(found.map { Bytes(bytes).at($0.range).string } == numbers)
  }

  @Test(arguments: [
    ("190.B", ["190.B"]), ("`190.B`", ["190.B"]), ("190.B, 120.A", ["190.B", "120.A"]),
    ("190.B / 120.A", ["190.B", "120.A"]),
    ("0131_scanner_surface", ["0131_scanner_surface"]), ("0131_surface.md", ["0131_surface"]),
    ("20260218_006", ["20260218_006"]),
    ("190.B and 0131_surface", ["190.B", "0131_surface"]), ("190.B must land first", ["190.B"]),
    // Only at the beginning, and only what is built so.
    ("after 190.B", []), ("version 190.B of it", []), ("190", []), ("190.2", []), ("24.5 h", []), ("190.BC", []),
    ("190.b", []),
    ("12_surface", []), ("190.B.C", []), ("(190.B)", []), ("", []),
  ])
  func `in a list a sprint is known by its bare name`(_ text: String, _ numbers: [String]) {
    let bytes = Array(text.utf8)
    let found = SprintMentions.names(in: Bytes(bytes), besides: [])
    #expect(found.map(\.number) == numbers)
    #expect(found.map { Bytes(bytes).at($0.range).string } == numbers)
  }

  @Test func `other entries of the list are passed over`() {
    let text = Array("OPS-1-001, 190.B and Sprint 12, 120.A".utf8)
    let taken = [ByteRange(0, 9), ByteRange(28, 30)]
    #expect(SprintMentions.names(in: Bytes(text), besides: taken).map(\.number) == ["190.B", "120.A"])
  }

  @Test(arguments: [
    ("Sprint 140.A", ["140.A"]), ("Upstream: Sprint 140.A (certificates) must land first.", ["140.A"]),
    ("Depends on Sprint 120.A and Sprint 130.B", ["120.A", "130.B"]), ("Sprint 140.A must land before this", ["140.A"]),
    ("Sprint 140.A unblocks the first wave", ["140.A"]), ("After Sprints 12 / 13", ["12", "13"]),
    // Beside, or after this one.
    ("Runs beside Sprint 311; both use the copper plates.", []), ("Can run in parallel with Sprint 311", []),
    ("Sprint 311 runs in parallel", []), ("Independent of Sprint 311", []),
    ("Concurrency: Sprint 311 touches the same files", []),
    ("Downstream: Sprint 500", []), ("Unblocks Sprint 500", []), ("Must land before Sprint 500", []),
    ("No dependency on Sprint 311", []), ("Does not depend on Sprint 311", []),
    // Each clause for itself; in a clause, what stands nearest before.
    ("Upstream: Sprint 140.A; downstream: Sprint 500", ["140.A"]),
    ("Runs beside Sprint 311. Depends on Sprint 140.A.", ["140.A"]),
    ("Depends on Sprint 140.A but may run in parallel with Sprint 311", ["140.A"]),
    ("In parallel with Sprint 311, after Sprint 140.A", ["140.A"]),
  ])
  func `a statement tells which sprints are waited for`(_ text: String, _ numbers: [String]) {
    #expect(SprintMentions.dependencies(in: Bytes(text)).map(\.number) == numbers)
  }

  @Test func `in a field for dependencies a sprint is one unless it is denied`() {
    let text = Array("Sprint 0 (does not need Sprint 1/2, as this work is independent of it)".utf8)
    #expect(SprintMentions.dependencies(in: Bytes(text), isField: true).map(\.number) == ["0"])
  }
}
