import SprintMarkdown
import SprintModel
import SprintSource

/// Reads what the sections of prose say: each bullet, at every depth, and each paragraph is a statement.
enum StatementReader {
  static func statements(in block: Block, _ context: ReadingContext) -> [Located<String>] {
    switch block {
    case .paragraph(let paragraph): statement(paragraph, context).map { [$0] } ?? []
    case .list(let list): list.items.flatMap { item in item.blocks.flatMap { statements(in: $0, context) } }
    case .quote(let quote): quote.blocks.flatMap { statements(in: $0, context) }
    default: []
    }
  }

  private static func statement(_ paragraph: Paragraph, _ context: ReadingContext) -> Located<String>? {
    // A row that strayed into the paragraph is no part of what it says.
    let lines = paragraph.lines.prefix { !CellScanner.looksLikeRow(context.slice($0)) }
    guard let first = lines.first, let last = lines.last else { return nil }
    let text = context.slice(first.union(last))
    return text.contains { $0.isWord } ? Located(text) : nil
  }
}
