import SprintSource
import SprintYAML
import Testing

struct HostileInputTests {
  /// The same numbers on every run (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func `deep nesting is refused`(opening: String) throws {
    let error = try #require(failure(String(repeating: opening, count: 100_000)))
    #expect(
      error.message == "mappings and lists lie more than \(YAMLReader.maximumDepth) deep in each other"
        || error.message.hasSuffix("cannot be a key"))
  }

  @Test func `too many values are refused`() throws {
    let text = "[" + String(repeating: "a,", count: YAMLReader.maximumNodes) + "]"
    let error = try #require(failure(text))
    #expect(error.message == "this holds more than \(YAMLReader.maximumNodes) values")
    #expect(slice(text, error.range) == "a")
  }

  @Test func `an alias is never expanded`() throws {
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (one, other) in zip("abcdefgh", "bcdefghi") {
      text += "\(other): &\(other) [\(Array(repeating: "*\(one)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(failure(text)?.range == ByteRange(3, 5))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "a", "é ", "\"", "'", "\n", " ", "#", "\\", "|\n ", "a: ", "a:\n", "- a\n", "é: x\n", "\u{FEFF}", "\r", "\t",
      "%", "!", "&", "*", ",", "]", "\u{85}", "--- a\n", "\"a\" ", "a\n\n",
    ])
  func `a long run of one sign is read or refused`(sign: String) {
    let bytes = Array(String(repeating: sign, count: 300_000).utf8)
    if let error = failure(bytes) { #expect(error.range.upper <= bytes.count) }
  }

  @Test func `what is made at random is read or refused, and its ranges lie in it`() throws {
    let signs =
      [
        "a", "é", "😀", ":", ": ", "- ", "? ", "\n", "\n  ", "\r\n", "\r", "\t", " ", "[", "]", "{", "}", ",", "\"", "'",
        "|\n", ">-\n", "#", " # ", "&a ", "*a", "!t ", "\\", "\\x", "---\n", "...\n", "%YAML", "\u{FEFF}", "\u{85}",
        "\u{2028}",
        "\u{0}", "~", "@",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x80], [0xE2, 0x80]]
    // Bytes that cannot be read at all are taken seldom, or nothing else would be met.
    let readable = signs.count - 10
    var random = Generator(state: 42)
    for _ in 0..<20_000 {
      var bytes = Array("ü:".utf8)
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        let limit = Int.random(in: 0..<50, using: &random) == 0 ? signs.count : readable
        bytes += signs[Int.random(in: 0..<limit, using: &random)]
      }
      let slice = Bytes(bytes)[2...]
      let bounds = slice.range
      let ranges =
        switch outcome(slice) {
        case .success(let node): node?.all.map(\.range) ?? []
        case .failure(let error): [error.range] + (error.note.map { [$0.range] } ?? [])
        }
      try #require(ranges.allSatisfy(bounds.contains), "\(slice.string.debugDescription): \(ranges)")
    }
  }
}
