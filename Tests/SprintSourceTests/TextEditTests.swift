import SprintSource
import SprintTesting
import Testing

struct TextEditTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let edits: [TextEdit]
    let result: String
    var testDescription: String { "\(text.debugDescription) → \(result.debugDescription)" }

    init(_ text: String, _ edits: [(Int, Int, String)], _ result: String) {
      self.text = text
      self.edits = edits.map { TextEdit(ByteRange($0.0, $0.1), $0.2) }
      self.result = result
    }
  }

  @Test(arguments: [
    Example("", [], ""),
    Example("", [(0, 0, "new")], "new"),
    Example("abc", [], "abc"),
    Example("abc", [(1, 2, "")], "ac"),
    Example("abc", [(0, 3, "")], ""),
    Example("abc", [(0, 0, "x"), (3, 3, "y")], "xabcy"),
    Example("abc", [(1, 2, "longer")], "alongerc"),
    // In the order of their places, not of the list.
    Example("abc", [(2, 3, "z"), (0, 1, "x")], "xbz"),
    // Neighbours do not overlap, nor does an insertion at an edge.
    Example("abc", [(0, 1, "x"), (1, 2, "y")], "xyc"),
    Example("abc", [(1, 1, "+"), (1, 2, "y")], "a+yc"),
    Example("abc", [(0, 1, "x"), (1, 1, "+")], "x+bc"),
    Example("abc", [(1, 1, "1"), (1, 1, "2")], "a12bc"),
    // The later of two that overlap is left out, and what lies past the end.
    Example("abcd", [(0, 3, "x"), (2, 4, "y")], "xd"),
    Example("abc", [(2, 4, "x")], "abc"),
    Example("abc", [(4, 4, "x")], "abc"),
  ])
  func `edits are applied in the order of their places`(_ example: Example) {
    #expect(TextEdit.apply(example.edits, to: Array(example.text.utf8)).text == Array(example.result.utf8))
  }

  @Test(arguments: 1...200)
  func `what no edit touches keeps its bytes and leads back to its place`(_ seed: Int) {
    var random = SeededGenerator(seed)
    // Every byte of the text before is another, so that a place cannot be taken for another by chance.
    let before = (0..<random.number(1...100)).map { UInt8($0) }
    var edits: [TextEdit] = []
    var start = 0
    while start < before.count {
      let lower = random.number(start...before.count)
      let upper = random.number(lower...before.count)
      edits.append(TextEdit(ByteRange(lower, upper), [UInt8](repeating: 0xFF, count: random.number(0...3))))
      start = upper + random.number(1...9)
    }
    edits.shuffle(using: &random)
    let (after, map) = TextEdit.apply(edits, to: before)
    var kept: [UInt8] = []
    for (offset, byte) in after.enumerated() where byte != 0xFF {
      #expect(map.before(ByteRange(offset, offset + 1)) == ByteRange(Int(byte), Int(byte) + 1))
      kept.append(byte)
    }
    #expect(
      kept == before.filter { byte in !edits.contains { $0.range.contains(ByteRange(Int(byte), Int(byte) + 1)) } })
  }
}
