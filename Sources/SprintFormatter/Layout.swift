import SprintMarkdown
import SprintModel
import SprintSource

/// All that is to be changed in a file.
struct Layout {
  /// Words and dates that are spelled anew, in the order of the text.
  let respellings: [TextEdit]
  /// All edits, the respellings too, in the order of the text; none gets in the way of another.
  let edits: [TextEdit]
  /// The headers of the tables that are left as they are.
  let leftTables: [ByteRange]

  init(
    _ document: MarkdownDocument, _ file: SourceFile, _ sprint: Sprint, _ style: LayoutStyle, _ vocabulary: Vocabulary
  ) {
    let tables = TableSelection(document, file, sprint)
    let kinds = LineKinds(document, file, leaving: tables.left)
    let spelling = Spelling(file, kinds, vocabulary, changesStatuses: style.statuses)
    let respellings = Self.sorted(spelling.edits(of: sprint))
    var edits = respellings
    for table in tables.formatted {
      edits += TableLayout(table, file, style, keepsEnds: tables.keepsEnds(table), respellings).edits
    }
    edits += BulletMarks.edits(of: document.blocks, in: file)
    var lines = LinePlan(file, style.lineEndings)
    BlankLines.plan(document.blocks, of: file, in: &lines)
    TrailingBlanks.plan(document, of: file, in: &lines)
    edits += lines.edits
    self.respellings = respellings
    self.edits = Self.sorted(edits)
    leftTables = tables.left.map(\.header.range)
  }

  /// In order, each place once: rows that declare several tasks share their status.
  private static func sorted(_ edits: [TextEdit]) -> [TextEdit] {
    var sorted: [TextEdit] = []
    for edit in edits.sorted(by: { $0.range < $1.range }) where edit != sorted.last { sorted.append(edit) }
    return sorted
  }
}
