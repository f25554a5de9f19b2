import SprintTesting
import Testing

/// Runs of lines that may begin, go on with or end any block: of those that look the same the parser sees only some.
struct LineNoiseTests {
  @Test func `blocks are those of the whole text`() {
    for seed in 1...2_000 {
      let text = Array(Self.text(seed).utf8)
      if Shape.dump(text) != Shape.dump(text, isWhole: true) {
        Issue.record("\(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }

  private static let leads = [
    "", "", "", "  ", "    ", "      ", "- ", "* ", "+ ", "1. ", "2. ", "1) ", "0. ", "> ", ">", "> - ", "- - ", "  - ",
    "   - ", "     - ", "\t", "\t- ", "# ", "## ", "- # ", "> 1. ", "1. > ", "-   ", "-     ", "10. ", "| ", "|",
    "- | ", "> | ",
  ]
  private static let rests = [
    "a", "b", "word", "a | b", "a | b |", "|a|", "|-|", "|---|---|", "---", "===", "--", "=", "", "", "1", "2026-01-02",
    "**b**", "*b", "`c`", "``c", "```", "~~~", "~", "<div>", "<!-- a", "a -->", "</div>", "<b>x", "[x] a", "[ ] b",
    "[a](b)", "_a_", "_ _", "* *", "-a", "+a", "1.a", "1.", "-", "\\a", "é", "\u{B}a", "&amp;", "a>b", ": a", ":-:",
    ":-: | :-:", "- | -",
  ]

  private static func text(_ seed: Int) -> String {
    var random = SeededGenerator(seed)
    var text = ""
    for _ in 0..<random.number(1...7) {
      let line = random.one(of: leads) + random.one(of: rests)
      let lead = random.one(of: leads)
      for _ in 0..<random.number(1...5) {
        text += random.number(1...6) == 1 ? lead + random.one(of: rests) : line
        text += random.number(1...30) == 1 ? "\r\n" : "\n"
      }
      if random.number(1...3) == 1 { text += "\n" }
    }
    return text
  }
}
