import SprintModel
import SprintReader
import SprintSource

/// Writes entries of a log as the table of the standard template, the newest first.
struct LogTableWriter {
  let context: ReadingContext
  let surplus: Surplus
  let breaks: Cell.LineBreaks

  func lines(of entries: [LogEntry]) -> [[UInt8]] {
    // Rows without a date keep their order, at the end.
    let sorted = entries.enumerated().sorted { one, other in
      switch (one.element.date, other.element.date) {
      case (let first?, let second?): (second, one.offset) < (first, other.offset)
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): one.offset < other.offset
      }
    }
    .map(\.element)
    var columns: [Surplus.Column] = []
    for entry in sorted {
      for value in surplus.values(ofRowAt: entry.range.lower) where !columns.contains(value.column) {
        columns.append(value.column)
      }
    }
    let headers = ["Date (UTC)", "Update", "Owner"] + columns.map(\.header)
    var lines = [
      Cell.row(headers.map { Cell.text(Bytes($0), .folded) }), Cell.row(headers.map { _ in "---" }),
    ]
    for entry in sorted {
      let values = surplus.values(ofRowAt: entry.range.lower)
      var cells = [
        date(entry), Cell.text(entry.update, breaks),
        Cell.text(entry.owner, breaks),
      ]
      for column in columns {
        cells.append(values.first { $0.column == column }.map { Cell.text($0.text, breaks) } ?? [])
      }
      for comment in surplus.comments(ofRowAt: entry.range.lower) {
        cells[cells.count - 1] += (cells[cells.count - 1].isEmpty ? [] : [0x20]) + Cell.text(comment, breaks)
      }
      lines.append(Cell.row(cells))
    }
    return lines
  }

  /// The date, with the time of day that a line may give it.
  private func date(_ entry: LogEntry) -> [UInt8] {
    let date = entry.dateText.range
    let between = context.slice(ByteRange(date.upper, max(date.upper, entry.update.range.lower)))
    guard !between.contains(UInt8(ascii: "|")), between.contains(where: \.isWord),
      let last = between.lastIndex(where: \.isWord)
    else {
      return Cell.text(entry.dateText, breaks)
    }
    return Cell.text(context.slice(ByteRange(date.lower, last + 1)), breaks)
  }
}
