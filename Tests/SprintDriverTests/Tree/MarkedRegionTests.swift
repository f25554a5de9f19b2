import SprintDriver
import SprintSource
import SprintTesting
import Testing

struct MarkedRegionTests {
  private func find(_ text: String) throws -> MarkedRegion? {
    try MarkedRegion.find(in: SourceFile(path: "TREE.md", bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    "", "# Tree\n", "Text <!-- sprintmark:begin tree --> in a line\n", "```\n<!-- sprintmark:begin tree -->\n```\n",
    "~~~~\n<!-- sprintmark:end -->\n~~~\n<!-- sprintmark:begin tree -->\n",
  ])
  func `no region`(text: String) throws { #expect(try find(text) == nil) }

  @Test func `a region, its inputs and its body`() throws {
    let text = "a\n<!-- sprintmark:begin tree 1 00\nSPRINT_1 a.md 0a\nb.md 0b\n-->\nbody\n<!-- sprintmark:end -->\nz"
    let region = try #require(try find(text))
    let bytes = Bytes(text)
    #expect(bytes.at(region.range).string.hasPrefix("<!-- sprintmark:begin"))
    #expect(bytes.at(region.range).string.hasSuffix("<!-- sprintmark:end -->"))
    #expect(bytes.at(region.body).string == "\nbody\n")
    #expect(bytes.at(region.marker).string == "<!-- sprintmark:begin tree 1 00")
    #expect(region.inputs.map { "\($0.path)=\($0.digest)" } == ["SPRINT_1 a.md=0a", "b.md=0b"])
  }

  @Test func `a fence that is open in the region does not hide its end`() throws {
    #expect(throws: (any Error).self) {
      try find("<!-- sprintmark:begin tree -->\n```\n<!-- sprintmark:begin tree -->\n<!-- sprintmark:end -->\n")
    }
    #expect(try find("<!-- sprintmark:begin tree -->\n```\n<!-- sprintmark:end -->\n") != nil)
  }

  @Test(arguments: [
    (
      "x\n<!-- sprintmark:begin tree -->\n",
      """
      TREE.md:2:1: error: this region is never ended
         |
       2 | <!-- sprintmark:begin tree -->
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         = help: put `<!-- sprintmark:end -->` where it is to end

      """
    ),
    (
      "<!-- sprintmark:begin tree -->\n<!-- sprintmark:begin tree -->\n<!-- sprintmark:end -->\n",
      """
      TREE.md:2:1: error: a region begins inside another
         |
       2 | <!-- sprintmark:begin tree -->
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         = the other begins here  TREE.md:1
         = help: put `<!-- sprintmark:end -->` before it, or remove one of the two

      """
    ),
    (
      "x\n\n  <!-- sprintmark:end -->\n",
      """
      TREE.md:3:3: error: a region ends here that has not begun
         |
       3 |   <!-- sprintmark:end -->
         |   ^^^^^^^^^^^^^^^^^^^^^^^
         = help: put `<!-- sprintmark:begin tree -->` where it is to begin

      """
    ),
    (
      "<!-- sprintmark:begin tree\nx\n",
      """
      TREE.md:1:1: error: this comment is never closed
         |
       1 | <!-- sprintmark:begin tree
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^
         = help: end it with `-->`

      """
    ),
    (
      "<!-- sprintmark:begin a -->\n<!-- sprintmark:end -->\n<!-- sprintmark:begin b -->\n<!-- sprintmark:end -->\n",
      """
      TREE.md:3:1: error: a second region begins here
         |
       3 | <!-- sprintmark:begin b -->
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
         = the first begins here  TREE.md:1
         = help: keep one of the two

      """
    ),
  ])
  func `markers that do not fit together`(text: String, report: String) {
    do {
      _ = try find(text)
      Issue.record("no error")
    } catch {
      #expect("\(error)" == report)
    }
  }
}
