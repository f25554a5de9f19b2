import SprintSource
import Testing

struct ByteRangeTests {
  @Test func `an end before the start makes an empty range`() {
    #expect(ByteRange(5, 3) == ByteRange(5, 5))
    #expect(ByteRange(5, 3).isEmpty)
    #expect(ByteRange(-2, 3) == ByteRange(0, 3))
    #expect(ByteRange(2, 6).count == 4)
  }

  @Test func `a slice gives its place in the whole`() {
    #expect(Bytes("one two")[4..<7].range == ByteRange(4, 7))
  }

  @Test(arguments: [
    (ByteRange(2, 5), ByteRange(2, 5), true, true),
    (ByteRange(2, 5), ByteRange(3, 4), true, true),
    (ByteRange(2, 5), ByteRange(5, 5), true, false),
    (ByteRange(2, 5), ByteRange(4, 6), false, true),
    (ByteRange(2, 5), ByteRange(5, 6), false, false),
    (ByteRange(2, 5), ByteRange(0, 2), false, false),
  ])
  func `ranges contain and overlap`(_ one: ByteRange, _ other: ByteRange, _ contains: Bool, _ overlaps: Bool) {
    #expect(one.contains(other) == contains)
    #expect(one.overlaps(other) == overlaps)
    #expect(other.overlaps(one) == overlaps)
  }

  @Test func `a union covers what lies between too`() {
    #expect(ByteRange(2, 3).union(ByteRange(7, 9)) == ByteRange(2, 9))
    #expect(ByteRange(7, 9).union(ByteRange(2, 3)) == ByteRange(2, 9))
    #expect(ByteRange(2, 9).union(ByteRange(4, 5)) == ByteRange(2, 9))
  }

  @Test func `ranges are sorted by their starts, then by their ends`() {
    let sorted = [ByteRange(4, 5), ByteRange(2, 9), ByteRange(2, 3)].sorted()
    #expect(sorted == [ByteRange(2, 3), ByteRange(2, 9), ByteRange(4, 5)])
  }
}
