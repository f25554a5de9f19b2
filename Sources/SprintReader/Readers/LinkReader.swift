import SprintMarkdown
import SprintSource

/// Finds the links of a document, wherever text can hold one: not in code, not in HTML.
struct LinkReader {
  private let file: SourceFile
  private var links: [LocatedText] = []
  /// Where a link was last looked for, and the first place from there on that may be one: most blocks have none.
  private var place: (start: Int, next: Int)

  private init(_ file: SourceFile) {
    self.file = file
    place = (0, Self.next(in: Bytes(file.text)))
  }

  static func links(in blocks: [Block], of file: SourceFile) -> [LocatedText] {
    var reader = LinkReader(file)
    guard reader.place.next < file.text.count else { return [] }
    for block in blocks where reader.mayHoldLink(block.range) { reader.add(block) }
    return reader.links
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let heading): scan(heading.text)
    case .paragraph(let paragraph):
      guard let first = paragraph.lines.first, let last = paragraph.lines.last else { return }
      scan(first.union(last))
    case .table(let table):
      scan(table.header)
      for row in table.rows { scan(row) }
    case .list(let list):
      for item in list.items where mayHoldLink(item.range) { for inner in item.blocks { add(inner) } }
    case .quote(let quote): for inner in quote.blocks { add(inner) }
    case .code, .thematicBreak, .other: break
    }
  }

  private mutating func scan(_ row: Table.Row) {
    guard mayHoldLink(row.range) else { return }
    for cell in row.cells { scan(cell) }
  }

  private mutating func scan(_ range: ByteRange) {
    if mayHoldLink(range) { links += LinkScanner.destinations(in: file.slice(range)) }
  }

  /// Whether a range may hold a link. Ranges nearly always come in the order of the text, so that it is gone through once.
  private mutating func mayHoldLink(_ range: ByteRange) -> Bool {
    if range.lower < place.start { return Self.next(in: file.slice(range)) < range.upper }
    if place.next < range.lower { place = (range.lower, Self.next(in: Bytes(file.text)[range.lower...])) }
    return place.next < range.upper
  }

  /// The first place of what each link has between its text and its destination; the end where there is none.
  private static func next(in text: Bytes) -> Int {
    text.firstRange(of: LinkScanner.opening, from: text.startIndex)?.lowerBound ?? text.endIndex
  }
}
