import SprintMarkdown
import SprintSource

/// Makes `-` of the other marks that a bullet can have (CommonMark 0.29 §5.2).
enum BulletMarks {
  /// The edits for all lists but those in quotes.
  static func edits(of blocks: [Block], in file: SourceFile) -> [TextEdit] {
    var edits: [TextEdit] = []
    for (index, block) in blocks.enumerated() {
      guard case .list(let list) = block else { continue }
      // Two lists, one right after the other, are two only because their marks differ.
      let hasNeighbour = isList(blocks, index - 1) || isList(blocks, index + 1)
      if !list.isOrdered, !hasNeighbour { edits += self.edits(of: list, in: file) }
      for item in list.items { edits += self.edits(of: item.blocks, in: file) }
    }
    return edits
  }

  private static func isList(_ blocks: [Block], _ index: Int) -> Bool {
    if blocks.indices.contains(index), case .list(let list) = blocks[index] { !list.isOrdered } else { false }
  }

  private static func edits(of list: MarkdownList, in file: SourceFile) -> [TextEdit] {
    var edits: [TextEdit] = []
    for item in list.items {
      let place = item.range.lower
      let line = file.slice(item.range).prefix { $0 != 0x0A && $0 != 0x0D }
      guard let mark = line.first, "-*+".utf8.contains(mark), line.dropFirst().first?.isBlank ?? true else { return [] }
      // With nothing but marks on its line, it would become a line across the page.
      guard line.contains(where: { !$0.isBlank && !"-*+_".utf8.contains($0) }) else { return [] }
      if mark != dash { edits.append(TextEdit(ByteRange(place, place + 1), [dash])) }
    }
    return edits
  }

  private static let dash = UInt8(ascii: "-")
}
