import SprintSource
import SprintYAML
import Testing

struct RangeTests {
  static let documents = [
    "title: Sprint\nowner: Guild\n",
    "größe: 3 µm\nZiel: „Ende“\n日本: [語, '😀', \"é\"]\n",
    "# ünïcödé 😀\na: 1\r\nb:\r\n  - ü\r\n  - \"ö\"\r\n",
    "😀: {é: [ü, {ö: ä}]}\n",
    "a\u{85}",
    "é: |\n  ö\n\n\n# ü\nb: c\n",
    "{\"é\": [1, \"ü\"], \"ö\": {\"ä\": null}}",
    "a:\nb:\n- \n- c\n\n# end\n",
    "? é\n\n# ü\n? ö\n",
    "[é: 1, ü: [ö]]",
    "é: eins\n  zwei\nü: x\n",
  ]

  @Test(arguments: [
    ("größe: 3 µm", "größe", "3 µm"),
    ("# ü\nk:   v  # c", "k", "v"),
    ("\"é k\": 'ü ''v'''", "\"é k\"", "'ü ''v'''"),
    ("é: |\n  a\n  ü\n\n\n# c\n", "é", "|\n  a\n  ü"),
    ("é: >+2\r\n  a\r\n\r\n", "é", ">+2\r\n  a"),
    ("é:\n  - ü\n  - b\n\n# c\n", "é", "- ü\n  - b"),
    ("é:\n- ü\n-\n\n", "é", "- ü\n-"),
    ("é: [ü, b ] # c", "é", "[ü, b ]"),
    ("é: { ü: b, c } # c", "é", "{ ü: b, c }"),
    ("é:\n  ü: 1\n  b: ö # c\n\n", "é", "ü: 1\n  b: ö"),
    ("é: ü\n   ö\n", "é", "ü\n   ö"),
    ("é:   # c\n", "é", ""),
  ])
  func `a range covers what is written`(text: String, key: String, value: String) throws {
    let entry = try #require(try read(text)?.entries?.first)
    #expect(slice(text, entry.key.range) == key)
    #expect(slice(text, entry.value.range) == value)
  }

  @Test func `a value that is left out stands behind its colon`() throws {
    #expect(try read("é:   # c\n")?["é"]?.range == .empty(at: 3))
  }

  @Test func `a byte order mark counts as bytes`() throws {
    let node = try #require(try read("\u{FEFF}é: ü\nb: c\n"))
    #expect(node.entries?.map(\.key.range) == [ByteRange(3, 5), ByteRange(10, 11)])
  }

  @Test(arguments: documents)
  func `a plain scalar on one line is the slice at its range`(text: String) throws {
    for node in try #require(try read(text)).all where node.isPlain {
      let written = slice(text, node.range)
      if written?.contains(where: \.isNewline) == false { #expect(written == node.text?.value) }
    }
  }

  @Test(arguments: documents)
  func `ranges lie in one another and follow one another`(text: String) throws {
    for node in try #require(try read(text)).all {
      #expect(ByteRange(0, text.utf8.count).contains(node.range))
      let parts = node.items?.map(\.range) ?? node.entries?.flatMap { [$0.key.range, $0.value.range] } ?? []
      #expect(parts.allSatisfy(node.range.contains))
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upper <= $1.lower })
    }
  }

  @Test(arguments: documents)
  func `a slice keeps the offsets of its file`(text: String) throws {
    let front = Array("---ü\n".utf8)
    let file = front + Array(text.utf8) + Array("---\n# Täxt: [\n".utf8)
    let inFile = try #require(try YAMLReader.read(Bytes(file)[front.count..<(front.count + text.utf8.count)]))
    let alone = try #require(try read(text))
    #expect(
      inFile.all.map(\.range)
        == alone.all.map { ByteRange($0.range.lower + front.count, $0.range.upper + front.count) })
    #expect(inFile.outline == alone.outline)
  }
}
