import SprintSource
import Testing

struct MovingTests {
  @Test(arguments: [[], ["a"], ["a", "b", "c"]])
  func `each element is handed over once, in order`(_ elements: [String]) {
    var seen: [String] = []
    elements.moveEach { seen.append($0) }
    #expect(seen == elements)
  }

  @Test func `what somebody else holds stays as it is`() {
    let elements = ["a", "b"]
    let other = elements
    elements.moveEach { _ in }
    #expect(other == ["a", "b"])
  }

  @Test(arguments: [(0, 0), (0, 100), (1, 0), (40, 0), (40, 41), (40, 400)])
  func `room that is not needed is given back`(_ count: Int, _ room: Int) {
    var all: [String] = []
    all.reserveCapacity(room)
    for number in 0..<count { all.append("element \(number)") }
    let other = all
    all.trim()
    #expect(all == (0..<count).map { "element \($0)" })
    #expect(all.capacity - count <= max(4, count / 8))
    #expect(other == all)
  }

  @Test(arguments: [([], []), ([], [1]), ([1], []), ([1], [2, 3])])
  func `elements are taken as they would be appended`(_ some: [Int], _ others: [Int]) {
    var all = some
    all.take(others)
    #expect(all == some + others)
  }
}
