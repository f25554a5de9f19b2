import SprintMarkdown
import SprintSource
import Testing

struct CommentsTests {
  @Test(arguments: [
    ("Build. <!-- later -->", "Build."), ("<!-- a --> Build. <!-- b --><!-- c -->", "Build."), ("<!-- a -->", ""),
    (" Build. ", "Build."), ("", ""), ("A <!-- b --> C", "A <!-- b --> C"), ("A --> B", "A --> B"),
    ("A -->", "A -->"), ("<!-- A", "<!-- A"), ("<!-- a --> b -->", "b -->"), ("`<!-- a -->`", "`<!-- a -->`"),
    ("<!---->x<!---->", "x"), ("a <!-- b -- > -->", "a"),
    // No comment has another's beginning in it.
    ("<!-- a <!-- b --> c", "<!-- a <!-- b --> c"), ("a <!-- b <!-- c -->", "a <!-- b"),
  ])
  func `comments at the ends of a text are no part of it`(text: String, shown: String) {
    let bytes = Bytes(text)
    let trimmed = bytes.trimmedOfComments
    #expect(trimmed.string == shown)
    // What is left knows where it stands.
    #expect(bytes[trimmed.startIndex..<trimmed.endIndex].string == shown)
  }

  @Test func `cells, headings and lines have no comments at their ends`() {
    let text = """
      ## Tracker <!-- of 2025 -->
      | ID | State <!-- x --> |
      | --- | --- |
      | A-1-1 <!-- SM1 --> | TODO<!-- y --> |

      Owner: Ada <!-- for now -->
      """
    let file = SourceFile(path: "a.md", bytes: Array(text.utf8))
    var texts: [String] = []
    for block in MarkdownDocument(file).blocks {
      switch block {
      case .heading(let heading): texts.append(file.slice(heading.text).string)
      case .table(let table): texts += ([table.header] + table.rows).flatMap { $0.cells.map { file.slice($0).string } }
      case .paragraph(let paragraph): texts += paragraph.lines.map { file.slice($0).string }
      default: break
      }
    }
    #expect(texts == ["Tracker", "ID", "State", "A-1-1", "TODO", "Owner: Ada"])
  }
}
