import SprintSource
import Testing

struct WellFormedTests {
  @Test(arguments: [
    ("", true), ("plain words, and more than eight of them", true), ("é", true), ("見るを 🎉", true),
    ("a word before é", true), ("é and words, more than eight bytes, before 見", true),
  ])
  func `text is well formed`(_ text: String, _ expected: Bool) {
    #expect(Bytes(text).isWellFormed == expected)
  }

  @Test(
    arguments: [
      [0x80], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80],
      [0xE8, 0xA6], [0xC3, 0xA9, 0xA9], [0xFF],
    ] as [[UInt8]])
  func `bytes that are no text are found wherever they stand`(_ bytes: [UInt8]) {
    for words in ["", "a", "seven l", "eight le", "words and é "] {
      let text = Array(words.utf8) + bytes
      #expect(!Bytes(text).isWellFormed)
      #expect(!Bytes(text + Array(words.utf8) + [0x20]).isWellFormed)
      #expect(Bytes(text)[..<words.utf8.count].isWellFormed)
    }
  }
}
