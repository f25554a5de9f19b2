import SprintReader
import SprintSource
import Testing

extension Carriers {
  struct FlattenedTests {
    private func mend(_ text: String) -> (damage: Damage?, mended: String) {
      let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
      guard let damage = Carrier.flattened.examine(file) else { return (nil, text) }
      return (damage, file.repaired(.flattened, by: damage.edits).text[...].string)
    }

    /// The lines of a text without blank ones, nor blanks at their ends.
    private func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }.filter { !$0.isEmpty }
    }

    @Test(.enabled(if: Seeds.exist), arguments: [("000", "SPRINT_506"), ("002", "SPRINT_505")])
    func `real trackers read as they did before`(_ raw: String, _ restored: String) throws {
      let damaged = try #require(Seeds.raw(raw))
      let meant = try #require(Seeds.restored(restored))
      let (damage, mended) = mend(damaged[...].string)
      #expect(damage?.isCertain == true)
      print(damage?.evidence ?? "none")
      let (got, want) = (lines(mended), lines(meant[...].string))
      for (a, b) in zip(got, want) where a != b { print("GOT", a.prefix(300)); print("WANT", b.prefix(300)) }
      #expect(got == want)
    }
  }
}
