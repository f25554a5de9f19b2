import SprintMarkdown
import SprintSource

/// Finds the links of a document, wherever text can hold one: not in code, not in HTML.
enum LinkReader {
  static func links(in blocks: [Block], of file: SourceFile) -> [Located<String>] {
    var links: [Located<String>] = []
    guard file.text[...].firstRange(of: LinkScanner.opening[...], from: 0) != nil else { return links }
    for block in blocks { add(block, of: file, to: &links) }
    return links
  }

  private static func add(_ block: Block, of file: SourceFile, to links: inout [Located<String>]) {
    func scan(_ range: ByteRange) { links += LinkScanner.destinations(in: file.slice(range)) }
    switch block {
    case .heading(let heading): scan(heading.text)
    case .paragraph(let paragraph):
      guard let first = paragraph.lines.first, let last = paragraph.lines.last else { return }
      scan(first.union(last))
    case .table(let table):
      for row in [table.header] + table.rows
      where file.slice(row.range).firstRange(of: LinkScanner.opening[...], from: row.range.lower) != nil {
        for cell in row.cells { scan(cell) }
      }
    case .list(let list):
      for item in list.items { for inner in item.blocks { add(inner, of: file, to: &links) } }
    case .quote(let quote): for inner in quote.blocks { add(inner, of: file, to: &links) }
    case .code, .thematicBreak, .other: break
    }
  }
}
