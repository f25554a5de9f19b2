import SprintMarkdown
import SprintSource

/// Puts one blank line between the blocks of a document, and none at its end.
///
/// Lists, quotes and what they hold stay as they are, and so does what stands beside HTML.
enum BlankLines {
  static func plan(_ blocks: [Block], of file: SourceFile, in lines: inout LinePlan) {
    for (block, next) in zip(blocks, blocks.dropFirst()) where !isLeft(block, before: next, in: file) {
      let last = lastLine(of: block, in: file)
      let first = file.lines.line(at: next.range.lower)
      guard last < first, ((last + 1)..<first).allSatisfy(lines.isBlank) else { continue }
      if first - last == 1 {
        lines.addBlank(after: last)
      } else {
        for line in (last + 2)..<max(first, last + 2) { lines.remove(line) }
      }
    }
    guard let block = blocks.last, !block.endsOpen else { return }
    let last = lastLine(of: block, in: file)
    guard last < file.lines.lineCount, ((last + 1)...file.lines.lineCount).allSatisfy(lines.isBlank) else { return }
    for line in (last + 1)...file.lines.lineCount { lines.remove(line) }
  }

  private static let definition: Bytes = [UInt8(ascii: "]"), UInt8(ascii: ":")]
  private static let escape: Bytes = [CellScanner.backslash, CellScanner.pipe]

  private static func lastLine(of block: Block, in file: SourceFile) -> Int {
    file.lines.line(at: max(block.range.lower, block.range.upper - 1))
  }

  /// Whether a line is so far in that below a blank line it would be code (GFM §4.4).
  private static func isIndented(_ text: ByteRange, in file: SourceFile) -> Bool {
    let line = file.lines.range(ofLine: file.lines.line(at: text.lower)) ?? text
    let indent = file.slice(ByteRange(line.lower, text.lower))
    // A tab leads to the next fourth column, wherever it stands.
    return indent.count >= 4 || indent.contains(0x09)
  }

  private static func isLeft(_ block: Block, before next: Block, in file: SourceFile) -> Bool {
    switch (block, next) {
    case (.other, _), (_, .other), (.list, .list): true
    // Code that nothing closes but the end of its list or quote would take in a blank line.
    case (.list, _), (.quote, _): block.endsOpen
    // Right above a table, cmark-gfm takes the definition of a link for text, and a backslash off a pipe.
    case (.paragraph, .table(let table)):
      [definition, escape].contains { file.slice(block.range).firstRange(of: $0, from: block.range.lower) != nil }
        || isIndented(table.header.range, in: file)
    default: false
    }
  }
}

extension Block {
  /// Whether the last thing in a block is code or HTML, to which blank lines below may belong.
  var endsOpen: Bool {
    switch self {
    case .code, .other: true
    case .list(let list): list.items.last?.blocks.last?.endsOpen ?? false
    case .quote(let quote): quote.blocks.last?.endsOpen ?? false
    case .heading, .paragraph, .table, .thematicBreak: false
    }
  }

  /// Whether there is code or HTML in a block.
  var holdsVerbatim: Bool {
    switch self {
    case .code, .other: true
    case .list(let list): list.items.contains { $0.blocks.contains(where: \.holdsVerbatim) }
    case .quote(let quote): quote.blocks.contains(where: \.holdsVerbatim)
    case .heading, .paragraph, .table, .thematicBreak: false
    }
  }
}
