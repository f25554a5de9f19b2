import SprintMarkdown
import SprintSource
import Testing

struct CellScannerTests {
  private func bytes(_ text: String) -> Bytes { Bytes(text) }

  @Test(arguments: [
    ("", []), ("   ", []), ("a", ["a"]), ("|", []), ("||", [""]), ("| a", ["a"]), ("a |", ["a"]), ("a|b", ["a", "b"]),
    ("| a | b |", ["a", "b"]), ("|a||b|", ["a", "", "b"]), ("  | a |  ", ["a"]), ("| a | b | ", ["a", "b"]),
    ("| a \\| b |", ["a \\| b"]), ("a \\|", ["a \\|"]), ("\\| a | b", ["\\| a", "b"]), ("| a \\\\| b |", ["a \\\\| b"]),
    ("| `a|b` |", ["`a", "b`"]), ("| — | é |", ["—", "é"]), ("|\ta\t|", ["a"]),
  ])
  func `pipes part cells unless a backslash stands before them`(_ line: String, _ cells: [String]) {
    let line = bytes(line)
    #expect(CellScanner.cells(of: line).map { line.at($0).string } == cells)
  }

  @Test(arguments: [
    ("| `a|b` | c |", [4]), ("| ``a`|b`` |", [6]), ("| a | b |", []), ("| `a | b |", []), ("| `a\\|b` |", []),
    ("| \\`a|b` |", []), ("`|`|`|`", [1, 5]),
  ])
  func `pipes in code spans are known`(_ line: String, _ places: [Int]) {
    #expect(CellScanner.pipesInCode(of: bytes(line)) == places)
  }

  @Test(arguments: [
    ("| a | b |", true), ("| a | b | c", true), ("  | a | b |  ", true), ("| a |", true),
    ("| a | b", false), ("| a", false), ("a | b | c", false), ("|", false), ("", false), ("| a \\| b \\| c", false),
  ])
  func `a row of its own begins with a pipe and has an end`(_ line: String, _ isRow: Bool) {
    #expect(CellScanner.looksLikeRow(bytes(line)) == isRow)
  }

  @Test(arguments: [
    ("`a`", ["`a`"]), ("a `b` c `d`", ["`b`", "`d`"]), ("``a`b``", ["``a`b``"]), ("`a``b`", ["`a``b`"]), ("`a", []),
    ("`a`` b", []), ("\\`a`", []), ("```", []), ("` `` `", ["` `` `"]), ("``` `a` ``", ["`a`"]),
  ])
  func `a code span is closed by a run of the same length`(_ text: String, _ spans: [String]) {
    let text = bytes(text)
    #expect(CodeSpans(in: text).ranges.map { text.at($0).string } == spans)
  }
}
