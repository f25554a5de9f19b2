import SprintSource
import Testing

struct HeapReserveTests {
  /// Room that is made and not used is nobody's: what is allocated afterwards holds what is put in.
  @Test(arguments: [0, 1, 1 << 20, 1 << 40])
  func `room can be made for files of any size, again and again`(_ bytes: Int) {
    var heap = HeapReserve()
    var held: [[Int]] = []
    for number in 0..<8 {
      heap.prepare(for: bytes)
      held.append([Int](repeating: number, count: 10_000))
    }
    #expect(held.enumerated().allSatisfy { number, numbers in numbers.allSatisfy { $0 == number } })
  }
}
