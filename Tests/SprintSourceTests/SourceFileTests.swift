import SprintSource
import Testing

struct SourceFileTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let offset: Int
    let position: Position
    var testDescription: String { "\(text.debugDescription) at \(offset)" }

    init(_ text: String, _ offset: Int, line: Int, column: Int) {
      self.text = text
      self.offset = offset
      position = Position(line: line, column: column)
    }
  }

  @Test(arguments: [
    ("a.md", "", "a.md", "a"), ("docs/a.b.md", "docs/", "a.b.md", "a.b"), ("/a", "/", "a", "a"),
    ("./x/a", "./x/", "a", "a"),
  ])
  func `a path consists of a folder and a name`(_ path: String, _ folder: Substring, _ name: Substring, _ slug: String)
  {
    let file = SourceFile(path: path, bytes: [])
    #expect(file.folder == folder)
    #expect(file.name == name)
    #expect(file.slug == slug)
  }

  @Test(arguments: [
    Example("", 0, line: 1, column: 1),
    Example("abc", 0, line: 1, column: 1),
    Example("abc", 2, line: 1, column: 3),
    Example("abc", 3, line: 1, column: 4),
    Example("a\nbc", 3, line: 2, column: 2),
    // The end of a text that ends with a line end belongs to its last line.
    Example("a\n", 2, line: 1, column: 3),
    Example("a\r\nb", 3, line: 2, column: 1),
    Example("a\rb", 2, line: 2, column: 1),
    Example("\tx", 1, line: 1, column: 2),
    // Two bytes, three, four.
    Example("éx", 2, line: 1, column: 2),
    Example("—x", 3, line: 1, column: 2),
    Example("🚀x", 4, line: 1, column: 2),
    // One character for the reader, two scalars: a letter and its accent.
    Example("e\u{301}x", 3, line: 1, column: 3),
    // One character for the reader, three scalars: a woman, a joiner, a rocket.
    Example("👩\u{200D}🚀x", 11, line: 1, column: 4),
    Example("\u{FEFF}x", 3, line: 1, column: 2),
    Example("🚀\né🚀x", 11, line: 2, column: 3),
  ])
  func `columns count Unicode scalars`(_ example: Example) {
    let file = SourceFile(path: "a.md", bytes: Array(example.text.utf8))
    #expect(file.position(at: example.offset) == example.position)
  }

  @Test func `a byte that begins no scalar counts as one`() {
    let file = SourceFile(path: "a.md", bytes: [0xFF, 0xC3, 0x61, 0xE2, 0x80])
    #expect((0...5).map { file.position(at: $0).column } == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a range ends before its end`() {
    let file = SourceFile(path: "a.md", bytes: Array("é: ü\nab".utf8))
    let (start, end) = file.positions(of: ByteRange(4, 8))
    #expect(start == Position(line: 1, column: 4))
    #expect(end == Position(line: 2, column: 2))
  }

  @Test(arguments: [
    ("docs/implplan/SPRINT_506_ops.md", "SPRINT_506_ops.md", "SPRINT_506_ops"),
    ("SPRINT_1.2.md", "SPRINT_1.2.md", "SPRINT_1.2"),
    ("plan", "plan", "plan"),
    ("a.b/plan", "plan", "plan"),
  ])
  func `a file has a name and a slug`(_ path: String, _ name: String, _ slug: String) {
    let file = SourceFile(path: path, bytes: [])
    #expect(file.name == name)
    #expect(file.slug == slug)
  }

  @Test(arguments: [
    ("one\ntwo\n", 5, "two"), ("one\r\ntwo\r\n", 5, "two"), ("one\rtwo", 0, "one"), ("one", 3, "one"), ("", 0, ""),
    ("one\n\ntwo", 4, ""),
  ])
  func `a line is given without its end`(_ text: String, _ offset: Int, _ line: String) {
    #expect(SourceFile(path: "a.md", bytes: Array(text.utf8)).line(at: offset).string == line)
  }

  @Test func `after a repair positions and lines are those of the file on disk`() {
    // Two line breaks were lost; the second repair takes a word out.
    let file = SourceFile(path: "a.md", bytes: Array("# é ## two three".utf8))
      .repaired(.flattened, by: [TextEdit(ByteRange(4, 5), "\n\n")])
      .repaired(.mojibake, by: [TextEdit(ByteRange(8, 12), "")])
    #expect(file.text == Array("# é\n\n## three".utf8))
    #expect(file.lines.lineCount == 3)
    #expect(file.slice(ByteRange(9, 14)).string == "three")
    #expect(file.onDisk(ByteRange(9, 14)) == ByteRange(12, 17))
    #expect(file.positions(of: ByteRange(9, 14)).start == Position(line: 1, column: 12))
    #expect(file.line(at: 9).string == "# é ## two three")
    #expect(file.repairs.map(\.kind) == [.flattened, .mojibake])
  }
}
