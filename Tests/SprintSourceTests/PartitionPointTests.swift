import SprintSource
import Testing

struct PartitionPointTests {
  @Test func `the first part ends where a walk would end it`() {
    for count in 0...9 {
      let numbers = Array(0..<count)
      for limit in -1...count { #expect(numbers.partitionPoint { $0 < limit } == max(0, min(limit, count))) }
      // A slice keeps the indices of the whole.
      #expect(numbers.dropFirst(2).partitionPoint { $0 < 4 } == max(min(4, count), min(2, count)))
    }
  }

  @Test func `ranges cover their bytes, and not those at their ends`() {
    let ranges = [ByteRange(2, 4), ByteRange(4, 5), ByteRange(7, 9)]
    #expect((0...10).filter { ranges.covers($0) } == [2, 3, 4, 7, 8])
    #expect(![ByteRange]().covers(0))
  }
}
