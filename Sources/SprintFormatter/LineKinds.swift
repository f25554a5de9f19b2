import SprintMarkdown
import SprintSource

/// What each line of a document belongs to, as far as words on it may be spelled anew.
struct LineKinds {
  enum Kind {
    /// A row of a table that is laid out.
    case row
    /// A paragraph or a list.
    case text
    /// Whatever is left as it is.
    case left
  }

  private var kinds: [Kind]
  private let file: SourceFile

  init(_ document: MarkdownDocument, _ file: SourceFile, leaving tables: [Table]) {
    self.file = file
    kinds = Array(repeating: .left, count: file.lines.lineCount)
    let left = Set(tables.map(\.range))
    for block in document.blocks {
      switch block {
      case .table(let table) where !left.contains(table.range): mark(block.range, .row)
      case .paragraph, .list: mark(block.range, .text)
      default: break
      }
    }
  }

  private mutating func mark(_ range: ByteRange, _ kind: Kind) {
    for line in file.lines.line(at: range.lower)...file.lines.line(at: range.upper) { kinds[line - 1] = kind }
  }

  func kind(at offset: Int) -> Kind { kinds[file.lines.line(at: offset) - 1] }
}
