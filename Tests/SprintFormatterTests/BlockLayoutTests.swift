import SprintFormatter
import Testing

/// Blank lines, bullets, blanks at the ends of lines and line ends.
struct BlockLayoutTests {
  @Test(arguments: [
    ("# A\nText\n\n\n\nMore\n", "# A\n\nText\n\nMore\n"), ("Text\n- a\n- b\n## H\n", "Text\n\n- a\n- b\n\n## H\n"),
    ("A\n===\nB\n---\nC\n", "A\n===\n\nB\n---\n\nC\n"),
    ("> a\n# H\n***\n```\nx\n```\ny\n", "> a\n\n# H\n\n***\n\n```\nx\n```\n\ny\n"),
    ("A\n\n\n", "A\n"), ("A", "A\n"), ("A\n \n\t\nB\n", "A\n\nB\n"),
    ("# A\n    code\n\n\n\nB\n", "# A\n\n    code\n\nB\n"),
    ("- a\n\n\n\n# H\n", "- a\n\n# H\n"),
  ])
  func `one blank line stands between blocks`(before: String, after: String) {
    #expect(Formatted.text(before) == after)
  }

  @Test(arguments: [
    // Inside lists and quotes, between two lists, beside HTML, in what is no block.
    "- a\n\n\n- b\n", "> a\n>\n>\n> b\n", "- a\n* b\n", "1. a\n- b\n", "- a\n\n\n* b\n", "<!-- a -->\nText\n",
    "Text\n<div>\n\n\n</div>\nText\n",
    "[a]: b\n\n\n[c]: d\n", "<pre>\n\n\n  \n</pre>\n", "<!--\n\n\n-->\n\n\n\nA\n",
    // Code that nothing closes takes in all blank lines.
    "```\na\n\n\n", "- ```\n  a\n# H\n", "- ```\n  a\n\n\n\n# H\n", "- <!--\n# H\n",
    "---\na: b\n\n\nc: d\n---\n\n\n# H\n", "", "\n", " \n\n",
    // Below a blank line the header of the table would be code.
    "Text\n    | a | b |\n| --- | --- |\n", "Text\n \t| a | b |\n| --- | --- |\n",
  ])
  func `what blank lines mean something to stays`(text: String) {
    let expected = text == " \n\n" ? "\n\n" : text
    #expect(Formatted.text(text) == expected)
  }

  @Test(arguments: [
    ("* a\n* b\n", "- a\n- b\n"), ("+ a\n  * b\n    + c\n", "- a\n  - b\n    - c\n"),
    ("1. a\n   * b\n", "1. a\n   - b\n"),
    ("* [x] a\n", "- [x] a\n"), ("*\ta\n", "-\ta\n"), ("* a\n\n  b\n\n* c\n", "- a\n\n  b\n\n- c\n"),
  ])
  func `bullets are dashes`(before: String, after: String) {
    #expect(Formatted.text(before) == after)
  }

  @Test(arguments: [
    "* a\n+ b\n", "- a\n* b\n", "* a\n\n+ b\n\n- c\n", "* - -\n", "* ---\n", "+ * *\n", "*\n", "> * a\n", "***\n",
    "* * *\n", "1. a\n2. b\n",
    "```\n* a\n```\n", "\\* a\n",
  ])
  func `bullets stay where a dash would say something else`(text: String) {
    #expect(Formatted.text(text) == text)
  }

  @Test(arguments: [
    ("a \nb\t\nc  \t\n", "a\nb\nc\n"), ("# a  \n", "# a\n"), ("a  \nb   \n", "a  \nb\n"),
    ("- a \n  b \n", "- a\n  b\n"),
    ("| A |  \n| --- |\t\n", "| A |\n| --- |\n"), ("---  \n", "---\n"), ("a\n   \nb\n", "a\n\nb\n"),
  ])
  func `blanks at the ends of lines go`(before: String, after: String) {
    #expect(Formatted.text(before) == after)
  }

  @Test(arguments: [
    // Hard breaks, a backslash that would become one, and a box without a text.
    "a  \nb\n", "a   \nb\n", "a\\ \nb\n", "a\\\nb\n", "- [ ] \n",
    // In code, in HTML, in a link, in a quote.
    "`a \nb`\n", "```\na \n```\n", "    a \n", "a <b \nc>\n", "[a](b 'c \nd')\n", "[a]: b 'c \nd'\n", "> a \n> b\n",
    "<p> \n", "<p>\n \n</p> \n",
    "- a\n\n  ```\n  b \n   \n  ```\n",
  ])
  func `blanks that mean something stay`(text: String) {
    #expect(Formatted.text(text) == text)
  }

  @Test(arguments: [
    ("a\r\nb\r\n\r\n\r\nc", "a\r\nb\r\n\r\nc\r\n"), ("a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n"), ("a\nb\nc\r\n", "a\nb\nc\n"),
    ("a\nb\r\n", "a\nb\n"), ("```\r\na\n```\r\n", "```\r\na\r\n```\r\n"), ("# a\r\nb\r\n", "# a\r\n\r\nb\r\n"),
    // A carriage return alone: nobody knows what was meant.
    ("a\rb \n\n\n\nc", "a\rb \n\n\n\nc"), ("a\r\r\nb\n", "a\r\r\nb\n"),
  ])
  func `lines end as most of the file's do`(before: String, after: String) {
    #expect(Formatted.text(before) == after)
  }

  @Test func `lines end with LF where that is wanted`() {
    var style = LayoutStyle()
    style.lineEndings = .lf
    #expect(Formatted.text("a\r\nb\r\n\r\n```\r\nc \r\n```\r\n", style) == "a\nb\n\n```\nc \n```\n")
    #expect(Formatted.text("a\rb\r\n", style) == "a\rb\r\n")
  }
}
