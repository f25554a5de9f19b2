import SprintReader
import SprintSource
import Testing

extension Carriers {
  struct OuterFenceTests {
    struct Example: Sendable, CustomTestStringConvertible {
      let testDescription: String
      let text: String
      let mended: String
      let isCertain: Bool

      init(_ testDescription: String, text: String, mended: String, isCertain: Bool = true) {
        self.testDescription = testDescription
        self.text = text
        self.mended = mended
        self.isCertain = isCertain
      }
    }

    private func examine(_ text: String) -> (damage: Damage?, mended: String) {
      let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
      guard let damage = Carrier.outerFence.examine(file) else { return (nil, text) }
      return (damage, Bytes(file.repaired(.outerFence, by: damage.edits).text).string)
    }

    @Test(arguments: [
      Example(
        "one block", text: "```markdown\n# Plan\n- a\n```\n",
        mended: "# Plan\n- a\n"),
      Example(
        "short name, capitals", text: "```MD\n# Plan\n```",
        mended: "# Plan\n"),
      Example(
        "tildes", text: "~~~md\n# Plan\n```\nx\n```\n~~~\n",
        mended: "# Plan\n```\nx\n```\n"),
      Example(
        "longer outside", text: "````\n# P\n## Q\n- a\n```\nx\n```\n````\n",
        mended: "# P\n## Q\n- a\n```\nx\n```\n"),
      Example(
        "no name", text: "```\n# Plan\n## Tasks\n- a\n```\n",
        mended: "# Plan\n## Tasks\n- a\n"),
      Example(
        "blank lines around", text: "\n```md\n\n# Plan\n\n```\n\n",
        mended: "# Plan\n\n\n"),
      Example(
        "CR LF", text: "```md\r\n# Plan\r\n```\r\n",
        mended: "# Plan\r\n"),
      Example(
        "byte order mark", text: "\u{FEFF}```md\n# Plan\n```\n",
        mended: "\u{FEFF}# Plan\n"),
      Example(
        "front matter", text: "```md\n---\nslug: a\n---\ntext\n```\n",
        mended: "---\nslug: a\n---\ntext\n"),
      Example(
        "cut off before its end", text: "```markdown\n# Plan\n- a\n",
        mended: "# Plan\n- a\n"),
      Example(
        "closed by its own first block",
        text: "```markdown\n# P\n```yaml\na: b\n```\n## Q\n```sh\nls\n```\nend\n```\n",
        mended: "# P\n```yaml\na: b\n```\n## Q\n```sh\nls\n```\nend\n"),
      Example(
        "closed by its own first block, no name",
        text: "```\n# P\n## Q\n- a\n```yaml\na: b\n```\nend\n```\n",
        mended: "# P\n## Q\n- a\n```yaml\na: b\n```\nend\n"),
      Example(
        "first block bare, second named",
        text: "```md\n# P\n```\n+-- a\n```\n## Q\n```sh\nls\n```\nend\n```\n",
        mended: "# P\n```\n+-- a\n```\n## Q\n```sh\nls\n```\nend\n"),
      Example(
        "bare blocks pair both ways", text: "```md\n# P\n```\n+-- a\n```\n## Q\n```\n",
        mended: "# P\n```\n+-- a\n```\n## Q\n", isCertain: false),
    ])
    func `the fence around a document is taken off`(_ example: Example) {
      let (damage, mended) = examine(example.text)
      #expect(damage?.isCertain == example.isCertain)
      #expect(mended == example.mended)
      #expect(examine(mended).damage == nil)
    }

    @Test(arguments: [
      "", "\n", "```", "```markdown", "```markdown\n```\n", "\0", "# Plan\n```\nx\n```\n",
      // A document that begins with a sample of code.
      "```sh\n# install\nmake\n```\n# Plan\n",
      "```sh\n# install\n## more\n- x\n```\n",
      "```\n# install\nmake\n```\n",
      "```markdown\n# Template\n```\n\n# How to use it\n\n```sh\nls\n```\n",
      "```markdown\n# Template\n```\nThis is how to begin.\n# More\n```\nx\n```\n",
      // A stray fence at the end.
      "```markdown\n# Template\n```\n# How to\n```sh\nls\n```\n```\n",
      // A fence that was forgotten: what follows is not named Markdown.
      "```\n# Plan\n## Tasks\n- a\n",
      // Markdown without heading or front matter: nothing says that it is a document.
      "```markdown\n- a\n```\n", "```markdown\n---\n```\n",
      "    ```markdown\n# Plan\n```\n", "``markdown\n# Plan\n``\n", "```markdown `x`\n# Plan\n```\n",
    ])
    func `other documents are left alone`(_ text: String) {
      #expect(examine(text).damage == nil)
    }

    @Test func `the caret stands under the fence`() {
      #expect(examine("\n```markdown\n# Plan\n```\n").damage?.range == ByteRange(1, 12))
    }

    @Test(.enabled(if: Seeds.exist)) func `a real document with six blocks of its own`() throws {
      let damaged = try #require(Seeds.raw("004"))
      let (damage, mended) = examine(Bytes(damaged).string)
      #expect(damage?.isCertain == true)
      #expect(mended.hasPrefix("---\nslug:"))
      #expect(mended.split(separator: "\n").last != "```")
    }
  }
}
