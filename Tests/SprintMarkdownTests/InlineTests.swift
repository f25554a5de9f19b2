import SprintMarkdown
import SprintSource
import Testing

struct InlineTests {
  @Test(arguments: [
    ("a", "a"), ("  a ", "a"), ("", ""), ("**DONE**", "DONE"), ("__DONE__", "DONE"), ("*a*", "a"), ("***a***", "a"),
    ("`A-1`", "A-1"), ("``A-1``", "A-1"), ("**`A-1`**", "A-1"), ("[A-1](a.md)", "A-1"), ("[`A-1`](a.md#x)", "A-1"),
    ("**[A-1](a.md)**", "A-1"), ("~~a~~", "a"), ("** a **", "a"), ("_snake_case_", "snake_case"),
    // Marks that do not enclose all of it.
    ("**a** b", "**a** b"), ("**a** b **c**", "**a** b **c**"), ("*a* and *b*", "*a* and *b*"), ("`a` `b`", "`a` `b`"),
    ("[a](b) [c](d)", "[a](b) [c](d)"), ("[a] (b)", "[a] (b)"), ("**", "**"), ("****", "****"), ("*", "*"),
    ("~a~", "~a~"),
    ("~~a", "~~a"), ("(a)", "(a)"),
  ])
  func `marks that enclose all of a text are taken off`(_ text: String, _ inner: String) {
    let bytes = Array("> \(text)".utf8)
    let found = Inline.unwrapped(Bytes(bytes)[2...])
    #expect(found.string == inner)
    // What is left is a slice of the same text.
    #expect(Bytes(bytes)[found.startIndex..<found.endIndex].string == inner)
  }
}
