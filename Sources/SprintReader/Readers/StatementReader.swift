import SprintMarkdown
import SprintModel
import SprintSource

/// Reads what the sections of prose say: each bullet, at every depth, and each paragraph is a statement.
enum StatementReader {
  static func statements(in block: Block, _ context: ReadingContext) -> [LocatedText] {
    var statements: [LocatedText] = []
    add(block, context, to: &statements)
    return statements
  }

  private static func add(_ block: Block, _ context: ReadingContext, to statements: inout [LocatedText]) {
    switch block {
    case .paragraph(let paragraph):
      if let statement = statement(paragraph, context) { statements.append(statement) }
    case .list(let list):
      if statements.isEmpty { statements.reserveCapacity(list.items.count) }
      for item in list.items { for inner in item.blocks { add(inner, context, to: &statements) } }
    case .quote(let quote): for inner in quote.blocks { add(inner, context, to: &statements) }
    default: break
    }
  }

  private static func statement(_ paragraph: Paragraph, _ context: ReadingContext) -> LocatedText? {
    // A row that strayed into the paragraph is no part of what it says.
    let lines = paragraph.lines.prefix { !CellScanner.looksLikeRow(context.slice($0)) }
    guard let first = lines.first, let last = lines.last else { return nil }
    let text = context.slice(first.union(last))
    return text.contains { $0.isWord } ? LocatedText(text) : nil
  }
}
