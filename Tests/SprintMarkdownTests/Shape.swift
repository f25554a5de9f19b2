import SprintMarkdown
import SprintSource

/// The blocks of a document as lines that can be read: each block with the slices of the file that it names.
///
///     paragraph one ↵ two
///     list
///       item [x]
///         paragraph done
///     table a ¦ b
///       1 ¦ 2
enum Shape {
  static func lines(_ text: String) -> [String] { lines(Array(text.utf8)) }

  static func lines(_ bytes: [UInt8]) -> [String] {
    let file = SourceFile(path: "a.md", bytes: bytes)
    return MarkdownDocument(file).blocks.flatMap { lines(of: $0, file) }
  }

  static func lines(of block: Block, _ file: SourceFile) -> [String] {
    func text(_ range: ByteRange) -> String { file.slice(range).string }
    func cells(_ row: Table.Row) -> String { row.cells.map(text).joined(separator: " ¦ ") }
    switch block {
    case .heading(let heading): return ["heading \(heading.level) \(text(heading.text))"]
    case .paragraph(let paragraph): return ["paragraph " + paragraph.lines.map(text).joined(separator: " ↵ ")]
    case .list(let list):
      var lines = [list.isOrdered ? "ordered" : "list"]
      for item in list.items {
        lines.append("  item" + (item.mark.map { " " + text($0.range) } ?? ""))
        for block in item.blocks { lines += self.lines(of: block, file).map { "    " + $0 } }
      }
      return lines
    case .table(let table): return ["table " + cells(table.header)] + table.rows.map { "  " + cells($0) }
    case .quote(let quote): return ["quote"] + quote.blocks.flatMap { lines(of: $0, file) }.map { "  " + $0 }
    case .code(let code): return ["code " + text(code.range)]
    case .thematicBreak(let range): return ["break " + text(range)]
    case .other(let range): return ["other " + text(range)]
    }
  }

  /// Everything about the blocks, with all ranges: equal only for equal blocks.
  static func dump(_ bytes: [UInt8], isWhole: Bool = false) -> String {
    String(describing: MarkdownDocument(SourceFile(path: "a.md", bytes: bytes), isWhole: isWhole))
  }
}
