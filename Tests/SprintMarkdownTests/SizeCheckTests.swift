import SprintMarkdown
import SprintSource
import Testing

struct SizeCheckTests {
  /// A text, what is limited, how much of it there is, and the line that has too much; nil for the file as a whole.
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    let kind: Limits.Kind
    let figure: Int
    let line: Int?

    init(_ text: String, _ kind: Limits.Kind, _ figure: Int, line: Int?) {
      self.text = text
      self.kind = kind
      self.figure = figure
      self.line = line
    }

    var testDescription: String { "\(kind.rawValue): \(text.debugDescription.prefix(40))" }
  }

  private static let samples = [
    Sample("abc\ndef\n", .fileSize, 8, line: nil),
    Sample("a\nabcdef\n", .lineLength, 6, line: 2),
    Sample("abcdef\r\na\r\n", .lineLength, 6, line: 1),
    Sample("a\n>>> a\n", .nesting, 3, line: 2),
    Sample("> - 1. + a\n", .nesting, 4, line: 1),
    Sample("- a\n  - b\n    - c\n", .nesting, 3, line: 3),
    Sample("- a\n\n  - b\n", .nesting, 2, line: 3),
    Sample("> > a\nlazy\n", .nesting, 2, line: 1),
    Sample("- - a\n", .nesting, 2, line: 1),
    Sample("-\n  -\n    -\n", .nesting, 3, line: 3),
    Sample("> - a\n>\n>   - b\n", .nesting, 3, line: 3),
    Sample("|a|b|c|\n|-|-|-|\n", .columns, 3, line: 2),
    Sample("a | b\n:-- | --:\n", .columns, 2, line: 2),
    Sample("> |a|b|\n> |-|-|\n", .columns, 2, line: 2),
    // Header and rows, of which the short ones are filled up.
    Sample("|a|b|\n|-|-|\n|c|\nd\n", .cells, 6, line: 4),
    Sample("|a|b|\n|-|-|\n\n|a|b|\n|-|-|\n|c|\n", .cells, 6, line: 6),
    Sample("*a* `b`\n", .marks, 5, line: 1),
    Sample("- a\n- b\n", .marks, 4, line: 2),
    Sample("|a|\n|-|\n", .marks, 6, line: 2),
    Sample("[a]: bcd\n\n[a] [a]\n", .linkText, 27, line: nil),
    Sample("[a]: b\n'c\nd'\n\n[a]\n", .linkText, 26, line: nil),
  ]

  private func excess(_ sample: Sample, limit: Int) -> Excess? {
    var limits = Limits()
    limits[sample.kind] = limit
    return SizeCheck.excess(in: SourceFile(path: "a.md", bytes: Array(sample.text.utf8)), limits)
  }

  @Test(arguments: samples) func `what is just at a limit is read`(sample: Sample) {
    #expect(excess(sample, limit: sample.figure) == nil)
  }

  @Test(arguments: samples) func `what is just above it is refused, with the figure and the place`(sample: Sample) {
    let file = SourceFile(path: "a.md", bytes: Array(sample.text.utf8))
    let found = excess(sample, limit: sample.figure - 1)
    #expect(found?.kind == sample.kind)
    #expect(found?.figure == sample.figure)
    #expect(found?.limit == sample.figure - 1)
    #expect(found?.range.map { file.position(at: $0.lower).line } == sample.line)
  }

  @Test(
    arguments: [
      ("        code, indented deeply\n", Limits.Kind.nesting), ("a - b - c - d\n", .nesting),
      ("2025. 1-2-3\n", .nesting),
      ("```\n                            x\n```\n", .nesting), ("- a\n\ntext\n\n    code\n", .nesting),
      ("a | b | c | d\n", .columns), ("a|b|c\n- | -\nx|y|z\n", .columns), ("--- --- ---\n", .columns),
    ] as [(String, Limits.Kind)])
  func `what only looks like it is not counted`(text: String, kind: Limits.Kind) {
    var limits = Limits()
    limits[kind] = 2
    #expect(SizeCheck.excess(in: SourceFile(path: "a.md", bytes: Array(text.utf8)), limits) == nil)
  }

  @Test(arguments: ["", "\n", "\r", " ", "\u{0}", "|", "-", "[", "1", "1.", ">", "\t"])
  func `the smallest texts are within all limits`(text: String) {
    #expect(SizeCheck.excess(in: SourceFile(path: "a.md", bytes: Array(text.utf8)), Limits()) == nil)
  }
}
