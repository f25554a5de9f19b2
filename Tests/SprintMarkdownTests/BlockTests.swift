import SprintMarkdown
import SprintSource
import Testing

struct BlockTests {
  @Test(arguments: [
    ("", []),
    ("\n\n", []),
    ("one\ntwo\n", ["paragraph one ↵ two"]),
    ("# One\n## Two ##\n###### Six", ["heading 1 One", "heading 2 Two", "heading 6 Six"]),
    ("# C#\n", ["heading 1 C#"]),
    ("#\n", ["heading 1 "]),
    ("####### seven", ["paragraph ####### seven"]),
    ("   ## Indented  ", ["heading 2 Indented"]),
    ("One\n===\nTwo\n---\n", ["heading 1 One", "heading 2 Two"]),
    // No blank after the mark, so the mark is part of the text.
    ("#one\n====\n", ["heading 1 #one"]),
    ("a\n\n---\n***\n", ["paragraph a", "break ---", "break ***"]),
    ("```sh\nls\n```\n", ["code ```sh\nls\n```"]),
    ("    code\n", ["code code"]),
    ("<div>\n x\n</div>\n", ["other <div>\n x\n</div>"]),
    ("<!-- a -->\ntext\n", ["other <!-- a -->", "paragraph text"]),
    ("- a\n- b\n", ["list", "  item", "    paragraph a", "  item", "    paragraph b"]),
    ("3. a\n4) b\n", ["ordered", "  item", "    paragraph a", "ordered", "  item", "    paragraph b"]),
    (
      "- a\n\n  b\n  - c\n",
      ["list", "  item", "    paragraph a", "    paragraph b", "    list", "      item", "        paragraph c"]
    ),
    ("> a\n> > b\n", ["quote", "  paragraph a", "  quote", "    paragraph b"]),
  ])
  func `blocks are found with their texts`(_ text: String, _ shape: [String]) {
    #expect(Shape.lines(text) == shape)
  }

  @Test(arguments: [
    // Lazy lines, with and without an indent.
    ("> one\ntwo\n   three\n", ["quote", "  paragraph one ↵ two ↵ three"]),
    ("- one\ntwo\n", ["list", "  item", "    paragraph one ↵ two"]),
    ("one\n      two\n\tthree\n", ["paragraph one ↵ two ↵ three"]),
    // Lines of a setext heading keep their words, whatever their indent.
    ("   One\n===\n", ["heading 1 One"]),
    ("> One\n> ---\n", ["quote", "  heading 2 One"]),
    ("- One\n  ---\n", ["list", "  item", "    heading 2 One"]),
    // A quote mark with and without its blank, and one that belongs to the text.
    (">one\n>  two\n> > three", ["quote", "  paragraph one ↵ two", "  quote", "    paragraph three"]),
    ("one\n\\> two\n", ["paragraph one ↵ \\> two"]),
  ])
  func `a line of a paragraph is found behind whatever stands before it`(_ text: String, _ shape: [String]) {
    #expect(Shape.lines(text) == shape)
  }

  @Test func `a setext heading of several lines has them all for its text`() {
    #expect(Shape.lines("One\n  two\n===\n") == ["heading 1 One\n  two"])
    #expect(Shape.lines("> One\n> two\n> ---\n> three\n") == ["quote", "  heading 2 One\n> two", "  paragraph three"])
  }

  @Test(arguments: ["# One", "One\n===", "One\ntwo\n---"])
  func `a heading ends where it ends, whatever follows`(_ heading: String) {
    for rest in ["", "\n", "\ntext", "\n\n\ntext", "\n- a"] {
      let file = SourceFile(path: "a.md", bytes: Array((heading + rest).utf8))
      #expect(MarkdownDocument(file).blocks.first.map { file.slice($0.range).string } == heading)
    }
  }

  @Test func `text after a reference definition stands where it stands`() {
    #expect(Shape.lines("[a]: /url\ntext here\n").last?.hasSuffix("text here") == true)
    #expect(Shape.lines("[a]: /url\n\ntext here\n").last == "paragraph text here")
  }

  @Test(arguments: [
    // What cmark loses inside a paragraph is no loss here: lines are slices.
    ("a `two\n  line` span\nafter", ["paragraph a `two ↵ line` span ↵ after"]),
    (
      "see www.example.org and\n<https://example.org>\nafter",
      ["paragraph see www.example.org and ↵ <https://example.org> ↵ after"]
    ),
    ("a \\| b \\* c\nafter", ["paragraph a \\| b \\* c ↵ after"]),
    ("hard  \nbreak\\\nend", ["paragraph hard ↵ break\\ ↵ end"]),
  ])
  func `inlines do not move the lines`(_ text: String, _ shape: [String]) {
    #expect(Shape.lines(text) == shape)
  }

  @Test(arguments: ["- a\n- b\n\n", "- a\n- b\n\n\n\ntext\n", "- a\n- b", "- a\n- b  \n \n# c\n"])
  func `a list ends with its last item, not with the blank line after it`(_ text: String) throws {
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    guard case .list(let list)? = MarkdownDocument(file).blocks.first else {
      Issue.record("no list")
      return
    }
    #expect(file.slice(list.range).string == "- a\n- b")
    #expect(list.items.map { file.slice($0.range).string } == ["- a", "- b"])
  }

  @Test func `a comment of one line ends where it ends`() {
    #expect(Shape.lines("<!-- one -->\n\n<!-- two -->\n") == ["other <!-- one -->", "other <!-- two -->"])
    #expect(Shape.lines("<!-- one\ntwo -->\nend\n") == ["other <!-- one\ntwo -->", "paragraph end"])
  }

  // MARK: Task items

  @Test(arguments: [
    ("- [ ] a\n- [x] b\n- [X] c\n", ["[ ] a", "[x] b", "[X] c"]),
    ("* [-] a\n+ [~] b\n", ["[-] a", "[~] b"]),
    ("1. [x] a\n", ["[x] a"]),
    // Boxes in a quote, and without a text: cmark sees none, people do.
    ("> - [ ] a\n", ["[ ] a"]),
    ("- [x]\n", ["[x] "]),
    ("- [ ]  wide\n", ["[ ] wide"]),
    // No boxes.
    ("- [x]a\n", ["nil [x]a"]),
    ("- [ab] c\n", ["nil [ab] c"]),
    ("- [x](a.md) b\n", ["nil [x](a.md) b"]),
    ("- a [x] b\n", ["nil a [x] b"]),
  ])
  func `the box of an item is parted from its text`(_ text: String, _ items: [String]) {
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    func lists(_ blocks: [Block]) -> [MarkdownList] {
      blocks.flatMap { block in
        switch block {
        case .list(let list): [list]
        case .quote(let quote): lists(quote.blocks)
        default: [] as [MarkdownList]
        }
      }
    }
    let found = lists(MarkdownDocument(file).blocks).flatMap(\.items).map { item in
      let mark = item.mark.map { file.slice($0.range).string } ?? "nil"
      return mark + " " + (item.lead?.lines.map { file.slice($0).string }.joined(separator: " ↵ ") ?? "")
    }
    #expect(found == items)
  }

  @Test func `the lines after a task item's first are right`() {
    #expect(
      Shape.lines("- [ ] one\n  two\nthree\n\n  four\n") == [
        "list", "  item [ ]", "    paragraph one ↵ two ↵ three", "    paragraph four",
      ])
  }

  // MARK: Bytes

  @Test func `a byte order mark is no text`() {
    #expect(Shape.lines("\u{FEFF}# Title\n\ntext\n") == ["heading 1 Title", "paragraph text"])
    #expect(Shape.lines("\u{FEFF}| a | b |\n|---|---|\n| 1 | 2 |\n") == ["table a ¦ b", "  1 ¦ 2"])
    #expect(Shape.lines("\u{FEFF}text\n") == ["paragraph text"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line end gives the same blocks`(_ end: String) {
    let lines = ["# Title", "", "one", "two", "", "| a | b |", "|---|---|", "| 1 | 2 |", "", "- [x] c", "  d"]
    #expect(
      Shape.lines(lines.joined(separator: end)) == [
        "heading 1 Title", "paragraph one ↵ two", "table a ¦ b", "  1 ¦ 2", "list", "  item [x]", "    paragraph c ↵ d",
      ])
  }

  @Test func `tabs are single bytes`() {
    #expect(
      Shape.lines("#\tTitle\n\n-\tone\n\ttwo\n\n|\ta\t|\tb\t|\n|-|-|\n") == [
        "heading 1 Title", "list", "  item", "    paragraph one ↵ two", "table a ¦ b",
      ])
  }

  @Test func `NUL and bytes that are no UTF-8 move nothing`() {
    let text =
      Array("# A".utf8) + [0x00] + Array("B\n\n| ".utf8) + [0xFF, 0x00] + Array(" | b |\n|---|---|\n| ".utf8)
      + [0x00, 0xC3] + Array(" | 2 |\nend".utf8)
    let file = SourceFile(path: "a.md", bytes: text)
    let blocks = MarkdownDocument(file).blocks
    guard blocks.count == 2, case .heading(let heading) = blocks[0], case .table(let table) = blocks[1] else {
      Issue.record("\(blocks)")
      return
    }
    #expect(Array(file.slice(heading.text)) == [0x41, 0x00, 0x42])
    #expect(table.header.cells.map { Array(file.slice($0)) } == [[0xFF, 0x00], [0x62]])
    #expect(
      table.rows.map { $0.cells.map { Array(file.slice($0)) } } == [[[0x00, 0xC3], [0x32]], [Array("end".utf8)]])
  }

  // MARK: Front matter

  @Test(
    arguments: [
      ("---\nslug: a\n---\n# T\n", "slug: a\n", ["heading 1 T"]),
      ("---\r\nslug: a\r\n---\r\n# T\r\n", "slug: a\r\n", ["heading 1 T"]),
      ("\u{FEFF}---\nslug: a\n...\n\ntext", "slug: a\n", ["paragraph text"]),
      ("---\nslug: a\n---", "slug: a\n", []),
      ("---\n---\ntext", "", ["paragraph text"]),
      ("---\n\"a b\": c\n---\ntext", "\"a b\": c\n", ["paragraph text"]),
      // A rule over prose, and dashes that nothing closes.
      ("---\nSome prose here.\n\n---\n", nil, ["break ---", "paragraph Some prose here.", "break ---"]),
      ("---\nslug: a\n", nil, ["break ---", "paragraph slug: a"]),
      ("text\n\n---\na: b\n---\n", nil, ["paragraph text", "break ---", "heading 2 a: b"]),
      ("----\na: b\n\n----\n", nil, ["break ----", "paragraph a: b", "break ----"]),
    ] as [(String, String?, [String])])
  func `front matter is parted from the Markdown below it`(_ text: String, _ frontMatter: String?, _ shape: [String]) {
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    let document = MarkdownDocument(file)
    #expect(document.frontMatter.map { file.slice($0).string } == frontMatter)
    #expect(Shape.lines(text) == shape)
  }
}
