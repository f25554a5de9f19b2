import SprintMarkdown
import SprintModel
import SprintSource

@testable import SprintReader

/// A document that a test makes, as the readers see it.
struct Context {
  let file: SourceFile
  let document: MarkdownDocument
  let reading: ReadingContext

  init(_ text: String) {
    file = SourceFile(path: "SPRINT_10_app.md", bytes: Array(text.utf8))
    document = MarkdownDocument(file)
    reading = ReadingContext(file, Scanners())
  }

  var tables: [Table] {
    document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  func text(_ range: ByteRange?) -> String? { range.map { file.slice($0).string } }
}
