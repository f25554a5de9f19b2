import SprintSource
import Testing

@testable import SprintReader

struct MemoTests {
  /// Reads a text as where its letters stand.
  private static func letters(_ text: Bytes) -> [Int] { text.indices.filter { text[$0].isLetter } }

  @Test func `a text that stands at several places is read once, as if it stood at the beginning`() {
    let file = Array("DONE | DONE | done | DONE".utf8)
    var memo = Memo<[Int]>()
    var reads = 0
    func read(_ range: Range<Int>) -> [Int]? {
      memo.value(of: Bytes(file)[range]) {
        reads += 1
        return Self.letters($0)
      } _: {
        $0.map { $0 + range.lowerBound }
      }
    }
    #expect(read(0..<4) == [0, 1, 2, 3])
    #expect(read(7..<11) == [7, 8, 9, 10])
    #expect(reads == 1)
    #expect(read(14..<18) == [14, 15, 16, 17])
    #expect(reads == 2)
    #expect(read(21..<25) == [21, 22, 23, 24])
    #expect(reads == 2)
  }

  @Test func `a text keeps its value, however many others are read`() {
    var memo = Memo<String>()
    for round in 0..<3 {
      for number in 0..<5_000 {
        let text = "task \(number)"
        let value = memo.value(of: Bytes(text), readBy: \.string, \.self)
        #expect(value == text, "round \(round)")
      }
    }
  }

  @Test(arguments: [0, 1, 159, 160])
  func `a short text is kept`(_ length: Int) {
    var memo = Memo<Int>()
    let text = Bytes([UInt8](repeating: UInt8(ascii: "a"), count: length))
    #expect(memo.value(of: text, readBy: \.count, \.self) == length)
  }

  @Test func `a long text is not read`() {
    var memo = Memo<Int>()
    var isRead = false
    let text = Bytes([UInt8](repeating: UInt8(ascii: "a"), count: 161))
    let value = memo.value(of: text) { text in
      isRead = true
      return text.count
    } _: {
      $0
    }
    #expect(value == nil && !isRead)
  }
}
