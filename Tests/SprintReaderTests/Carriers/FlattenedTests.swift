import SprintReader
import SprintSource
import Testing

extension Carriers {
  struct FlattenedTests {
    private func mend(_ text: String) -> (damage: Damage?, mended: String) {
      let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
      guard let damage = Carrier.flattened.examine(file) else { return (nil, text) }
      return (damage, Bytes(file.repaired(.flattened, by: damage.edits).text).string)
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
      let (damage, mended) = mend(Bytes(damaged).string)
      #expect(damage?.isCertain == true)
      #expect(lines(mended) == lines(Bytes(meant).string))
    }

    /// How line breaks get lost: each becomes a blank, or each run of white space does.
    enum Loss: CaseIterable {
      case eachBreak
      case runs

      func flatten(_ text: String) -> String {
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
        guard self == .runs else { return line }
        return line.split(separator: " ").joined(separator: " ")
      }
    }

    @Test(arguments: FlatSamples.all, Loss.allCases)
    func `what is flattened is found again`(_ sample: FlatSamples.Sample, _ loss: Loss) {
      let (damage, mended) = mend(loss.flatten(sample.text))
      #expect(damage?.isCertain == true)
      // Where runs of blanks are lost, so are indents.
      let kept: (String) -> String = { loss == .runs ? $0.split(separator: " ").joined(separator: " ") : $0 }
      #expect(lines(mended).map(kept) == lines(sample.text).map(kept))
      #expect(mend(mended).damage == nil)
      #expect(mend(sample.text).damage == nil)
    }

    @Test(arguments: [
      "", "\n", "# ", "#", "| --- | --- |", "- - - -", "---", "--- a: b",
      // Prose that speaks of marks.
      """
      A tracker has sections: write # for the title and ## for each of them, then a table, whose cells a pipe | parts; \
      the row below the header is made of dashes and pipes, as in | --- | --- |, and each task - or story - has a row.
      """,
      "Use `## Topic & Scope - a ## Delivery Tracker | a | b | | --- | --- | | 1 | 2 | ## Execution Log` to begin with.",
      // Long rows, bullets and headings of a tracker that is whole.
      """
      # Sprint 5 - A title that goes on for quite a while, as titles do that name the area, the phase and the wave | x

      ## Delivery Tracker
      | # | Task ID | Status | Notes |
      | --- | --- | --- | --- |
      | 1 | A-B-1 | TODO | see ## below, then # 4 - and | # | of the other table, which has | --- | --- | \
      | 2 | A-B-2 | TODO | --- | --- | --- | ## Done - not yet |

      - A bullet - with dashes - and issue # 4, ## 5 and a > b; 1. one 2. two **Note:** and Status: none.
      """,
      // A sample of a flattened tracker in a code block.
      "# How to\n```\n# A ## Topic & Scope - a ## Tasks | a | b | | --- | --- | | 1 | 2 | ## Notes - c\n```\n",
      "# How to\n\n    # A ## Topic & Scope - a ## Tasks | a | b | | --- | --- | | 1 | 2 | ## Notes - c\n",
    ])
    func `other text is left alone`(_ text: String) {
      #expect(mend(text).damage == nil)
    }

    @Test func `a table without a section around it is not enough`() {
      #expect(mend("| a | b | | --- | --- | | 1 | 2 | | 3 | 4 | and so on, ## no heading").damage == nil)
    }

    @Test func `sections without a table are reported, and mended where their names are known`() {
      let known = "# Plan ## Scope - One. - Two. ## Risks - None. ## Notes - Fine."
      #expect(mend(known).damage?.isCertain == true)
      #expect(mend(known).damage?.evidence == "1 line holds 4 headings and 4 list items")
      let unknown = "# Plan ## Barges - One. - Two. ## Locks - None. ## Weirs - Fine."
      #expect(mend(unknown).damage?.isCertain == false)
    }

    @Test func `the caret stands under the first heading in the line`() {
      let text = "# Plan ## Tasks | a | b | | --- | --- | | 1 | 2 |"
      let damage = mend(text).damage
      #expect(damage?.range == ByteRange(7, 15))
      #expect(damage?.evidence == "1 line holds 2 headings and 1 table row")
    }

    @Test func `only the damaged line of a file is mended`() {
      let text = "# Plan\n\nSome words.\n\n## Tasks | a | b | | --- | --- | | 1 | 2 | ## Notes - Fine.\nThe end.\n"
      #expect(
        mend(text).mended
          == "# Plan\n\nSome words.\n\n## Tasks\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## Notes\n- Fine.\nThe end.\n")
    }

    @Test func `nothing is lost, whatever the text`() {
      let pieces = [
        "# Plan", "## Tasks", "### A-1 - x", "| a | b |", "| --- | --- |", "| 1 | 2 |", "|", "--- | ---", "A-B-1 | x",
        "`",
        "```sh", "```", "- x.", "- [ ] y", "**B:** z", "> q", "1. N", "---", "[A] b", "Status: c", "\\|", "<!--", "-->",
        "",
        "é", "\0", "\t", "a: b", "\"",
      ]
      for seed in UInt8.min...UInt8.max {
        let choices = RandomBytes.make(count: 60, seed: seed, from: (0..<29).map { UInt8($0) })
        let text = choices.map { pieces[Int($0)] }.joined(separator: " ")
        let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
        guard let damage = Carrier.flattened.examine(file) else { continue }
        let breaks = Set(["\n", "\n\n"].map { Array($0.utf8) })
        #expect(damage.edits.allSatisfy { file.slice($0.range).string == " " && breaks.contains($0.replacement) })
        #expect(Set(damage.edits.map(\.range)).count == damage.edits.count)
        // Each edit is applied: none overlaps another.
        let grown = damage.edits.reduce(0) { $0 + $1.replacement.count - 1 }
        #expect(file.repaired(.flattened, by: damage.edits).text.count == file.text.count + grown)
      }
    }

    @Test func `random bytes do no harm`() {
      for seed in UInt8(0)...63 {
        let alphabet = Array("#|-> `*:[]<!.1A\n".utf8)
        let file = SourceFile(path: "a.md", bytes: RandomBytes.make(count: 3_000, seed: seed, from: alphabet))
        let mended = Carrier.mend(file).file
        #expect(mended.text.count >= file.text.count)
        _ = Carrier.mend(SourceFile(path: "a.md", bytes: RandomBytes.make(count: 3_000, seed: seed)))
      }
    }

    @Test(arguments: [
      "# Plan ## Tasks | a | b | | --- | --- | ", "| 1 | 2 | ", "`a | b ", "## A ", "- a. ", "--- | --- | ", "| | | ",
      "#",
      "`` ` ", "<!-- ", "A-1-1 | ", "**a:** ", "     ", "1. A ", "--- a: b ", "|", "```sh ", "x - y ", "** ",
    ])
    func `a long line is read`(_ piece: String) {
      let head = "# Plan ## Tasks | a | b | | --- | --- | | 1 | 2 | ## Notes "
      let bytes = Array(head.utf8) + Array(repeatElement(Array(piece.utf8), count: 100_000 / piece.utf8.count).joined())
      let damage = Carrier.flattened.examine(SourceFile(path: "a.md", bytes: bytes))
      #expect((damage?.edits ?? []).allSatisfy { $0.range.upper <= bytes.count })
    }
  }
}
