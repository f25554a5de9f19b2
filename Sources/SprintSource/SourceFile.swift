/// A file that was read: its bytes as they lie on disk, and the text that the tool works on.
///
/// The two differ only where a carrier repaired the text (line breaks found again, an outer fence
/// taken off, …). All ranges in the model are ranges of `text`; `position(at:)` and `onDisk(_:)`
/// lead them back to the file.
package struct SourceFile: Sendable {
  /// As shown in reports: relative to where the tool was started, where it can be.
  package let path: String
  package let disk: [UInt8]
  package let text: [UInt8]
  /// The lines of `text`.
  package let lines: LineTable
  /// What was repaired, in the order in which it was done.
  package let repairs: [Repair]
  private let diskLines: LineTable

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
    repairs = []
  }

  private init(path: String, disk: [UInt8], diskLines: LineTable, text: [UInt8], repairs: [Repair]) {
    self.path = path
    self.disk = disk
    self.diskLines = diskLines
    self.text = text
    self.repairs = repairs
    lines = LineTable(text)
  }

  /// The same file with its text repaired; the bytes on disk stay what they are.
  package func repaired(_ kind: RepairKind, by edits: [TextEdit]) -> SourceFile {
    let (text, offsets) = TextEdit.apply(edits, to: text)
    let repair = Repair(kind: kind, edits: edits, offsets: offsets)
    return SourceFile(path: path, disk: disk, diskLines: diskLines, text: text, repairs: repairs + [repair])
  }

  /// The last part of the path.
  package var name: Substring { path.split(separator: "/").last ?? Substring(path) }

  /// The name without its extension: what a sprint is called outside its file.
  package var slug: String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.dropLast().joined(separator: ".") : String(name)
  }

  package func slice(_ range: ByteRange) -> Bytes { text[...].at(range) }

  /// The range of the file on disk that a range of the text came from.
  package func onDisk(_ range: ByteRange) -> ByteRange {
    repairs.reversed().reduce(range) { $1.offsets.before($0) }
  }

  /// Where the byte at `offset` of the text stands in the file on disk.
  package func position(at offset: Int) -> Position { positionOnDisk(onDisk(.empty(at: offset)).lower) }

  /// Where a range of the text begins and ends in the file on disk; the end is exclusive.
  package func positions(of range: ByteRange) -> (start: Position, end: Position) {
    let range = onDisk(range)
    return (positionOnDisk(range.lower), positionOnDisk(range.upper))
  }

  /// The bytes of the line, on disk and without its line end, that holds a byte of the text.
  package func line(at offset: Int) -> Bytes {
    let line = diskLines.line(at: onDisk(.empty(at: offset)).lower)
    guard let range = diskLines.range(ofLine: line) else { return [] }
    var slice = disk[...].at(range)
    while let last = slice.last, last == 0x0A || last == 0x0D { slice.removeLast() }
    return slice
  }

  private func positionOnDisk(_ offset: Int) -> Position {
    let line = diskLines.line(at: offset)
    guard let range = diskLines.range(ofLine: line) else { return Position(line: line, column: 1) }
    var column = 1
    var index = range.lower
    let end = min(offset, disk.count)
    while index < end {
      index += disk[...].scalar(at: index).length
      column += 1
    }
    return Position(line: line, column: column)
  }
}
