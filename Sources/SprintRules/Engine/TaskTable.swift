import SprintLinker
import SprintModel
import SprintSource

/// The rows of one table that declare tasks.
struct TaskTable: Sendable {
  /// Their places among the rows of the sprint: at least one.
  private(set) var rows: Range<Int>
  /// Whether no other line stands among the rows: a row that declares no task, a note, a blank line.
  private(set) var isUnbroken = true

  private init(_ row: Int) { rows = row..<row + 1 }

  /// The tables of tasks. Rows that a gap cut off belong to the table before the gap.
  static func tables(_ rows: [TaskRow], of sprint: Sprint, in file: SourceFile) -> [TaskTable] {
    var tables: [TaskTable] = []
    var previous: ByteRange?
    for place in rows.indices {
      let range = sprint.tasks[rows[place].tasks.lowerBound].range
      guard isRow(file.slice(range)) else {
        previous = nil
        continue
      }
      let between = previous.map { file.slice(ByteRange($0.upper, range.lower)) }
      if let between, !tables.isEmpty, !beginsTable(between) {
        tables[tables.count - 1].rows = tables[tables.count - 1].rows.lowerBound..<place + 1
        let isNext = between.allSatisfy(\.isSpace) && between.count { $0 == 0x0A } <= 1
        if !isNext { tables[tables.count - 1].isUnbroken = false }
      } else {
        tables.append(TaskTable(place))
      }
      previous = range
    }
    return tables
  }

  /// Whether the text of a task is a row of a table, and not a block or a bullet.
  static func isRow(_ text: Bytes) -> Bool {
    guard let first = text.first, first != UInt8(ascii: "#") else { return false }
    if first == UInt8(ascii: "|") { return true }
    let mayBeBullet = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "*")
    let isBullet = mayBeBullet && (text.dropFirst().first?.isBlank ?? true)
    return !isBullet && text.contains(UInt8(ascii: "|")) && !text.contains(0x0A)
  }

  /// Whether a heading, or the line of dashes under a header, stands in a text.
  private static func beginsTable(_ text: Bytes) -> Bool {
    guard text.contains(where: { !$0.isSpace }) else { return false }
    return text.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      let line = line.trimmed
      if line.first == UInt8(ascii: "#") { return true }
      return line.contains(UInt8(ascii: "-"))
        && line.allSatisfy {
          $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0.isBlank
        }
    }
  }
}
