import SprintReader
import SprintSource
import Testing

extension Carriers {
  struct MojibakeTests {
    private func mend(_ text: String) -> (damage: Damage?, mended: String) {
      let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
      guard let damage = Carrier.mojibake.examine(file) else { return (nil, text) }
      return (damage, Bytes(file.repaired(.mojibake, by: damage.edits).text).string)
    }

    @Test(arguments: [
      ("â€” a dash", "— a dash"),
      ("CI Â· Ops Â· QA", "CI · Ops · QA"),
      ("â€œquotedâ€\u{9D} and itâ€™s", "“quoted” and it’s"),
      ("RÃ©sumÃ© and cafÃ©", "Résumé and café"),
      ("dev â†’ prod âœ… ðŸš€", "dev → prod ✅ 🚀"),
      ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
      // Latin-1, as decoders write it that know nothing of Windows.
      ("a \u{E2}\u{80}\u{94} b", "a — b"),
      // Mac Roman.
      ("CI‚ÄëCD ‚Äî dev ‚Üí prod", "CI‑CD — dev → prod"),
      ("¬ß 4, r√©sum√©", "§ 4, résumé"),
      ("\u{F8FF}üöÄ shipped", "🚀 shipped"),
      // Windows-874.
      ("CI ยท Ops, ยง 4", "CI · Ops, § 4"),
      ("เธ\u{87}เธฒเธ\u{99}", "งาน"),
      // Twice through the mill.
      ("a Ã¢â‚¬â€\u{9D} b", "a — b"),
    ])
    func `a file that round-trips as a whole is mended`(_ garbled: String, _ meant: String) {
      let (damage, mended) = mend(garbled)
      #expect(mended == meant)
      #expect(damage?.isCertain == true)
      #expect(mend(mended).damage == nil)
    }

    @Test(arguments: [
      "", "plain", "\0\0", "café", "“quoted” — and it’s fine · §4 … 5 × 3 ≥ 2", "✅ 🚀 dev → prod",
      "งาน วางแผน และ ทดสอบ", "แผน", "รถ รถ ยก ยก ลง วน", "план и задачи", "计划 任务", "Spaß „Ä“ naïve",
      "l’été, d’état, “élan”, —été", "MAÇÃO “AMANHÃ” ", "\u{FEFF}# Plan", "¬p √2 ≈ 1.41 ∆t", "Å–B, É…",
      // People who write about the damage quote it as code.
      "The export shows `â€”` for a dash and `Â·` for a dot.",
      "# Encodings\n\n```js\nconsole.log(latin1)\n// Prints: Ã©tÃ© â€”\n```\n",
    ])
    func `other text is left alone`(_ text: String) {
      #expect(mend(text).damage == nil)
    }

    @Test func `in a mixed file only what is proved is mended`() {
      let (damage, mended) = mend("a — b, then Ã©tÃ© â€” and “more”, `â€”`")
      #expect(mended == "a — b, then été — and “more”, `â€”`")
      #expect(damage?.isCertain == false)
      #expect(damage?.edits.count == 3)
    }

    @Test func `the caret stands under the first garbled run`() {
      let damage = mend("dev â†’ prod").damage
      #expect(damage?.range == ByteRange(4, 12))
      #expect(
        damage?.evidence
          == "encoded as Windows-1252, the one run of characters outside ASCII is UTF-8, such as “â†’” for “→”")
    }

    @Test func `invalid bytes are no mojibake`() {
      for seed in UInt8(0)...63 {
        let bytes = RandomBytes.make(count: 2_000, seed: seed)
        let file = SourceFile(path: "a.md", bytes: bytes)
        #expect(Carrier.mojibake.examine(file)?.isCertain != true)
      }
    }

    @Test(.enabled(if: Seeds.exist)) func `a real document garbled by Mac Roman`() throws {
      let file = SourceFile(path: "a.md", bytes: try #require(Seeds.raw("003")))
      let damage = try #require(Carrier.mojibake.examine(file))
      #expect(damage.isCertain)
      let mended = Bytes(file.repaired(.mojibake, by: damage.edits).text).string
      #expect(Set(mended.unicodeScalars.filter { !$0.isASCII }).contains("→"))
      #expect(!mended.unicodeScalars.contains("‚"))
    }
  }
}
