import SprintSource
import SprintYAML
import Testing

struct YAMLReaderTests {
  @Test(arguments: [
    ("a: 1\nb: two words\n", "{a: 1, b: two words}"),
    ("b: 1\na: 2\n", "{b: 1, a: 2}"),
    ("a:\n  - x\n  - y: 1\n    z: 2\n", "{a: [x, {y: 1, z: 2}]}"),
    ("a:\n- x\n- y\nb: c\n", "{a: [x, y], b: c}"),
    ("a: \"x\\ty\"\nb: 'it''s'\n\"c d\": e\n", "{a: \"x\\ty\", b: \"it\\'s\", c d: e}"),
    ("a: one\n  two\n", "{a: one two}"),
    ("a: |\n  one\n  two\n\nb: >-\n  one\n  two\n", "{a: \"one\\ntwo\\n\", b: \"one two\"}"),
    ("a:\nb: ~\n", "{a: , b: ~}"),
    ("a: 1\r\nb:\r\n  - c\r\nd: |\r\n  x\r\n  y\r\n", "{a: 1, b: [c], d: \"x\\ny\\n\"}"),
    ("a: 1\rb: 2", "{a: 1, b: 2}"),
    ("{\"a\": [1, true, null], \"b\": {\"c\": \"d\"}}", "{a: [1, true, null], b: {c: \"d\"}}"),
    ("{\n\t\"a\": 1,\n\t\"b\": [\n\t\t2\n\t]\n}\n", "{a: 1, b: [2]}"),
    ("[a: 1, b]", "[{a: 1}, b]"),
    ("{a, b: }", "{a: , b: }"),
    ("[]", "[]"), ("{}", "{}"),
    ("---\na: 1\n...\n", "{a: 1}"),
    ("%YAML 1.2\n---\na: 1\n", "{a: 1}"),
    ("\u{FEFF}a: 1\nb: 2\n", "{a: 1, b: 2}"),
    ("# comment\na: 1 # another\n", "{a: 1}"),
    ("? a\n? b\n: c\n", "{a: , b: c}"),
    ("url: http://example.org/#x\n", "{url: http://example.org/#x}"),
    ("just text", "just text"), ("\"\"", "\"\""),
  ])
  func `a document is read as what it says`(text: String, outline: String) throws {
    #expect(try read(text)?.outline == outline)
  }

  @Test(arguments: ["", " ", "\n\n", "# a\n  # b\n", "---\n", "--- # a\n...\n", "\u{FEFF}", "\r\n"])
  func `a text without a value yields nothing`(text: String) throws {
    #expect(try read(text) == nil)
  }

  @Test func `a node answers for what it is and for nothing else`() throws {
    let node = try #require(try read("a: [x, 'y']\nb: z\n"))
    #expect(node["a"]?.items?.map(\.isPlain) == [true, false])
    #expect(node["b"]?.text == Located("z", at: ByteRange(15, 16)))
    #expect(node.entries?.map(\.key) == [Located("a", at: ByteRange(0, 1)), Located("b", at: ByteRange(12, 13))])
    #expect(node["c"] == nil)
    #expect(node.text == nil && node.items == nil && !node.isPlain)
    #expect(node["b"]?["x"] == nil && node["b"]?.items == nil && node["b"]?.entries == nil)
  }

  @Test func `what is nested to the limit is read`() throws {
    let depth = YAMLReader.maximumDepth
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try read(text)?.all.count == depth)
  }

  @Test(arguments: ["%TAG !a! !\n---\na: 1\n", "# b: c\n%TAG ! x\n---\na: 1\n", "# x\u{85}%TAG ! x\n---\na: 1\n"])
  func `what tags stand for is not read`(_ text: String) {
    #expect(throws: YAMLError.self) { try YAMLReader.read(Bytes(text)) }
  }

  @Test func `a percent sign inside of a line is text`() throws {
    #expect(try YAMLReader.read(Bytes("a: 50 %TAG\n")) != nil)
  }
}
