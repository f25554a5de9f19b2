import SprintSource
import SprintTesting
import Testing

/// Names of files are bytes; as texts they lead back to them.
struct FileNameTests {
  @Test(arguments: ["SPRINT_1.md", "é 𝕏 👩‍👩‍👧", "", "\u{10FEFF}\u{FFFD}"]) func `UTF-8 stays as it is`(text: String) {
    #expect(Array(FileName.text(Array(text.utf8)).unicodeScalars) == Array(text.unicodeScalars))
    #expect(FileName.bytes(text) == Array(text.utf8))
  }

  @Test func `a byte that is no UTF-8 is a character`() {
    #expect(FileName.text([0x61, 0xE9, 0x62]).unicodeScalars.map(\.value) == [0x61, 0x10FFE9, 0x62])
    #expect(FileName.text([0x61, 0xE9]).unicodeScalars.contains(where: FileName.isByte))
  }

  @Test func `every name comes back, and no two have one text`() {
    var names: Set<[UInt8]> = []
    // Of what characters for bytes are made of, too.
    let pieces: [[UInt8]] = [
      [0xF4], [0x8F], [0xBE], [0xBF], [0x80], [0xFF], [0xF4, 0x8F, 0xBF, 0xBE], [0xC3], [0xA9], [0x41],
    ]
    for first in pieces { for second in pieces { for third in pieces { names.insert(first + second + third) } } }
    for byte in UInt8.min...UInt8.max { names.insert([byte]) }
    for name in names { #expect(FileName.bytes(FileName.text(name)) == name) }
    #expect(Set(names.map(FileName.text)).count == names.count)
  }

  @Test func `on disk a name ends with a NUL`() {
    #expect("é".onDisk == [CChar(bitPattern: 0xC3), CChar(bitPattern: 0xA9), 0])
  }
}
