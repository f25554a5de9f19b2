import SprintMarkdown
import SprintSource
import Testing

struct LinkScannerTests {
  @Test(arguments: [
    ("[a](b)", ["b"]),
    ("[a](b) and [c](d)", ["b", "d"]),
    ("![a](b)", ["b"]),
    ("[![a](b)](c)", ["b", "c"]),
    ("[a]( b )", ["b"]),
    ("[a](\nb)", ["b"]),
    ("[a](<b c>)", ["b c"]),
    ("[a](b \"c\")", ["b"]),
    ("[a](b 'c')", ["b"]),
    ("[a](b (c))", ["b"]),
    ("[a](b(c)d)", ["b(c)d"]),
    ("[a](b\\)c)", ["b\\)c"]),
    ("[a [b] c](d)", ["d"]),
    ("[a\\]b](c)", ["c"]),
    ("[`]`](a)", ["a"]),
    ("[a](ü)", ["ü"]),
    // None of these is a link.
    ("", []),
    ("[a]()", []),
    ("[a](<>)", []),
    ("[a] (b)", []),
    ("[a][b]", []),
    ("a](b)", []),
    ("\\[a](b)", []),
    ("[a](b c)", []),
    ("[a](b", []),
    ("[a](<b)", []),
    ("[a](b \"c)", []),
    ("`[a](b)`", []),
    ("``[a](b)` ``", []),
    ("<!-- [a](b) -->", []),
    ("<!-- [a](b)", []),
  ])
  func `links are found as CommonMark finds them`(text: String, destinations: [String]) {
    let bytes = Array(text.utf8)
    let found = LinkScanner.destinations(in: Bytes(bytes))
    #expect(found.map(\.value) == destinations)
    #expect(found.allSatisfy { Bytes(bytes).at($0.range).string == $0.value })
  }

  @Test(arguments: ["[](", "[](a", "[](<", "](", "[", "[](a \"", "[](\\", "[]((", "`[](a)``"])
  func `a text of nothing but beginnings holds no link to a place beyond it`(piece: String) {
    let bytes = Array(String(repeating: piece, count: 16_000).utf8)
    for found in LinkScanner.destinations(in: Bytes(bytes)) {
      #expect(Bytes(bytes).at(found.range).string == found.value)
    }
  }
}
