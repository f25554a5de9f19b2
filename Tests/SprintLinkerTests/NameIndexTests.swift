import SprintLinker
import Testing

struct NameIndexTests {
  private let names = ["a", "b", "a", "c", "a", "b", "", "é", "ab"]

  private var index: NameIndex {
    var index = NameIndex(count: names.count)
    for (place, name) in names.enumerated() { index.add(place, for: name.utf8.span) }
    return index
  }

  @Test(arguments: [
    ("a", [0, 2, 4]), ("b", [1, 5]), ("c", [3]), ("", [6]), ("é", [7]), ("ab", [8]), ("d", []), ("e", []),
  ])
  func `the places of a name come in the order in which they were added`(_ name: String, _ expected: [Int]) {
    #expect(index.places(for: name.utf8.span) == expected)
  }

  @Test(arguments: [(1, [0]), (2, [0, 2]), (3, [0, 2, 4]), (4, [0, 2, 4])])
  func `no more places are looked up than are wanted`(_ most: Int, _ expected: [Int]) {
    #expect(index.places(for: "a".utf8.span, most: most) == expected)
  }

  @Test func `names have numbers in the order in which they come first`() {
    let index = index
    let texts = (0..<index.count).map { String(decoding: index.bytes[index.range(ofName: $0)], as: UTF8.self) }
    #expect(texts == ["a", "b", "c", "", "é", "ab"])
    #expect(texts.map { index.number(of: $0.utf8.span) } == [0, 1, 2, 3, 4, 5])
  }

  @Test(arguments: [0, 1, 2, 3, 4, 7, 8, 9, 1_000])
  func `as many names fit in as there are places`(_ count: Int) {
    var index = NameIndex(count: count)
    for place in 0..<count { #expect(index.add(place, for: "NAME-\(place)".utf8.span) == place) }
    for place in 0..<count { #expect(index.places(for: "NAME-\(place)".utf8.span) == [place]) }
    #expect(index.number(of: "NAME".utf8.span) == nil)
  }
}
