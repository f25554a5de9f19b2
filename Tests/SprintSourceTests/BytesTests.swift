import SprintSource
import Testing

struct BytesTests {
  /// `text` as a slice in the middle of a file, so that its first index is not 0.
  private func slice(_ text: String) -> Bytes {
    let bytes = Bytes("<<\(text)>>")
    return bytes[2..<(bytes.count - 2)]
  }

  /// What is made of a slice by the algorithms of the standard library is what they make of a slice of an array.
  @Test(arguments: ["", "a", "aba", "  a b-c  ", "é—🚀"])
  func `a slice is a collection`(_ text: String) {
    let array = Array("<<\(text)>>".utf8)
    let (slice, peer) = (slice(text), array[2..<(array.count - 2)])
    #expect(slice.indices == peer.indices)
    #expect(slice.count == peer.count)
    #expect(Array(slice) == Array(peer))
    #expect(slice.reversed() == Array(peer.reversed()))
    #expect(slice.first == peer.first)
    #expect(slice.last == peer.last)
    #expect(slice.firstIndex(of: 0x61) == peer.firstIndex(of: 0x61))
    #expect(slice.lastIndex(of: 0x61) == peer.lastIndex(of: 0x61))
    #expect(
      slice.split(separator: 0x20).map(\.range)
        == peer.split(separator: 0x20).map { ByteRange($0.startIndex, $0.endIndex) })
    #expect(slice.dropFirst(2).indices == peer.dropFirst(2).indices)
    #expect(slice.dropLast(2).indices == peer.dropLast(2).indices)
    #expect(slice.prefix { $0 < 0x80 }.indices == peer.prefix { $0 < 0x80 }.indices)
    #expect(slice.drop { $0 < 0x80 }.indices == peer.drop { $0 < 0x80 }.indices)
    #expect(slice[slice.endIndex...].isEmpty)
    #expect([0x21] + slice == [0x21] + peer)
    let copy = unsafe slice.withContiguousStorageIfAvailable { unsafe Array($0) }
    #expect(copy == Array(peer))
    #expect(slice.span.indices == 0..<peer.count)
    #expect(slice.span.indices.allSatisfy { slice.span[$0] == peer[peer.startIndex + $0] })
  }

  @Test func `slices with the same bytes are the same, wherever they stand`() {
    let text = Bytes("abcab")
    #expect(text[0..<2] == text[3..<5])
    #expect(text[0..<2] != text[1..<3])
    #expect(text[0..<2] != text[0..<3])
    #expect(text[0..<0] == [])
    #expect(Bytes("ab") == text[3..<5])
    #expect(Set([text[0..<2], text[3..<5], text[1..<3]]).count == 2)
  }

  @Test func `slices that have the same bytes together have not one hash`() {
    struct Pair: Hashable {
      let first: Bytes
      let second: Bytes
    }
    let text = Bytes("aaaaaaaa")
    #expect(Set((0...8).map { Pair(first: text[..<$0], second: text[$0...]).hashValue }).count == 9)
  }

  @Test func `a slice hands out what it is a part of`() {
    #expect(slice("abc")[3..<4].array == Array("<<abc>>".utf8))
    #expect(slice("abc")[3..<4].range == ByteRange(3, 4))
  }

  @Test func `a part is cut to what there is`() {
    let text = slice("abc")
    #expect(text.at(ByteRange(3, 4)).string == "b")
    #expect(text.at(ByteRange(0, 100)).string == "abc")
    #expect(text.at(ByteRange(0, 2)).isEmpty)
    #expect(text.at(ByteRange(50, 60)).isEmpty)
    #expect(text.at(ByteRange(4, 5)).startIndex == 4)
  }

  @Test(arguments: [
    ("", "", 2), ("   ", "", 5), ("a", "a", 2), ("  a b\t\r\n", "a b", 4), ("\u{0B}\u{0C}a", "a", 4),
    // U+00A0 is no blank.
    ("\u{A0}a", "\u{A0}a", 2),
  ])
  func `trimming keeps the place`(_ text: String, _ trimmed: String, _ start: Int) {
    #expect(slice(text).trimmed.string == trimmed)
    #expect(slice(text).trimmed.startIndex == start)
  }

  @Test func `a text is found at a place, and never beyond the end`() {
    let text = slice("abcab")
    #expect(text.hasPrefix("cab", at: 4))
    #expect(!text.hasPrefix("cab>", at: 4))
    #expect(!text.hasPrefix("b", at: 2))
    #expect(text.hasPrefix("", at: 7))
    #expect(text.firstIndex(of: UInt8(ascii: "b"), from: 2) == 3)
    #expect(text.firstIndex(of: UInt8(ascii: "b"), from: 4) == 6)
    #expect(text.firstIndex(of: UInt8(ascii: ">"), from: 2) == nil)
    #expect(text.firstRange(of: Bytes("ab"), from: 3) == 5..<7)
    #expect(text.firstRange(of: Bytes("ab>"), from: 3) == nil)
    #expect(text.firstRange(of: [], from: 2) == nil)
  }

  /// Bytes are looked at eight at a time, so that each place in eight has to be tried, with each byte beside it.
  @Test func `the first digit is found wherever it stands`() {
    for length in 0..<20 {
      for place in 0..<length {
        for other in [0x2F, 0x3A, 0x00, 0x20, 0x7F, 0x80, 0xB0, 0xFF] as [UInt8] {
          var bytes = [UInt8](repeating: other, count: length)
          #expect(!Bytes(bytes).hasDigit)
          bytes[place] = UInt8(ascii: "0") + UInt8(place % 10)
          #expect(Bytes(bytes).firstDigit(from: 0) == place)
          #expect(Bytes(bytes).firstDigit(from: place) == place)
          #expect(Bytes(bytes).firstDigit(from: place + 1) == nil)
          #expect(Bytes(bytes)[(place / 2)...].firstDigit(from: place / 2) == place)
        }
      }
    }
  }

  @Test func `a needle is found where its beginning stands twice`() {
    #expect(slice("aab").firstRange(of: Bytes("ab"), from: 2) == 3..<5)
  }

  @Test(
    arguments: [
      ([0x61], "a", 1), ([0xC3, 0xA9], "é", 2), ([0xE2, 0x80, 0x94], "—", 3), ([0xF0, 0x9F, 0x9A, 0x80], "🚀", 4),
      ([0xF4, 0x8F, 0xBF, 0xBF], "\u{10FFFF}", 4),
      // A continuation alone, a sequence cut short or broken off.
      ([0x80], "\u{FFFD}", 1), ([0xC3], "\u{FFFD}", 1), ([0xE2, 0x80], "\u{FFFD}", 1),
      ([0xE2, 0x61, 0x61], "\u{FFFD}", 1),
      // Overlong, a surrogate, above U+10FFFF, bytes that UTF-8 never has.
      ([0xC0, 0xAF], "\u{FFFD}", 1), ([0xE0, 0x80, 0xAF], "\u{FFFD}", 1), ([0xF0, 0x80, 0x80, 0xAF], "\u{FFFD}", 1),
      ([0xED, 0xA0, 0x80], "\u{FFFD}", 1), ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}", 1), ([0xFF], "\u{FFFD}", 1),
    ] as [([UInt8], Unicode.Scalar, Int)])
  func `a scalar is read forwards and backwards`(_ bytes: [UInt8], _ scalar: Unicode.Scalar, _ length: Int) throws {
    let found = Bytes(bytes).scalar(at: 0)
    #expect(found.scalar == scalar)
    #expect(found.length == length)
    guard scalar != "\u{FFFD}" else { return }
    let text = [0x3C] + bytes
    let before = try #require(Bytes(text).scalar(before: text.count))
    #expect(before.scalar == scalar)
    #expect(before.length == length)
  }

  @Test func `there is no scalar before the start of a slice`() {
    #expect(slice("a").scalar(before: 2) == nil)
    #expect(slice("a").scalar(before: 3)?.scalar == "a")
    // The byte before a broken sequence's last is not part of it.
    let broken: [UInt8] = [0x61, 0x80, 0x80]
    #expect(Bytes(broken).scalar(before: 3)?.scalar == "\u{FFFD}")
    #expect(Bytes(broken).scalar(before: 3)?.length == 1)
  }

  @Test(arguments: UInt8.min...UInt8.max)
  func `bytes are classed as ASCII classes its characters`(_ byte: UInt8) {
    let scalar = Unicode.Scalar(byte)
    let isASCII = byte < 0x80
    #expect(byte.isSpace == (isASCII && scalar.properties.isWhitespace))
    #expect(byte.isBlank == (scalar == " " || scalar == "\t"))
    #expect(byte.isDigit == ("0"..."9").contains(scalar))
    #expect(byte.isUpper == ("A"..."Z").contains(scalar))
    #expect(byte.isLower == ("a"..."z").contains(scalar))
    #expect(byte.isLetter == (byte.isUpper || byte.isLower))
    #expect(byte.isWord == (byte.isLetter || byte.isDigit))
    #expect(
      Unicode.Scalar(byte.lowercased).description == (isASCII ? scalar.description.lowercased() : scalar.description))
  }
}
