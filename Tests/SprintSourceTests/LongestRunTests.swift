import SprintSource
import SprintTesting
import Testing

struct LongestRunTests {
  @Test(
    arguments: [
      ([], []), ([3], [0]), ([1, 2, 3], [0, 1, 2]), ([3, 1, 2], [1, 2]), ([2, 2, 1], [2]), ([1, 5, 2, 3], [0, 2, 3]),
    ] as [([Int], [Int])])
  func `the longest run that rises is found`(numbers: [Int], places: [Int]) {
    #expect(numbers.longestRun(<) == places)
  }

  @Test func `equal elements may stand beside each other where that is allowed`() {
    #expect([1, 1, 0, 1].longestRun(<=) == [0, 1, 3])
    #expect([3, 3, 4, 1].longestRun(>=) == [0, 1, 3])
  }

  @Test func `no run is longer`() {
    for seed in 1...300 {
      var random = SeededGenerator(seed)
      let numbers = (0..<random.number(0...9)).map { _ in random.number(0...6) }
      let run = numbers.longestRun(<)
      #expect(zip(run, run.dropFirst()).allSatisfy { $0 < $1 && numbers[$0] < numbers[$1] })
      // All subsequences, one by one.
      let best = (0..<(1 << numbers.count)).map { mask in
        let part = numbers.indices.filter { mask >> $0 & 1 == 1 }.map { numbers[$0] }
        return zip(part, part.dropFirst()).allSatisfy(<) ? part.count : 0
      }.max()
      #expect(run.count == best, "\(numbers)")
    }
  }
}
