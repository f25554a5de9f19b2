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
    let found = SprintMentions.all(in: bytes[...])
    #expect(found.map(\.number) == numbers)
    #expect(found.map { bytes[...].at($0.range).string } == numbers)
  }
}
