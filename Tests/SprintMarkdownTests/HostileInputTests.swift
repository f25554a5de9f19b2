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
  func `long runs are read in no more than linear time`(_ text: String) {
    let clock = ContinuousClock()
    func time(_ text: String) -> Duration { clock.measure { _ = Shape.dump(Array(text.utf8)) } }
    // Four times the text may take four times the time; a bound of ten tells it from the square, which takes sixteen.
    let quarter = String(decoding: Array(text.utf8)[..<(text.utf8.count / 4)], as: UTF8.self)
    let small = min(time(quarter), time(quarter))
    #expect(time(text) < small * 10 + .milliseconds(200))
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
