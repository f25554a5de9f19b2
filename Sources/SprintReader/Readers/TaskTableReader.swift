import SprintMarkdown
import SprintModel
import SprintSource

/// Reads the rows of a table as tasks.
struct TaskTableReader {
  let context: ReadingContext
  let columns: ColumnMap

  /// The task that a row declares, with the first of its ids, and all of these; nil where there is none.
  func task(in row: LogicalRow) -> (TrackerTask, ids: [Located<TaskID>])? {
    guard let idCell = columns.text(.id, of: row) else { return nil }
    let cell = Inline.unwrapped(context.slice(idCell))
    guard let (ids, rest, mark) = ids(in: cell), let first = ids.first else { return nil }
    let label = LocatedText(cell[..<rest.startIndex].trimmed)
    return (task(first, label, mark, rest, row), ids)
  }

  private func task(
    _ id: Located<TaskID>, _ label: LocatedText, _ mark: Status?, _ rest: Bytes, _ row: LogicalRow
  ) -> TrackerTask {
    var (owners, paths) =
      columns.text(.owners, of: row).map { context.owners.owners(in: context.slice($0)) } ?? ([], [])
    if let cell = columns.text(.paths, of: row) { paths += PathScanner.paths(in: context.slice(cell)) }
    return TrackerTask(
      id: id, name: id.value.name(in: context.file.slug), row: columns.text(.number, of: row).map(context.located),
      label: label,
      status: status(of: row) ?? mark
        ?? Status(state: .unknown, text: LocatedText("", at: .empty(at: row.range.upper))),
      owners: owners, paths: paths, dependencyText: columns.text(.dependencies, of: row).map(context.located),
      definition: columns.text(.definition, of: row).map(context.located) ?? Self.handle(rest),
      acceptance: columns.text(.criteria, of: row).map { CriteriaScanner.criteria(in: context.slice($0)) } ?? [],
      estimate: stated(.estimate, of: row), priority: stated(.priority, of: row), notes: stated(.notes, of: row),
      range: row.range)
  }

  /// The ids of a cell, what stands after them, and the state that a symbol in the cell tells.
  private func ids(in label: Bytes) -> (ids: [Located<TaskID>], rest: Bytes, mark: Status?)? {
    let (ids, end) = context.ids.declarations(in: label)
    // What a header calls the id of a task is one.
    let isTask = { (id: Bytes) in !context.ids.isForeign(id) || (columns.namesTasks && context.ids.mayBeTask(id)) }
    if let first = ids.first, isTask(first.value.bytes) {
      return (ids, label[end...], nil)
    }
    guard let declaration = context.declarations.declaration(in: label), declaration.form < .word else { return nil }
    return (declaration.ids, label[declaration.label.endIndex...], declaration.status)
  }

  /// The text beside the id, where the id's column holds both.
  private static func handle(_ rest: Bytes) -> LocatedText? {
    // What closes the emphasis or code around the id belongs to the id.
    let rest = rest.drop { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "*") }
    guard let letter = rest.firstLetter else { return nil }
    let opening = rest[..<letter].firstIndex { "`*([".utf8.contains($0) }
    return LocatedText(titled: rest[(opening ?? letter)...].trimmed)
  }

  /// Nil where the table has no status.
  private func status(of row: LogicalRow) -> Status? {
    columns.cell(.status, of: row).map { context.status(in: $0) }
  }

  /// A cell that holds more than a dash.
  private func stated(_ column: Vocabulary.Column, of row: LogicalRow) -> LocatedText? {
    columns.text(column, of: row).map(context.slice).flatMap { cell in
      cell.contains(where: \.isWord) || cell.string.unicodeScalars.contains(where: Self.says) ? LocatedText(cell) : nil
    }
  }

  /// Whether a character is more than punctuation: a letter, a number such as `½`, a symbol such as `⬆`.
  private static func says(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || scalar.properties.numericType != nil }
    return switch scalar.properties.generalCategory {
    case .otherSymbol, .otherNumber, .decimalNumber, .letterNumber: true
    default: scalar.properties.isAlphabetic
    }
  }
}
