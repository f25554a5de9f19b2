@testable import SprintMarkdown
import SprintSource
import SprintTesting
import Testing

struct SkeletonTests {
  @Test(arguments: [
    ("| Task | State |\n| --- | --- |\n| A-1 | DONE |\n", "|x\n|-|\n|x\n"),
    ("| Task | State |\n| --- |\n| A-1 | DONE |\n", "|x|x|\n| --- |\n|x\n"),
    (" | Task | State\n  |:-:|---|\n", " |x\n  |-|\n"),
    ("| Task | State |\n| - | : |\n", "|x|x|\n| - | : |\n"),
    ("  Task ID | State\n--- | ---\n", "  x|x\n--- | ---\n"),
    ("| a\\|b | `c|d` |\n|-|\n", "|x|x|x|\n|-|\n"),
    ("| 1 | 2 |\n", "|x\n"),
    ("| : | - |\n", "| : | - |\n"),
    ("2026-01-02 or 1.5\n1. 2. 3\n- - -\n-- 1\n", "x\n1. 2. x\n- - -\nx\n"),
    ("- **a**\n* *b*\n+c\n-\n- [x] d\n-\u{B}e\n", "- x\n* x\nx\n-\n- x\n-\u{B}e\n"),
    ("## Delivery Tracker ##\r\nSome *words* here\r\n", "## x\nx\n"),
    ("> - [ ] A-1: *do* it\n  12) `word`\n", "> - x\n  12) x\n"),
    ("`a` ``b\n``c`` d\n~e\n", "x\n``c`` d\nx\n"),
    ("a\nb\nc\nd\n\ne\n  f\n  g\n  h\n", "x\nx\n\nx\n  x\n  x\n"),
    ("|a|\n|-|\n|b|\n|c|\n|d|\n|-|\n", "|x\n|-|\n|x\n|x\n|-|\n"),
    ("Title here\n===\n", "x\n===\n"),
    ("```swift\nlet a = b\n```\n", "```swift\nx\n```\n"),
    ("<!-- a\nword -->\nword\n", "<!-- a\nword -->\nx\n"),
    ("\u{FEFF}# Title\nword\n", "\u{FEFF}# Title\nx\n"),
    ("Größe\n— Ende", "x\nx\n"),
  ])
  func `only what blocks depend on is left`(_ text: String, _ skeleton: String) throws {
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    let found = try #require(Skeleton(file, fromLine: 1))
    #expect(String(decoding: found.text, as: UTF8.self) == skeleton)
  }

  @Test func `of many lines that are the same two are left`() throws {
    let file = SourceFile(
      path: "a.md", bytes: Array("# A\na\nb\nc\n|a|\n|-|\n|b|\n|c|\n|d|\n|e|\n- a\n- b\n- c\n# B\n# C\n# D\n".utf8))
    let found = try #require(Skeleton(file, fromLine: 1))
    #expect(found.lineNumbers == [1, 2, 4, 5, 6, 7, 10, 11, 13, 14, 15, 16])
  }

  /// Dashes that delimit nothing are text, and perhaps the header of those below.
  @Test(arguments: [
    "| a | b |\n    |---|---|\n|---|---|\n| c | d |\n",
    "    | a | b |\n  |:-:|-|\n|:-:|-|\n",
    "- para\n\n  | a | b |\n|---|---|\n  |---|---|\n",
    "  | x | b |\n      |:-:|-|\n|---|\n",
    "| a | b |\n|---|---|\n|---|---|\n| c | d |\n",
    "| a | b |\n|---|---|\n\n|---|---|\n| c | d |\n",
  ])
  func `dashes below dashes stay as they are`(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(Shape.dump(bytes) == Shape.dump(bytes, isWhole: true))
  }

  @Test func `a text that may define a link has none`() {
    let file = SourceFile(path: "a.md", bytes: Array("word\n\n[a]:\n| b |\n".utf8))
    #expect(Skeleton(file, fromLine: 1) == nil)
  }

  @Test func `blocks are those of the whole text`() async throws {
    var texts = (1...4_000).map { Array(GeneratedDocument.text($0).utf8) }
    texts += try await Specification.examples().map { Array($0.utf8) }
    texts += (1...20_000).map(Self.noise)
    for text in texts where Shape.dump(text) != Shape.dump(text, isWhole: true) {
      Issue.record("\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  /// Lines of what begins and ends blocks, and of what only looks so.
  private static func noise(_ seed: Int) -> [UInt8] {
    var random = SeededGenerator(seed)
    let pieces = [
      "| x | y |\n", "|---|---|\n", "|:-:|\n", "    |-|-|\n", "|", "|", "-", "---", "|---|", "x", "word", "é", "*",
      "word\n", "a\nb\nc\n", "| a |\n|b|c\n|d|\n", "- a\n- b\n", "2026", "+", ".", ")", "\u{B}", "\u{C}", "~", "  ",
      "-", "0",
      "**", "_", "`", "```", "~~~", ">", "> ", "#", "# ", "- ", "+ ", "1. ", "2) ", "    ", "\t", " ", " ", "\\",
      "\\|", "<!--", "-->", "<div>", "</div>", "<script>", "</script>", "<?", "?>", "<!A", "<![CDATA[", "]]>", "[a]",
      "[ ]", "(b)", "=", "===", ":", ":-:", "&amp;", "<a", "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\u{A0}", "：",
    ]
    return (0..<random.number(1...30)).flatMap { _ in Array(random.one(of: pieces).utf8) }
  }
}
