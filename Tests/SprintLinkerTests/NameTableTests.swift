import SprintLinker
import Testing

struct NameTableTests {
  private func table(_ names: [String]) -> NameTable {
    var table = NameTable()
    for name in names { table.add(name.utf8.span) }
    return table
  }

  @Test func `names have numbers in the order in which they come first`() {
    let table = table(["a", "b", "a", "c", "c", "b", "", "é", "ab"])
    #expect(Array(table) == ["a", "b", "c", "", "é", "ab"])
    #expect(table.map { table.number(of: $0.utf8.span) } == [0, 1, 2, 3, 4, 5])
    #expect(table.number(of: "d".utf8.span) == nil)
  }

  @Test(arguments: [0, 4, 1_000])
  func `many names are added as they would be one by one`(_ expected: Int) {
    // More than there is room for, some of them twice, and some again.
    let batches = [
      ["a", "b", "a", "", "b"], ["c", "a", "é"] + (0..<100).map { "OPS-\($0)" }, ["OPS-7", "", "z"], [],
    ]
    var table = NameTable(names: expected)
    var peer = NameTable()
    for batch in batches {
      var bytes: [UInt8] = []
      let ends = batch.map { name in
        bytes += name.utf8
        return (end: bytes.count, hash: NameTable.hash(of: name.utf8.span))
      }
      var numbers: [Int] = []
      table.add(bytes, ends) { numbers.append($0) }
      #expect(numbers == batch.map { peer.add($0.utf8.span) })
    }
    #expect(Array(table) == Array(peer))
  }

  @Test func `a name stands where its number says`() {
    let table = table(["OPS-1", "", "WEB-22"])
    #expect(table.indices.map { table.range(ofName: $0) } == [0..<5, 5..<5, 5..<11])
    #expect(String(decoding: table.bytes, as: UTF8.self) == "OPS-1WEB-22")
  }

  @Test(arguments: [0, 1, 2, 3, 4, 7, 8, 9, 1_000], [0, 1, 5, 1_000])
  func `more names fit in than there was room for`(_ count: Int, _ expected: Int) {
    var table = NameTable(names: expected, bytes: expected * 8)
    for number in 0..<count { #expect(table.add("NAME-\(number)".utf8.span) == number) }
    for number in 0..<count {
      #expect(table.number(of: "NAME-\(number)".utf8.span) == number)
      #expect(table.add("NAME-\(number)".utf8.span) == number)
    }
    #expect(table.number(of: "NAME".utf8.span) == nil)
    #expect(table.count == count)
  }
}
