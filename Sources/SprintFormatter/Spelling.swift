import SprintModel
import SprintMarkdown
import SprintSource

/// Spells states and dates as standard trackers do, where the model reads them.
struct Spelling {
  private let file: SourceFile
  private let kinds: LineKinds
  private let vocabulary: Vocabulary
  private let changesStatuses: Bool

  init(_ file: SourceFile, _ kinds: LineKinds, _ vocabulary: Vocabulary, changesStatuses: Bool) {
    self.file = file
    self.kinds = kinds
    self.vocabulary = vocabulary
    self.changesStatuses = changesStatuses
  }

  /// The edits for all statuses and dates; the same one several times where tasks share a row.
  func edits(of sprint: Sprint) -> [TextEdit] {
    var edits: [TextEdit] = []
    for status in sprint.tasks.map(\.status) + sprint.groups.compactMap(\.status) where isField(status.text.range) {
      let text = file.slice(status.text.range)
      if changesStatuses, let edit = StatusSpelling.edit(of: status, in: text, vocabulary) { edits.append(edit) }
      if status.date == nil, status.impossibleDate == nil, status.state != .unknown,
        let edit = DateSpelling.edit(ofStatus: text)
      {
        edits.append(edit)
      }
    }
    for entry in sprint.log where entry.date == nil && kinds.kind(at: entry.dateText.range.lower) == .row {
      if let edit = DateSpelling.edit(ofCell: Inline.unwrapped(file.slice(entry.dateText.range))) { edits.append(edit) }
    }
    return edits
  }

  /// Whether a status is a whole cell or the value of a field: not a part of a title, not a box.
  private func isField(_ range: ByteRange) -> Bool {
    guard !range.isEmpty, let line = file.lines.range(ofLine: file.lines.line(at: range.lower)) else { return false }
    let before = file.slice(ByteRange(line.lower, range.lower)).trimmingSuffix {
      $0.isBlank || StatusSpelling.isMark($0)
    }
    switch kinds.kind(at: range.lower) {
    case .row: return before.isEmpty || before.last == CellScanner.pipe
    case .text:
      guard before.last == UInt8(ascii: ":") else { return false }
      let name = before.dropLast().reversed().prefix {
        $0.isLetter || $0.isBlank || $0 >= 0x80 || StatusSpelling.isMark($0)
      }
      // Of several fields on a line, each has its name in marks.
      let words = Vocabulary.normalized(Bytes(name.reversed()))
      return vocabulary.columns[words] == .status
        || vocabulary.columns[String(words.split(separator: " ").last ?? "")] == .status
    case .left: return false
    }
  }
}
