import SprintSource
import Testing

struct ScalarCountsTests {
  private static let pieces = ["a", "é", "✅", "👩", "\u{0}", "|"]

  @Test(arguments: [1, 10, 300, 5_000, 20_000]) func `columns of long lines are those that counting gives`(count: Int) {
    var bytes: [UInt8] = Array("first\n".utf8)
    var expected = [Int: Int]()
    for number in 0..<count {
      expected[bytes.count] = number + 1
      bytes += Array(Self.pieces[(number * 7 + number / 5) % Self.pieces.count].utf8)
    }
    bytes += Array("\nlast\n".utf8)
    let file = SourceFile(path: "a.md", bytes: bytes)
    let wrong = expected.filter { file.position(onDisk: $0.key) != Position(line: 2, column: $0.value) }
    #expect(wrong.isEmpty)
    #expect(file.position(onDisk: bytes.count - 3) == Position(line: 3, column: 3))
  }

  @Test func `a byte that is no text counts as one scalar`() {
    let bytes = [UInt8](repeating: 0xFF, count: 6_000) + [0xC3]
    let file = SourceFile(path: "a.md", bytes: bytes)
    #expect(file.position(onDisk: 6_000).column == 6_001)
    #expect(file.position(onDisk: 777).column == 778)
  }
}
