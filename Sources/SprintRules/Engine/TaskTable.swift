import SprintModel
import SprintSource

/// The rows of one table that declare tasks.
struct TaskTable: Sendable {
  /// At least one, in the order of the file.
  fileprivate(set) var rows: [TaskRow]
  /// Whether no other line stands among the rows: a row that declares no task, a note, a blank line.
  fileprivate(set) var isUnbroken = true
}

extension SprintContext {
  /// The tables of tasks. Rows that a gap cut off belong to the table before the gap.
  var tables: [TaskTable] {
    var tables: [TaskTable] = []
    var previous: ByteRange?
    for row in rows {
      let range = task(row).range
      guard isTableRow(range) else {
        previous = nil
        continue
      }
      let between = previous.map { file.slice(ByteRange($0.upper, range.lower)) }
      if let between, !tables.isEmpty, !Self.beginsTable(between) {
        tables[tables.count - 1].rows.append(row)
        let isNext = between.allSatisfy(\.isSpace) && between.count { $0 == 0x0A } <= 1
        if !isNext { tables[tables.count - 1].isUnbroken = false }
      } else {
        tables.append(TaskTable(rows: [row]))
      }
      previous = range
    }
    return tables
  }

  /// Whether a task stands in a row of a table, and not in a block or a bullet.
  func isTableRow(_ range: ByteRange) -> Bool {
    let line = file.slice(range)
    guard let first = line.first, line.contains(UInt8(ascii: "|")) else { return false }
    if first == UInt8(ascii: "|") { return true }
    let isBullet = [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(first) && (line.dropFirst().first?.isBlank ?? true)
    return first != UInt8(ascii: "#") && !isBullet && !line.contains(0x0A)
  }

  /// Whether a heading, or the line of dashes under a header, stands in a text.
  private static func beginsTable(_ text: Bytes) -> Bool {
    text.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      let line = line.trimmed
      if line.first == UInt8(ascii: "#") { return true }
      return line.contains(UInt8(ascii: "-"))
        && line.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") || $0.isBlank }
    }
  }
}
