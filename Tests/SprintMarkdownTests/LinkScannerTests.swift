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
    let found = LinkScanner.destinations(in: bytes[...])
    #expect(found.map(\.value) == destinations)
    #expect(found.allSatisfy { bytes[...].at($0.range).string == $0.value })
  }

  @Test(arguments: ["[](", "[](a", "[](<", "](", "[", "[](a \"", "[](\\", "[]((", "`[](a)``"])
  func `a text of nothing but beginnings takes no longer than its length`(piece: String) {
    func time(_ count: Int) -> Duration {
      let bytes = Array(String(repeating: piece, count: count).utf8)
      // The best of three: other tests run at the same time.
      return (0..<3).map { _ in ContinuousClock().measure { _ = LinkScanner.destinations(in: bytes[...]) } }.min()
        ?? .zero
    }
    // Eight times the text; a quadratic scan would need 64 times as long.
    #expect(time(16_000) < time(2_000) * 40 + .milliseconds(50))
  }
}
