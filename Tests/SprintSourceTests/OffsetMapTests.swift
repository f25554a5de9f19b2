import SprintSource
import Testing

struct OffsetMapTests {
  @Test func `an offset of the edited text leads back to the text before`() {
    let text = Array("```md\none two\n```\n".utf8)
    let file = SourceFile(path: "a.md", bytes: text).repaired(
      .outerFence, by: [TextEdit(ByteRange(0, 6), ""), TextEdit(ByteRange(14, 18), "")])
    #expect(file.text == Array("one two\n".utf8))
    #expect(file.onDisk(ByteRange(4, 7)) == ByteRange(10, 13))
    #expect(file.position(at: 4) == Position(line: 2, column: 5))
  }

  @Test func `what was put in leads back to what it replaced`() {
    let (text, map) = TextEdit.apply([TextEdit(ByteRange(1, 2), "XYZ")], to: Array("abc".utf8))
    #expect(text == Array("aXYZc".utf8))
    #expect(map.before(ByteRange(1, 4)) == ByteRange(1, 2))
    #expect(map.before(ByteRange(2, 3)) == ByteRange(1, 2))
    #expect(map.before(ByteRange(4, 5)) == ByteRange(2, 3))
    #expect(map.before(ByteRange(0, 5)) == ByteRange(0, 3))
  }

  @Test func `an edit that overlaps an earlier one is left out`() {
    let edits = [TextEdit(ByteRange(0, 2), "x"), TextEdit(ByteRange(1, 3), "y")]
    #expect(TextEdit.apply(edits, to: Array("abc".utf8)).text == Array("xc".utf8))
  }
}
