import SprintLinker
import SprintSource
import Testing

struct KeyIndexTests {
  @Test func `places that share a key are found in their order`() {
    let index = KeyIndex([7, 1 << 40, 7, 9, 7])
    #expect(index.places(for: 7, most: .max) == [0, 2, 4])
    #expect(index.places(for: 7, most: 2) == [0, 2])
    #expect(index.places(for: 1 << 40, most: .max) == [1])
    #expect(index.places(for: 8, most: .max) == [])
  }

  @Test func `an empty index has no places`() {
    #expect(KeyIndex([]).places(for: 0, most: .max) == [])
  }

  @Test func `each of many places is found by its key alone`() {
    let keys = (0..<2_000).map { number in
      "APP-\(number % 1_000)".utf8.reduce(UInt64(3)) { FNV1a.step($0, $1) }
    }
    let index = KeyIndex(keys)
    for place in 0..<1_000 { #expect(index.places(for: keys[place], most: .max) == [place, place + 1_000]) }
  }
}
