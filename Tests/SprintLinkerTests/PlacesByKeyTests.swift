import SprintLinker
import Testing

struct PlacesByKeyTests {
  private let keys = ["a", "b", "a", "c", "a", "b"]

  private var index: PlacesByKey<String> {
    var index = PlacesByKey<String>(count: keys.count)
    for (place, key) in keys.enumerated() { index.add(place, for: key) }
    return index
  }

  @Test(arguments: [("a", [0, 2, 4]), ("b", [1, 5]), ("c", [3]), ("d", [])])
  func `the places of a key come in the order in which they were added`(_ key: String, _ expected: [Int]) {
    #expect(index.places(for: key) == expected)
  }

  @Test(arguments: [(1, [0]), (2, [0, 2]), (3, [0, 2, 4]), (4, [0, 2, 4])])
  func `no more places are looked up than are wanted`(_ most: Int, _ expected: [Int]) {
    #expect(index.places(for: "a", most: most) == expected)
  }
}
