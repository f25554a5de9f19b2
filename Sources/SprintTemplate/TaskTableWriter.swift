import SprintLinker
import SprintMarkdown
import SprintModel
import SprintReader
import SprintSource

/// Writes rows of tasks as a table of the standard template.
///
/// Fields that the template has no column for get one where any row of the table has such a field.
struct TaskTableWriter {
  let sprint: Sprint
  let context: ReadingContext
  let surplus: Surplus
  let options: StandardTemplate.Options
  let breaks: Cell.LineBreaks
  let expansions: Expansions

  private struct Column {
    let header: String
    let text: (Row) -> [UInt8]
    /// Whether it stands there even where no row has anything to say.
    var isFixed = false
  }

  private struct Row {
    let task: TrackerTask
    let ids: [TaskID]
    let number: [UInt8]
    /// Where the row, bullet or block of the source begins.
    let place: Int
    let isFirst: Bool
  }

  /// The lines of a table; `next` is the number of the next row that has none of its own.
  func lines(of rows: [TaskRow], next: inout Int) -> [[UInt8]] {
    let rows = numbered(rows, next: &next)
    // A task that two tables declare is declared twice only where the tables are alike.
    let all = everyRow.get { declaresTwice ? numbered(TaskRow.rows(of: sprint)) : nil } ?? rows
    let columns = (fixedColumns(all) + optionalColumns + surplusColumns(all)).filter { column in
      column.isFixed || all.contains { !column.text($0).isEmpty }
    }
    let header = columns.map { Cell.text(Bytes($0.header), .folded) }
    var lines = [Cell.row(header), Cell.row(columns.map { _ in "---" })]
    for row in rows {
      var cells = columns.map { $0.text(row) }
      let comments = row.isFirst ? surplus.comments(ofRowAt: row.place) : []
      for comment in comments {
        let text = Cell.text(comment, breaks)
        let last = cells.count - 1
        cells[last] += (cells[last].isEmpty ? [] : [0x20]) + text
      }
      lines.append(Cell.row(cells))
    }
    return lines
  }

  /// All rows of the sprint, where a task is declared twice.
  private let everyRow = LazyValue<[Row]?>()

  private var declaresTwice: Bool { Set(sprint.tasks.map(\.uid)).count < sprint.tasks.count }

  // MARK: Rows

  private func numbered(_ rows: [TaskRow]) -> [Row] {
    var next = 1
    return numbered(rows, next: &next)
  }

  /// The rows with their numbers: the author's where all have one, and none is split.
  private func numbered(_ rows: [TaskRow], next: inout Int) -> [Row] {
    let keeps = rows.allSatisfy {
      sprint.tasks[$0.tasks.lowerBound].row != nil && !(options.splitsCompounds && $0.isPlural)
    }
    var result: [Row] = []
    for row in rows {
      let tasks = row.tasks.map { sprint.tasks[$0] }
      guard let first = tasks.first else { continue }
      let parts = options.splitsCompounds ? tasks.map { [$0.id.value] } : [tasks.map(\.id.value)]
      for (place, ids) in parts.enumerated() {
        let own = first.row?.value
        let isLabel = own.map { !$0.utf8.allSatisfy(\.isDigit) } ?? false
        let number: String
        if let own, keeps || (isLabel && parts.count == 1) {
          number = own
          if let value = Int(own), value < 1_000_000 { next = max(next, value + 1) }
        } else {
          number = String(next)
          next += 1
        }
        result.append(
          Row(
            task: first, ids: ids, number: Cell.text(Bytes(number), breaks), place: first.range.lower,
            isFirst: place == 0))
      }
    }
    return result
  }

  // MARK: Columns

  private func fixedColumns(_ rows: [Row]) -> [Column] {
    let hasPaths = rows.contains { !holdsPaths($0.task) }
    var columns = [
      Column(header: "#", text: { $0.number }, isFixed: true),
      Column(header: "Task ID", text: { label($0) }, isFixed: true),
      Column(header: "Status", text: { status($0.task.status) }, isFixed: true),
      Column(header: "Key dependency / next step", text: { orDash(cell($0.task.dependencyText)) }, isFixed: true),
      Column(
        header: "Owners", text: { hasPaths ? orDash(owners($0.task)) : ownersAndPaths($0.task) }, isFixed: true),
      Column(header: "Task Definition", text: { cell($0.task.definition) }, isFixed: true),
    ]
    if hasPaths {
      columns.append(
        Column(
          header: "Paths", text: { joined($0.task.paths.map { Array("`".utf8) + cell($0) + Array("`".utf8) }, ", ") }))
    }
    return columns
  }

  private var optionalColumns: [Column] {
    [
      Column(header: "Completion Criteria", text: { criteria($0.task.acceptance) }),
      Column(header: "Estimate", text: { cell($0.task.estimate) }),
      Column(header: "Priority", text: { cell($0.task.priority) }),
      Column(header: "Notes", text: { cell($0.task.notes) }),
    ]
  }

  private func surplusColumns(_ rows: [Row]) -> [Column] {
    var known: Set<Surplus.Column> = []
    let columns = rows.flatMap { surplus.values(ofRowAt: $0.place).map(\.column) }.filter { known.insert($0).inserted }
    return columns.map { column in
      Column(
        header: column.header,
        text: { row in
          let values = surplus.values(ofRowAt: row.place).filter { $0.column == column }
          return joined(values.map { expanded($0.text) }, "<br>")
        }, isFixed: true)
    }
  }

  // MARK: Cells

  private func cell(_ value: LocatedText?) -> [UInt8] {
    guard let value else { return [] }
    let edits = expansions.edits(in: value.range)
    let slice = context.slice(value.range)
    return edits.isEmpty || slice != value.bytes ? Cell.text(value, breaks) : expanded(slice)
  }

  /// A text of the file, with full ids for what is written.
  private func expanded(_ slice: Bytes) -> [UInt8] {
    let range = slice.range
    var text: [UInt8] = []
    var index = slice.startIndex
    for edit in expansions.edits(in: range) where edit.range.lower >= index {
      text += slice[index..<edit.range.lower] + Array(edit.replacement)
      index = edit.range.upper
    }
    return Cell.text(Bytes(text + slice[index...]), breaks)
  }

  private func orDash(_ text: [UInt8]) -> [UInt8] { text.isEmpty ? Array("—".utf8) : text }

  /// The ids as written where they read back, else each in full.
  private func label(_ row: Row) -> [UInt8] {
    let written = Cell.text(row.task.label, breaks)
    let found = context.ids.declarations(in: Inline.unwrapped(Bytes(written)))
    if found.ids.map(\.value) == row.ids { return written }
    return Array(row.ids.map(\.text).joined(separator: " / ").utf8)
  }

  /// The state as written; a box says less than a word, and stands for the same state.
  private func status(_ status: Status) -> [UInt8] {
    guard status.isStated else { return Array("—".utf8) }
    let written = cell(status.text)
    let isBox = written.count == 3 && written.first == UInt8(ascii: "[")
    let found = context.statuses.status(in: Bytes(written))
    let isSame =
      found.state == status.state && found.date?.value == status.date?.value
      && Self.isSame(found.note?.value ?? "", status.note?.value ?? "")
    if isSame && !isBox || status.state == .unknown { return written }
    let aside = [status.date?.value.description, status.note?.value].compactMap(\.self)
    let word = status.state.standardWord + (aside.isEmpty ? "" : " (\(aside.joined(separator: "; ")))")
    return Cell.text(Bytes(word), breaks)
  }

  private func criteria(_ criteria: [Criterion]) -> [UInt8] {
    joined(
      criteria.filter(\.saysSomething).map { Array($0.isDone ? "[x] ".utf8 : "[ ] ".utf8) + cell($0.text) }, "<br>")
  }

  private func joined(_ parts: [[UInt8]], _ separator: String) -> [UInt8] {
    Array(parts.joined(separator: Array(separator.utf8)))
  }

  // MARK: Owners

  private func owners(_ task: TrackerTask) -> [UInt8] {
    let names = task.owners.map { cell($0.name) }
    let ways = [" · ", ", ", "; ", "<br>"].map { joined(names, $0) }
    return ways.first { reads($0, as: task.owners, []) } ?? ways[0]
  }

  private func ownersAndPaths(_ task: TrackerTask) -> [UInt8] {
    guard !task.paths.isEmpty else { return orDash(owners(task)) }
    return orDash(owners(task)) + Array(" (".utf8) + joined(task.paths.map { cell($0) }, ", ") + Array(")".utf8)
  }

  /// Whether the column of the owners can hold the paths too.
  private func holdsPaths(_ task: TrackerTask) -> Bool {
    task.paths.isEmpty || reads(ownersAndPaths(task), as: task.owners, task.paths)
  }

  private func reads(_ cell: [UInt8], as owners: [Owner], _ paths: [LocatedText]) -> Bool {
    let found = context.owners.owners(in: Bytes(cell))
    return found.owners.count == owners.count
      && zip(found.owners, owners).allSatisfy { Self.isSame($0.name.value, $1.name.value) }
      && found.paths.map(\.value) == paths.map(\.value)
  }

  /// Whether two texts are the same but for what a cell changes.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one == other || RoundTrip.plain(one) == RoundTrip.plain(other)
  }
}

extension Criterion {
  /// Whether it has a letter or a number; a cell holds no other criterion.
  var saysSomething: Bool {
    text.value.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
