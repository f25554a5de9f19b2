import SprintRules
import Testing

struct NearestTests {
  @Test(arguments: [
    // Put in, left out, changed, changed places.
    ("done", "donee", 1), ("done", "doe", 1), ("done", "dome", 1), ("done", "dnoe", 1), ("blocked", "bolcekd", 2),
    ("in progress", "in-progres", 2), ("abc", "xyz", 3), ("aab", "baa", 2), ("abab", "baba", 2),
    // Bytes that end in the same six bits count as one kind, and differ all the same.
    ("a!", "aa", 1), ("0p", "pp", 1),
  ])
  func `texts are as far apart as edits lead from one to the other`(_ one: String, _ other: String, _ distance: Int) {
    for (text, candidate) in [(one, other), (other, one)] {
      #expect(Nearest.matches(for: text, among: [candidate], limit: distance) == [candidate])
      #expect(Nearest.matches(for: text, among: [candidate], limit: distance - 1) == [])
    }
  }

  @Test func `the nearest come first, and of those as near the first in the alphabet`() {
    #expect(
      Nearest.matches(for: "done", among: ["dine", "dons", "gone", "doing", "dune"]) == ["dine", "dons", "dune"])
    #expect(Nearest.matches(for: "blocked", among: ["locked", "blacked", "unblocked"], limit: 2).first == "blacked")
  }
}
