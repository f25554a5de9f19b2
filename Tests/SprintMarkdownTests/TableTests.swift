import SprintMarkdown
import SprintSource
import Testing

struct TableTests {
  @Test(arguments: [
    ("| a | b |\n|---|---|\n|  1 |2|\n", ["table a ¦ b", "  1 ¦ 2"]),
    ("a | b\n--- | ---\n1 | 2\n", ["table a ¦ b", "  1 ¦ 2"]),
    ("| a |\n|:-:|\n| é🚀 |\n", ["table a", "  é🚀"]),
    ("| a | b |\n| :--- | ---: |\n", ["table a ¦ b"]),
    ("| a | b |\n|---|---|", ["table a ¦ b"]),
    // Short rows, long rows, empty cells.
    ("| a | b | c |\n|-|-|-|\n| 1 |\n| 1 | 2 | 3 | 4 | 5 |\n", ["table a ¦ b ¦ c", "  1", "  1 ¦ 2 ¦ 3 ¦ 4 ¦ 5"]),
    ("| a | b | c |\n|-|-|-|\n|| 2 ||\n| | | |\n", ["table a ¦ b ¦ c", "   ¦ 2 ¦ ", "   ¦  ¦ "]),
    // An escaped pipe parts nothing, also right before or after one that does.
    ("| a | b |\n|-|-|\n| x \\| y | after |\n", ["table a ¦ b", "  x \\| y ¦ after"]),
    ("| a | b |\n|-|-|\n|\\||\\||\n", ["table a ¦ b", "  \\| ¦ \\|"]),
    ("| a | b |\n|-|-|\n| 1 \\\\| 2 |\n", ["table a ¦ b", "  1 \\\\| 2"]),
    ("| a \\| b | c |\n|-|-|\n| 1 | 2 |\n", ["table a \\| b ¦ c", "  1 ¦ 2"]),
    // A pipe in a code span parts, as in GFM.
    ("| a | b |\n|-|-|\n| `x|y` | 2 |\n", ["table a ¦ b", "  `x ¦ y` ¦ 2"]),
    // A line without a pipe under a table is a row of one cell.
    (
      "| a | b |\n|-|-|\n| 1 | two\nlines |\n| 3 | 4 |\nend\n",
      ["table a ¦ b", "  1 ¦ two", "  lines", "  3 ¦ 4", "  end"]
    ),
    // A blank line, a heading, a quote or a fence ends it.
    ("| a | b |\n|-|-|\n| 1 | 2 |\n\n| 3 | 4 |\n", ["table a ¦ b", "  1 ¦ 2", "paragraph | 3 | 4 |"]),
    ("| a | b |\n|-|-|\n| 1 | 2 |\n# T\n", ["table a ¦ b", "  1 ¦ 2", "heading 1 T"]),
    (
      "| a | b |\n|-|-|\n| 1 | 2 |\n> note\n| 3 | 4 |\n",
      ["table a ¦ b", "  1 ¦ 2", "quote", "  paragraph note ↵ | 3 | 4 |"]
    ),
    // No tables: another number of columns, no delimiter row.
    ("| a | b |\n|-|\n", ["paragraph | a | b | ↵ |-|"]),
    ("| a | b |\n| 1 | 2 |\n", ["paragraph | a | b | ↵ | 1 | 2 |"]),
  ])
  func `a table has its header, its rows and every cell of them`(_ text: String, _ shape: [String]) {
    #expect(Shape.lines(text) == shape)
  }

  @Test(arguments: [
    ("Intro\n| a | b |\n|---|---|\n| 1 | 2 |\n", ["paragraph Intro", "table a ¦ b", "  1 ¦ 2"]),
    (
      "One\n  two\nthree\n| a | b |\n|---|---|\n| 1 | 2 |\n", ["paragraph One ↵ two ↵ three", "table a ¦ b", "  1 ¦ 2"]
    ),
    ("Intro\n| a | b |\n|---|---|\n", ["paragraph Intro", "table a ¦ b"]),
    ("Intro\n| a | b |\n|---|---|\n\nAfter\n", ["paragraph Intro", "table a ¦ b", "paragraph After"]),
    ("One\ntwo\n| a | b |\n|---|---|\n\n\n# T\n", ["paragraph One ↵ two", "table a ¦ b", "heading 1 T"]),
    ("> Intro\n> | a | b |\n> |---|---|\n> | 1 | 2 |\n", ["quote", "  paragraph Intro", "  table a ¦ b", "    1 ¦ 2"]),
    (
      "- Intro\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n",
      ["list", "  item", "    paragraph Intro", "    table a ¦ b", "      1 ¦ 2"]
    ),
    (
      "- [x] Intro\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n",
      ["list", "  item [x]", "    paragraph Intro", "    table a ¦ b", "      1 ¦ 2"]
    ),
  ])
  func `a table right under a paragraph is told from it`(_ text: String, _ shape: [String]) {
    #expect(Shape.lines(text) == shape)
  }

  @Test(arguments: [
    ("> | a | b |\n> |---|---|\n> | 1 | 2 |\n> | 3 | 4 |\n", ["quote", "  table a ¦ b", "    1 ¦ 2", "    3 ¦ 4"]),
    ("> > | a | b |\n>> |---|---|\n>>| 1 | 2 |\n", ["quote", "  quote", "    table a ¦ b", "      1 ¦ 2"]),
    ("- | a | b |\n  |---|---|\n  | 1 | 2 |\n", ["list", "  item", "    table a ¦ b", "      1 ¦ 2"]),
    (
      "- > | a | b |\n  > |---|---|\n  > | 1 | 2 |\n",
      ["list", "  item", "    quote", "      table a ¦ b", "        1 ¦ 2"]
    ),
    (
      "1. x\n\n   a | b\n   --|--\n   1 | 2\n",
      ["ordered", "  item", "    paragraph x", "    table a ¦ b", "      1 ¦ 2"]
    ),
  ])
  func `a table in a quote or a list has the cells that it has outside`(_ text: String, _ shape: [String]) {
    #expect(Shape.lines(text) == shape)
  }

  @Test func `rows, header and delimiter stand where they stand`() throws {
    let text = "Intro\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |  \nend\n"
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    guard case .table(let table)? = MarkdownDocument(file).blocks.last else {
      Issue.record("no table")
      return
    }
    #expect(file.slice(table.header.range).string == "| a | b |")
    #expect(file.slice(table.delimiter).string == "|---|---|")
    #expect(table.rows.map { file.slice($0.range).string } == ["| 1 | 2 |", "end"])
    #expect(file.slice(table.range).string == "| a | b |\n  |---|---|\n  | 1 | 2 |  \nend")
    #expect(table.columns == 2)
    #expect(
      table.rows[0].cells.map { file.position(at: $0.lower) } == [
        Position(line: 5, column: 5), Position(line: 5, column: 9),
      ])
  }

  @Test func `two tables with the same text have places of their own`() {
    let one = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    let file = SourceFile(path: "a.md", bytes: Array((one + "\n" + one).utf8))
    let lines = MarkdownDocument(file).blocks.map { file.position(at: $0.range.lower).line }
    #expect(lines == [1, 5])
  }
}
