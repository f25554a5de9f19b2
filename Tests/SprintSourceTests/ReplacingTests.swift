import SprintSource
import Testing

struct ReplacingTests {
  @Test(arguments: [
    ("a\"b", "a\"\"b"), ("\"\u{301}", "\"\"\u{301}"), ("", ""), ("\"\"", "\"\"\"\""), ("é", "é"),
  ])
  func `each byte that is meant is replaced`(text: String, expected: String) {
    #expect(Array(text.replacingBytes("\"", with: "\"\"").utf8) == Array(expected.utf8))
  }

  @Test func `a part of several bytes is found`() {
    #expect("a\\|b\\|".replacingBytes("\\|", with: "|") == "a|b|")
  }
}
