import SprintFormatter
import SprintSource
import Testing

struct HostileFormatTests {
  /// The text of a file as it is afterwards; nil where something is wrong.
  private func formatted(_ bytes: [UInt8]) -> [UInt8]? {
    switch Formatted.file(bytes).result {
    case .changed(let after): Formatted.file(after).result == .unchanged ? after : nil
    case .unchanged: bytes
    case .damaged, .tooLarge, .refused: nil
    }
  }

  @Test(
    arguments: [
      ([0x23, 0x20, 0x00, 0x61, 0x20, 0x0A, 0x62], [0x23, 0x20, 0x00, 0x61, 0x0A, 0x0A, 0x62, 0x0A]),
      ([0x7C, 0xFF, 0x7C, 0x0A, 0x7C, 0x2D, 0x7C, 0x0A], Array("| ".utf8) + [0xFF] + Array(" |\n| --- |\n".utf8)),
      ([0xC3, 0x20, 0x0A, 0xE2, 0x82, 0x0A], [0xC3, 0x0A, 0xE2, 0x82, 0x0A]),
      (
        [0xEF, 0xBB, 0xBF, 0x23, 0x20, 0x61, 0x0A, 0x62, 0x0A],
        [0xEF, 0xBB, 0xBF, 0x23, 0x20, 0x61, 0x0A, 0x0A, 0x62, 0x0A]
      ),
    ] as [([UInt8], [UInt8])])
  func `bytes that are no text are kept`(before: [UInt8], after: [UInt8]) {
    #expect(formatted(before) == after)
  }

  @Test(arguments: [
    "\t|A|B|\n\t|-|-|\n", "-\ta\n\n\t|A|B|\n\t|-|-|\n", "- - |A|B|\n    |-|-|\n    |1|2|\n", "> - |A|\n>   |-|\n",
    "<table>\n<tr><td>|a|b|</td></tr>\n\n</table>\n", "<details>\n\n|A|B|\n|-|-|\n|1|2|\n\n</details>\n",
    "|A|B|\n|-|-|\n|\\|\\\\||x|\n", "|a\\\\|b|\n|-|-|\n|`\\|`|\\|\n", "* a\n\n      code\n* b\n\n\n  c \n",
    "a\\\n\nb\\ \n\\\n", "1. * + a\n", "*\n*\n+\n", "[a]: b\n|A|\n|-|\n", "***bold*** \n* * *\n",
    "|A|\n|-|\n<!-- x -->\n|1|\n",
    "\u{202E}|A|B|\n|-|-|\n|\u{202E}abc\u{202C}|\u{200F}x|\n", "a\u{A0}\nb\u{2003}\n",
    "$$\na\n$$\n[^1]: note\n\n    more\n",
    "\u{FEFF}---\na: b\n---\n# H\n", "---\na: b\n---", "\n\n---\na: b\n---\n", "-\n  a\n-\n  b\n", "- a\n -\n - b\n",
    "+ ***\n+ ___\n",
    "* a\n\n<!-- -->\n\n* b\n", "# \n#\na\n", "|\n|-|\n", "||\n|-|\n||\n", "|A|B\n|-|-\n|1|2\\\n|3|4\n",
  ])
  func `the odd and the deep are kept`(text: String) {
    for end in ["\n", "\r\n"] {
      let bytes = Array(text.replacing("\n", with: end).utf8)
      #expect(formatted(bytes) != nil, "\(Formatted.file(bytes).result)")
    }
  }

  @Test func `a table of ten thousand rows is laid out`() {
    let header = "| # | Task ID | Status | Owners |\n"
    let rows = (1...10_000).map { "|\($0)|APP-10-\($0)|done|Ada|\n" }.joined()
    let after = (1...10_000).map { "| \($0) | APP-10-\($0) | DONE | Ada |\n" }.joined()
    #expect(
      Formatted.text("## Tasks\n\(header)|-|-|-|-|\n\(rows)")
        == "## Tasks\n\n\(header)| --- | --- | --- | --- |\n\(after)")
  }

  @Test func `many lists, quotes and blank lines are laid out`() {
    let deep = (0..<100).map { String(repeating: "  ", count: $0) + "* a\n" }.joined()
    let wide = String(repeating: "* a\n\n\n\n# H\n> b\n", count: 1_000)
    for text in [
      deep, wide, String(repeating: "> ", count: 99) + "* a\n", String(repeating: "\n", count: 20_000) + "a",
    ] {
      #expect(formatted(Array(text.utf8)) != nil)
    }
  }
}
