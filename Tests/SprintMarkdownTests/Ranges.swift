import SprintMarkdown
import SprintSource

/// The rules that all ranges of all blocks keep.
enum Ranges {
  /// What breaks a rule, in words; nothing where all is right.
  static func violations(in block: Block, _ file: SourceFile) -> [String] {
    violations(in: block, within: ByteRange(0, file.text.count))
  }

  /// The pieces of text that a block is made of.
  static func texts(of block: Block) -> [ByteRange] {
    switch block {
    case .heading(let heading): [heading.text]
    case .paragraph(let paragraph): paragraph.lines
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(texts) }
    case .table(let table): table.header.cells + table.rows.flatMap(\.cells)
    case .quote(let quote): quote.blocks.flatMap(texts)
    case .code(let code): [code.range]
    case .thematicBreak(let range), .other(let range): [range]
    }
  }

  private static func violations(in block: Block, within parent: ByteRange) -> [String] {
    var found: [String] = []
    func check(_ range: ByteRange, in outer: ByteRange, _ name: String) {
      if !outer.contains(range) { found.append("\(name) \(range) outside \(outer)") }
    }
    func checkOrder(_ ranges: [ByteRange], _ name: String) {
      for (one, next) in zip(ranges, ranges.dropFirst()) where one.upper > next.lower {
        found.append("\(name) \(next) begins before the end of \(one)")
      }
    }
    func check(_ row: Table.Row, in table: Table) {
      check(row.range, in: table.range, "row")
      for cell in row.cells { check(cell, in: row.range, "cell") }
      checkOrder(row.cells, "cell")
    }
    func check(_ blocks: [Block], in outer: ByteRange) {
      for block in blocks { found += violations(in: block, within: outer) }
    }
    check(block.range, in: parent, "block")
    switch block {
    case .heading(let heading): check(heading.text, in: heading.range, "heading text")
    case .paragraph(let paragraph):
      for line in paragraph.lines { check(line, in: paragraph.range, "line") }
      checkOrder(paragraph.lines, "line")
      if paragraph.lines.isEmpty { found.append("a paragraph without lines") }
    case .list(let list):
      for item in list.items {
        check(item.range, in: list.range, "item")
        if let mark = item.mark { check(mark.range, in: item.range, "mark") }
        check(item.blocks, in: item.range)
      }
      checkOrder(list.items.map(\.range), "item")
    case .table(let table):
      check(table.header, in: table)
      check(table.delimiter, in: table.range, "delimiter")
      for row in table.rows { check(row, in: table) }
      checkOrder([table.header.range, table.delimiter] + table.rows.map(\.range), "row")
    case .quote(let quote): check(quote.blocks, in: quote.range)
    case .code, .thematicBreak, .other: break
    }
    return found
  }
}
