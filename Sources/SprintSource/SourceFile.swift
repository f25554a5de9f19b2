/// A file that was read: its bytes as they lie on disk, and the text that the tool works on.
///
/// The two differ only where a carrier repaired the text (line breaks found again, an outer fence
/// taken off, …). All ranges in the model are ranges of `text`; `position(at:)` and `onDisk(_:)`
/// lead them back to the file. What leaves the tool (findings, their fixes, damages) is about the
/// file on disk.
@usableFromInline package final class SourceFile: Sendable {
  /// As shown in reports: relative to where the tool was started, where it can be.
  package let path: String
  package let disk: [UInt8]
  @usableFromInline package let text: [UInt8]
  /// The lines of `text`.
  package let lines: LineTable
  /// What was repaired, in the order in which it was done.
  package let repairs: [Repair]
  /// What was found to be damaged, repaired or not, in the order in which it was found.
  package let damages: [TextDamage]
  /// Whether all of `text` is UTF-8.
  package let isWellFormed: Bool
  /// The last part of the path.
  package let name: Substring
  /// What stands before the name in the path: empty, or ending in a slash.
  package var folder: Substring { path.prefix(upTo: name.startIndex) }
  /// The name without its extension: what a sprint is called outside its file.
  package let slug: String
  private let diskLines: LineTable
  /// Of the file on disk.
  private let scalars: ScalarCounts

  /// A repair of the text on its way in.
  package struct Repair: Sendable {
    package let kind: RepairKind
    /// On the text as the repairs before this one left it.
    package let edits: [TextEdit]
    fileprivate let offsets: OffsetMap
  }

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    disk = bytes
    text = bytes
    lines = LineTable(bytes)
    diskLines = lines
    scalars = lines.hasLongLine ? ScalarCounts(bytes) : ScalarCounts()
    repairs = []
    damages = []
    isWellFormed = Bytes(bytes).isWellFormed
    let name = Substring(path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...])
    self.name = name
    slug = String(name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name)
  }

  private init(_ file: SourceFile, _ repair: Repair, text: [UInt8]) {
    path = file.path
    disk = file.disk
    diskLines = file.diskLines
    scalars = file.scalars
    damages = file.damages
    name = file.name
    slug = file.slug
    self.text = text
    repairs = file.repairs + [repair]
    lines = LineTable(text)
    isWellFormed = Bytes(text).isWellFormed
  }

  private init(_ file: SourceFile, _ damage: TextDamage) {
    path = file.path
    disk = file.disk
    diskLines = file.diskLines
    scalars = file.scalars
    damages = file.damages + [damage]
    name = file.name
    slug = file.slug
    text = file.text
    repairs = file.repairs
    lines = file.lines
    isWellFormed = file.isWellFormed
  }

  /// The same file with its text repaired; the bytes on disk stay what they are.
  package func repaired(_ kind: RepairKind, by edits: [TextEdit]) -> SourceFile {
    let (text, offsets) = TextEdit.apply(edits, to: text)
    let repair = Repair(kind: kind, edits: edits, offsets: offsets)
    return SourceFile(self, repair, text: text)
  }

  /// The same file with a damage noted that was found in its text as it is now.
  ///
  /// Range and edits are those of the text; they are kept as those of the file on disk, so that they
  /// mean the same once the text is repaired.
  package func noting(
    _ kind: RepairKind, at range: ByteRange, evidence: String, edits: [TextEdit], isCertain: Bool
  ) -> SourceFile {
    let edits = edits.map { onDisk($0) }
    let damage = TextDamage(
      kind: kind, range: onDisk(range), evidence: evidence, edits: edits.contains(nil) ? [] : edits.compactMap { $0 },
      isCertain: isCertain)
    return SourceFile(self, damage)
  }

  @inlinable package func slice(_ range: ByteRange) -> Bytes { Bytes(text).at(range) }

  /// A range of the text without blanks, tabs and line ends at either end.
  @inlinable package func trimmed(_ range: ByteRange) -> ByteRange {
    let text = text
    let bytes = text.span
    var lower = range.lower
    var upper = range.upper
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return ByteRange(lower, upper)
  }

  /// The range of the file on disk that a range of the text came from.
  package func onDisk(_ range: ByteRange) -> ByteRange {
    repairs.reversed().reduce(range) { $1.offsets.before($0) }
  }

  /// The edit of the file on disk that does what an edit of the text does.
  ///
  /// - Returns: nil where it would take more or less of the file with it, or where it would mix what is
  ///   repaired with what is not: then the damage must be mended first.
  package func onDisk(_ edit: TextEdit) -> TextEdit? {
    var range = edit.range
    for repair in repairs.reversed() {
      guard repair.kind.isUndisturbed(by: edit.replacement), let before = repair.offsets.exactly(before: range) else {
        return nil
      }
      range = before
    }
    return TextEdit(range, edit.replacement)
  }

  // MARK: Positions

  /// Where the byte at `offset` of the text stands in the file on disk.
  package func position(at offset: Int) -> Position { position(onDisk: onDisk(.empty(at: offset)).lower) }

  /// Where a range of the text begins and ends in the file on disk; the end is exclusive.
  package func positions(of range: ByteRange) -> (start: Position, end: Position) { positions(onDisk: onDisk(range)) }

  /// The bytes of the line, on disk and without its line end, that holds a byte of the text.
  package func line(at offset: Int) -> Bytes { line(onDisk: onDisk(.empty(at: offset)).lower) }

  /// Where a range of the file on disk begins and ends; the end is exclusive.
  package func positions(onDisk range: ByteRange) -> (start: Position, end: Position) {
    (position(onDisk: range.lower), position(onDisk: range.upper))
  }

  /// The bytes of the line, without its line end, that holds a byte of the file on disk.
  package func line(onDisk offset: Int) -> Bytes {
    let line = diskLines.line(at: offset)
    guard let range = diskLines.range(ofLine: line) else { return [] }
    return Bytes(disk).at(range).withoutLineEnd
  }

  /// Where a byte of the file on disk stands.
  package func position(onDisk offset: Int) -> Position {
    let line = diskLines.line(at: offset)
    guard let range = diskLines.range(ofLine: line) else { return Position(line: line, column: 1) }
    let column = scalars.count(in: Bytes(disk), from: range.lower, to: min(offset, disk.count))
    return Position(line: line, column: column + 1)
  }
}
