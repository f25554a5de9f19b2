import SprintSource
import SprintYAML
import Testing

struct YAMLErrorTests {
  /// A text, what is wrong with it, and the place: the offset and what stands there.
  struct Case: Sendable {
    let text: String
    let message: String
    let lower: Int
    let written: String

    init(_ text: String, _ message: String, at lower: Int, _ written: String) {
      self.text = text
      self.message = message
      self.lower = lower
      self.written = written
    }
  }

  @Test(arguments: [
    Case("é:\n\tb: 1", "a tab stands where only spaces may indent", at: 4, "\t"),
    Case("é: 1\n\tb: 2", "a tab stands where only spaces may indent", at: 6, "\t"),
    Case("é: |\n\tx", "a tab stands where only spaces may indent", at: 6, "\t"),
    Case("é: @x", "`@` cannot begin a value", at: 4, "@"),
    Case("é: **b**", "`*` cannot begin a value", at: 4, "*"),
    Case("é: & b", "`&` cannot begin a value", at: 4, "&"),
    Case("title: Sprint 5: späte", "a second `key: value` begins inside a value", at: 15, ":"),
    Case("é: 1\n  b: 2", "a second `key: value` begins inside a value", at: 9, ":"),
    Case("é: 1\nüber\nb: 2", "there is no `:` after this key", at: 6, "ü"),
    Case("é:\n  b: 1\n ü: 2", "this is not a `key: value` of the mapping it stands in", at: 12, "ü"),
    Case("é: \"x\" y", "this is not a `key: value` of the mapping it stands in", at: 8, "y"),
    Case("- é\nb: c", "this is not a `- item` of the list it stands in", at: 5, "b"),
    Case("- [ ] é", "this is not a `- item` of the list it stands in", at: 6, "é"),
    Case("é: [1, 2", "a `,` or `]` is missing", at: 9, ""),
    Case("é: {b: 1]", "a `,` or `}` is missing", at: 9, "]"),
    Case("é: ]", "a value is missing", at: 4, "]"),
    Case("é: - b", "a list cannot begin here", at: 4, "-"),
    Case("é: |x", "text stands on the line of `|` or `>`", at: 5, "x"),
    Case("é: \"x\n", "this quote is never closed", at: 4, "\""),
    Case("é: 'x\n---\n'", "this quote is never closed", at: 4, "'"),
    Case("é: \"\\q\"", "this backslash begins no escape that YAML knows", at: 5, "\\"),
    Case("[é] b", "more text follows the end of the document", at: 5, "b"),
    Case("{\"é\": 1}\n{\"b\": 2}", "more text follows the end of the document", at: 10, "{"),
    Case("%YAML 9.0\n---\na", "only YAML 1.1 and 1.2 are read", at: 0, "%"),
    Case("é: \u{0}b", "the character U+0000 is not allowed", at: 4, "\u{0}"),
    Case("é: \u{1B}[0m", "the character U+001B is not allowed", at: 4, "\u{1B}"),
    Case("é: *b", "aliases are not read", at: 4, "*b"),
    Case("é: [&b c]", "anchors are not read", at: 5, "&b"),
    Case("&b\né: c", "anchors are not read", at: 0, "&b"),
    Case("é: !!str 1", "tags are not read", at: 4, "!!str"),
    Case("é: !!set {a, b}", "tags are not read", at: 4, "!!set"),
    Case("é: !x &b [c]", "tags are not read", at: 4, "!x"),
    Case("é: {{ name }}", "a mapping cannot be a key", at: 5, "{"),
    Case("? - a\n: b", "a list cannot be a key", at: 2, ""),
    Case("é: 1\n---\nb: 2", "a second document begins here, and only one is read", at: 6, "---"),
    Case("é: 1\n---\n", "a second document begins here, and only one is read", at: 6, "---"),
    Case("é: !<", "did not find expected tag URI", at: 6, ""),
  ])
  func `an error says what is wrong and where`(sample: Case) throws {
    let error = try #require(failure(sample.text))
    #expect(error.message == sample.message)
    #expect(error.range.lower == sample.lower)
    #expect(slice(sample.text, error.range) == sample.written)
  }

  @Test(arguments: [
    ("é: 1\nb: 2\né: 3", 11, 0), ("{\"é\": 1, 'é': 2}", 10, 1), ("- é: 1\n- é: 1\n  b: 2\n  b: 3", 25, 18),
    ("a: {}\na:\n- b", 6, 0),
  ])
  func `a key that stands twice is shown at both places`(text: String, second: Int, first: Int) throws {
    let error = try #require(failure(text))
    #expect(error.message.hasPrefix("the key `") && error.message.hasSuffix("` stands twice in one mapping"))
    #expect(error.range.lower == second)
    #expect(error.note?.value == "it stands here first")
    #expect(error.note?.range.lower == first)
    #expect(slice(text, error.note?.range)?.isEmpty == false)
  }

  @Test func `a message shows a long key cut`() throws {
    let key = "|\n  one\n  \(String(repeating: "x", count: 5000))\n"
    let error = try #require(failure("? \(key): 1\n? \(key): 2\n"))
    #expect(error.message == "the key `one…` stands twice in one mapping")
  }

  @Test func `an open bracket is shown besides what is missing`() throws {
    let error = try #require(failure("é:\n  [a,\n  b\nc: d"))
    #expect(error.note == Located("the list begins here", at: ByteRange(6, 7)))
  }

  @Test func `an error keeps the offsets of the file`() {
    let file = Bytes("\u{FEFF}é\n\u{FEFF}ü: 1\nü: 2\n")
    guard case .failure(let error) = outcome(file[6...]) else {
      Issue.record("read without an error")
      return
    }
    #expect(error.range == ByteRange(15, 17))
    #expect(error.note?.range == ByteRange(9, 11))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], 0), ([0x61, 0x3A, 0x20, 0xC3], 3), ([0x61, 0xC3, 0xA9, 0x80], 3),
      ([0xED, 0xA0, 0x80], 0), ([0xC0, 0x80], 0), ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], 4),
    ] as [([UInt8], Int)])
  func `invalid UTF-8 is an error at its byte`(bytes: [UInt8], lower: Int) throws {
    let error = try #require(failure(bytes))
    #expect(error.message == "this is not valid UTF-8")
    #expect(error.range.lower == lower)
  }
}
