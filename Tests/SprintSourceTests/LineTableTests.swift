import SprintSource
import SprintTesting
import Testing

struct LineTableTests {
  @Test(arguments: [
    ("", ["0..<0"]),
    ("a", ["0..<1"]),
    ("a\n", ["0..<2"]),
    ("a\nbc", ["0..<2", "2..<4"]),
    ("a\nbc\n", ["0..<2", "2..<5"]),
    ("a\r\nb\r\n", ["0..<3", "3..<6"]),
    ("a\rb", ["0..<2", "2..<3"]),
    ("a\r", ["0..<2"]),
    ("\n", ["0..<1"]),
    ("\n\n", ["0..<1", "1..<2"]),
    // A lone CR, then CR LF; LF CR is two line ends.
    ("\r\r\n", ["0..<1", "1..<3"]),
    ("a\n\rb", ["0..<2", "2..<3", "3..<4"]),
    // Bytes, not characters.
    ("é\n🚀", ["0..<3", "3..<7"]),
  ])
  func `a line ends at LF, CR LF or a lone CR`(_ text: String, _ lines: [String]) {
    let table = LineTable(Array(text.utf8))
    #expect(table.lineCount == lines.count)
    #expect((1...lines.count).map { table.range(ofLine: $0)?.description } == lines)
  }

  @Test func `there is no line before the first nor after the last`() {
    let table = LineTable(Array("a\nb".utf8))
    #expect(table.range(ofLine: 0) == nil)
    #expect(table.range(ofLine: -1) == nil)
    #expect(table.range(ofLine: 3) == nil)
  }

  @Test func `an offset past the end lies on the last line`() {
    #expect(LineTable(Array("a\nb\n".utf8)).line(at: 4) == 2)
    #expect(LineTable(Array("a\nb\n".utf8)).line(at: 400) == 2)
    #expect(LineTable([]).line(at: 0) == 1)
  }

  @Test(arguments: 1...200)
  func `lines follow each other without gaps and every byte lies on its own`(_ seed: Int) throws {
    var random = SeededGenerator(seed)
    let text = (0..<random.number(0...60)).map { _ in random.one(of: [0x0A, 0x0D, 0x61, 0xC3] as [UInt8]) }
    let table = LineTable(text)
    var end = 0
    for line in 1...table.lineCount {
      let range = try #require(table.range(ofLine: line))
      #expect(range.lower == end)
      #expect((range.lower..<range.upper).allSatisfy { table.line(at: $0) == line })
      end = range.upper
    }
    #expect(end == text.count)
  }
}
