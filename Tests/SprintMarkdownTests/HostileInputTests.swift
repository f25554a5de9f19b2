import SprintMarkdown
import SprintSource
import SprintTesting
import Testing

struct HostileInputTests {
  @Test(arguments: ["> ", ">", "- ", "1. ", "* > "])
  func `containers 5,000 deep are read`(_ marker: String) {
    let text = String(repeating: marker, count: 5_000) + "x\n"
    #expect(!Shape.lines(text).isEmpty)
  }

  @Test(arguments: [
    String(repeating: "| ", count: 20_000), String(repeating: "`", count: 20_000),
    String(repeating: "` ", count: 20_000),
    String(repeating: "[", count: 20_000), String(repeating: "**a", count: 20_000),
    String(repeating: "\\|", count: 20_000),
    String(repeating: "<!-- ", count: 20_000), String(repeating: "# ", count: 20_000),
    String(repeating: "\r", count: 20_000),
    String(repeating: "- [ ] ", count: 5_000), String(repeating: "[a](", count: 20_000),
    String(repeating: "---\n", count: 20_000),
    String(repeating: "a\n", count: 20_000), String(repeating: "> a\n\n", count: 5_000),
    "| a |\n|---|\n" + String(repeating: "| `|` |\n", count: 5_000),
    "---\n" + String(repeating: "a: b\n", count: 20_000),
  ])
  func `long runs are read`(_ text: String) {
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    for block in MarkdownDocument(file).blocks { #expect(Ranges.violations(in: block, file) == []) }
  }

  @Test(arguments: 1...300)
  func `random bytes are read`(_ seed: Int) {
    var random = SeededGenerator(seed)
    let alphabet = Array("|-`\\>#* []x\n\n\r\t<!a1:~_=+.)(".utf8) + [0x00, 0xC3, 0xA9, 0xFF, 0xEF, 0xBB, 0xBF]
    let bytes = (0..<random.number(0...400)).map { _ in random.one(of: alphabet) }
    let file = SourceFile(path: "a.md", bytes: bytes)
    for block in MarkdownDocument(file).blocks { #expect(Ranges.violations(in: block, file) == []) }
  }
}
