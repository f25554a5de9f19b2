import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let malformedTaskID = Rule(
    "SM203", "malformed-task-id", .warning,
    Documentation(
      "a task id is not written as ids are",
      why: """
        `APP‑10‑001` with hyphens that only look like the plain one, `APP-10-0O1` with a letter for a digit, `app-10-003`
        among ids in capitals: a search for the id does not find them, and references to them lead nowhere.
        A row with a state whose cell for the id holds none (`APP 10-003`, nothing at all) is read as no task.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        | 3 | APP-10-0O3 | TODO | None | App Guild | Ship. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. |
        | 2 | APP-10-002 | TODO | None | App Guild | Test. |
        | 3 | APP-10-REL | TODO | None | App Guild | Ship. |
        """,
      remedy: """
        Write the id as its neighbours are. `--fix` puts plain hyphens for those that only look like them;
        `--unsafe-fixes` puts the id that was most likely meant.
        """, fix: .unsafe),
    .sprint { context, report in
      reportUnnamed(context, to: &report)
      for row in context.rows { reportHyphens(of: row, context, to: &report) }
      for table in context.tables { reportStrangers(in: table, context, to: &report) }
    })

  // MARK: No id

  /// Reports the rows that are no tasks because nothing in their column for ids is one.
  private static func reportUnnamed(_ context: SprintContext, to report: inout Report) {
    for irregularity in context.sprint.irregularities {
      guard case .unnamedTask(let cell) = irregularity.kind else { continue }
      let isEmpty = !cell.bytes.contains(where: \.isWord)
      report.add(
        isEmpty
          ? "this row has a state and no task id: it is read as no task"
          : "\"\(Words.excerpt(cell.value))\" is no task id: the row is read as no task",
        at: isEmpty ? irregularity.range : cell.range, in: context.index,
        key: "unnamed|\(cell.value)|\(context.file.slice(irregularity.range).string)",
        help: "write an id as those of the other rows are")
    }
  }

  // MARK: Hyphens

  private static func reportHyphens(of row: TaskRow, _ context: SprintContext, to report: inout Report) {
    var edits: [TextEdit] = []
    for task in row.tasks {
      let id = context.file.slice(context.sprint.tasks[task].id.range)
      if id.firstIndex(of: 0xE2, from: id.startIndex) != nil { edits += hyphens(in: id).map { TextEdit($0, "-") } }
    }
    guard let first = edits.first else { return }
    let task = context.task(row)
    let scalar = Bytes(context.file.text).scalar(at: first.range.lower).scalar
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
    report.add(
      "\(context.name(of: row).plainHyphens) is written with \(code) for a hyphen: a search for it finds nothing",
      at: task.id.range,
      in: context.index, task: task, key: "hyphen", help: "write a plain hyphen",
      fixes: [Fix("write plain hyphens", .safe, edits, changing: [.task])])
  }

  /// The dashes in an id that are not the plain hyphen: U+2010 to U+2015.
  private static func hyphens(in text: Bytes) -> [ByteRange] {
    text.indices.filter {
      text[$0] == 0xE2 && $0 + 2 < text.endIndex && text[$0 + 1] == 0x80 && (0x90...0x95).contains(text[$0 + 2])
    }
    .map { ByteRange($0, $0 + 3) }
  }

  // MARK: Strangers

  /// Reports the ids that are not built as all others in their table are.
  private static func reportStrangers(in table: TaskTable, _ context: SprintContext, to report: inout Report) {
    var suspects: [Int] = []
    for row in context.rows[table.rows] where !row.isPlural {
      let task = row.tasks.lowerBound
      if mayBeSlip(context.sprint.tasks[task].id, context.file) { suspects.append(task) }
    }
    guard !suspects.isEmpty else { return }
    let rows = context.rows[table.rows].filter { !$0.isPlural }
    let form = TableForm(rows.map { context.sprint.tasks[$0.tasks.lowerBound].id.value })
    guard form.count > 2 else { return }
    for place in suspects {
      let task = context.sprint.tasks[place]
      guard let (written, meant) = slip(in: task, context, form) else { continue }
      let isTaken = context.workspace.symbols.node(meant) != nil && meant != task.id.value.text
      report.add(
        "\(context.file.slice(written).string) is not written as the other ids of the table are", at: written,
        in: context.index,
        task: task, key: "grammar",
        help: isTaken ? "write an id of its own: \(meant) is another task" : "did you mean \(meant)?",
        fixes: isTaken ? [] : [Fix("write \(meant)", .unsafe, [TextEdit(written, meant)], changing: [.task])])
    }
  }

  /// Whether an id looks like a slip, whatever the others look like; most do not.
  private static func mayBeSlip(_ id: Located<TaskID>, _ file: SourceFile) -> Bool {
    !id.value.isGlobal || isHyphenLeft(after: id, file) || id.value.hasDigitLikeLetters
  }

  /// Whether a full id goes on with a hyphen that belongs to nothing.
  private static func isHyphenLeft(after id: Located<TaskID>, _ file: SourceFile) -> Bool {
    let rest = file.slice(ByteRange(id.range.upper, id.range.upper + 2))
    guard rest.first == UInt8(ascii: "-") else { return false }
    let next = rest.dropFirst().first ?? 0x0A
    return next.isSpace || next == UInt8(ascii: "`") || next == UInt8(ascii: "|")
  }

  /// What is written, and the id that was meant.
  private static func slip(in task: TrackerTask, _ context: SprintContext, _ form: TableForm) -> (
    written: ByteRange, meant: String
  )? {
    let id = task.id.value
    if id.isGlobal, isHyphenLeft(after: task.id, context.file) {
      return (ByteRange(task.id.range.lower, task.id.range.upper + 1), id.text)
    }
    if id.isGlobal { return form.digits(for: id).map { (task.id.range, $0) } }
    guard form.globals == form.count - 1, let meant = capitals(for: id), form.firstSegments.contains(meant.segments[0])
    else { return nil }
    return (task.id.range, meant.text)
  }

  /// The id in capitals and with hyphens, where that makes it a full one.
  private static func capitals(for id: TaskID) -> TaskID? {
    // A small letter after the number tells parts of a task apart: `APP-10-001a`.
    let letters = id.bytes.filter(\.isLower)
    if letters.count == 1, id.bytes.last?.isLower ?? false { return nil }
    let hasHyphen = id.bytes.contains(UInt8(ascii: "-"))
    let text = String(id.text.uppercased().map { $0 == "_" && !hasHyphen ? "-" : $0 })
    let meant = TaskID(text)
    return meant.isGlobal && meant.segments.last?.utf8.allSatisfy(\.isDigit) ?? false ? meant : nil
  }
}

/// How the ids of a table are built.
private struct TableForm {
  private(set) var count = 0
  /// Those that are full ids.
  private(set) var globals = 0
  private(set) var firstSegments: Set<Substring> = []
  /// By the number of segments, how many ids there are, and at each place, how many of them have no number there.
  private var words: [Int: (ids: Int, places: [Int])] = [:]
  private var stems: Set<String> = []

  init(_ ids: some Sequence<TaskID>) {
    for id in ids {
      count += 1
      guard id.isGlobal else { continue }
      globals += 1
      let segments = id.segments
      firstSegments.insert(segments[0])
      stems.insert(segments.dropLast().joined(separator: "-"))
      var entry = words[segments.count] ?? (0, Array(repeating: 0, count: segments.count))
      entry.ids += 1
      for (place, segment) in segments.enumerated() where !segment.utf8.allSatisfy(\.isDigit) {
        entry.places[place] += 1
      }
      words[segments.count] = entry
    }
  }

  /// The id with digits for letters that look like them, where all others with as many segments have a number there.
  func digits(for id: TaskID) -> String? {
    guard id.hasDigitLikeLetters else { return nil }
    var segments = id.segments
    guard let entry = words[segments.count], entry.ids > 2 else { return nil }
    for (place, segment) in segments.enumerated() where place > 0 && entry.places[place] == 1 {
      let number = String(
        String.UnicodeScalarView(segment.unicodeScalars.map { $0 == "O" ? "0" : $0 == "I" ? "1" : $0 }))
      guard number != segment, number.utf8.allSatisfy(\.isDigit), segment.utf8.contains(where: \.isDigit) else {
        continue
      }
      segments[place] = Substring(number)
      return place == segments.count - 1 || stems.contains(segments.dropLast().joined(separator: "-"))
        ? segments.joined(separator: "-") : nil
    }
    return nil
  }
}

extension TaskID {
  /// Whether a segment but the first is a number with letters in it that look like digits.
  fileprivate var hasDigitLikeLetters: Bool {
    let bytes = bytes.span
    var (hasDigit, hasLetter, hasOther) = (false, false, true)
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "-"):
        if hasDigit && hasLetter && !hasOther { return true }
        (hasDigit, hasLetter, hasOther) = (false, false, false)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "O"), UInt8(ascii: "I"): hasLetter = true
      default: hasOther = true
      }
    }
    return hasDigit && hasLetter && !hasOther
  }
}

extension String {
  /// With `-` for the dashes from U+2010 to U+2015.
  fileprivate var plainHyphens: String {
    String(String.UnicodeScalarView(unicodeScalars.map { (0x2010...0x2015).contains($0.value) ? "-" : $0 }))
  }
}
