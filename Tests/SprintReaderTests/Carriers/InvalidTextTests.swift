import SprintReader
import SprintSource
import Testing

extension Carriers {
  struct InvalidTextTests {
    struct Example: Sendable, CustomTestStringConvertible {
      let bytes: [UInt8]
      let places: [Located<InvalidText>]
      var testDescription: String { "\(bytes)" }

      init(_ bytes: [UInt8], _ places: [(InvalidText, Int, Int)]) {
        self.bytes = bytes
        self.places = places.map { Located($0.0, at: ByteRange($0.1, $0.2)) }
      }
    }

    @Test(arguments: [
      Example([], []),
      Example(Array("a\r\nb\nc — é 🚀".utf8), []),
      Example([0x61, 0x00], [(.nul, 1, 2)]),
      Example([0x61, 0x0D, 0x62], [(.loneCarriageReturn, 1, 2)]),
      Example([0x0D], [(.loneCarriageReturn, 0, 1)]),
      Example([0x0D, 0x0D, 0x0A], [(.loneCarriageReturn, 0, 1)]),
      Example([0xE9, 0x20, 0x80], [(.invalidUTF8(0xE9), 0, 1), (.invalidUTF8(0x80), 2, 3)]),
      // Neighbours make one place; a valid sequence ends it.
      Example([0xFF, 0xFE, 0xC3, 0xA9], [(.invalidUTF8(0xFF), 0, 2)]),
      // Cut short, overlong, a surrogate, above U+10FFFF.
      Example([0xE2, 0x80], [(.invalidUTF8(0xE2), 0, 2)]),
      Example([0xC0, 0xAF], [(.invalidUTF8(0xC0), 0, 2)]),
      Example([0xE0, 0x80, 0x80], [(.invalidUTF8(0xE0), 0, 3)]),
      Example([0xED, 0xA0, 0x80], [(.invalidUTF8(0xED), 0, 3)]),
      Example([0xF4, 0x90, 0x80, 0x80], [(.invalidUTF8(0xF4), 0, 4)]),
    ])
    func `what no text should hold is found`(_ example: Example) {
      #expect(InvalidText.places(in: SourceFile(path: "a.md", bytes: example.bytes)) == example.places)
    }

    @Test func `a file that is no text is not listed byte for byte`() {
      let bytes = RandomBytes.make(count: 100_000, seed: 7)
      #expect(InvalidText.places(in: SourceFile(path: "a.md", bytes: bytes), limit: 10).count == 10)
    }

    @Test func `it agrees with the standard library on what is UTF-8`() {
      for seed in UInt8.min...UInt8.max {
        // Bytes near the borders of table 3-7, so that valid sequences come up often.
        let alphabet: [UInt8] = [
          0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF3, 0xF4,
        ]
        let bytes = RandomBytes.make(count: Int(seed % 7) + 1, seed: seed, from: alphabet)
        #expect(
          InvalidText.places(in: SourceFile(path: "a.md", bytes: bytes)).isEmpty
            == (String(validating: bytes, as: UTF8.self) != nil))
      }
    }
  }
}
