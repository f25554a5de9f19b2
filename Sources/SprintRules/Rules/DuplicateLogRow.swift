import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let duplicateLogRow = Rule(
    "SM501", "duplicate-log-row", .error,
    Documentation(
      "a row of the log stands twice",
      why: """
        A row that was pasted twice counts twice in every report. Rows that say on one day of one task that
        the same thing happened, in other words, are pointed out as information.
        """,
      firing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |
        | 2025-11-02 | Sprint begun. | Planning |
        | 2025-11-03 | APP-10-001 completed: build runs. | App |
        """,
      passing: """
        ## Execution Log
        | Date (UTC) | Update | Owner |
        | --- | --- | --- |
        | 2025-11-04 | Sync held. | Planning |
        | 2025-11-03 | Sync held. | Planning |
        """,
      remedy: "Delete the later row; `--fix` does. Of two rows that nearly agree, keep what both say in one.",
      fix: .safe),
    options: [findsNearDuplicates],
    .sprint { context, report in
      let log = context.sprint.log
      let findsNear = context.options.isOn(findsNearDuplicates)
      // Most rows have nothing in common with another, so that all that they say need not be compared.
      let mayBeExact = log.indices.areShared { place in
        log[place].update.bytes.edges.map { log[place].date.number &+ $0 }
      }
      let mayBeNear = log.indices.areShared { place in
        findsNear && log[place].event != .note
          ? context.firstSubject(ofEntry: place).map { log[place].date.number &+ $0 } : nil
      }
      var exact: [LoggedText: ByteRange] = [:]
      var near: [LoggedEvent: ByteRange] = [:]
      lazy var lines = LogLines(context)
      for place in log.indices where mayBeExact[place] || mayBeNear[place] {
        let entry = log[place]
        guard entry.update.bytes.edges != nil else { continue }
        let row = mayBeExact[place] ? LoggedText(entry) : nil
        if let row, let first = exact.insert(entry.range, for: row) {
          report.add(
            "this row of the log stands twice", at: entry.update.range, in: context.index, key: row.key,
            notes: [Diagnostic.Note("first here", at: context.workspace.location(first, in: context.index))],
            help: "delete the later one",
            fixes: lines.standsAlone(entry.range)
              ? [Fix("delete the row", .safe, [context.removal(of: entry.range)])] : [])
          continue
        }
        guard mayBeNear[place], let event = LoggedEvent(entry, context.subjects(ofEntry: place)) else { continue }
        if let first = near.insert(entry.range, for: event) {
          report.add(
            "the log says twice on \(event.date) that \(Words.all(event.subjects)) \(event.subjects.count == 1 ? "was" : "were") \(event.event.rawValue)",
            at: entry.update.range, in: context.index, key: event.key, severity: .information,
            notes: [Diagnostic.Note("first here", at: context.workspace.location(first, in: context.index))],
            help: "keep what both say in one row")
        }
      }
    })

  private static let findsNearDuplicates = RuleOption.flag(
    "near", standard: true, "whether rows that say the same of a task in other words are found too")
}

/// What a row of the log says, by which it is the same as another.
private struct LoggedText: Hashable {
  private let date: Bytes
  /// With one blank between words.
  private let text: Bytes
  /// What two owners say in the same words, both have said.
  private let owner: Bytes

  init(_ entry: LogEntry) {
    date = entry.dateText.bytes
    let update = entry.update.bytes
    text = update.isSingleSpaced ? update : Bytes(update.string.singleSpaced)
    owner = entry.owner?.bytes ?? []
  }

  var key: String { "\(date.string)|\(text.string)" }
}

/// What happened to tasks on a day, by which a row of the log says nearly the same as another.
private struct LoggedEvent: Hashable {
  let date: String
  let event: LogEntry.Event
  /// Each once, in order.
  let subjects: [String]

  /// Nil for a note, and for what is about no task.
  init?(_ entry: LogEntry, _ subjects: [String]) {
    guard entry.event != .note, !subjects.isEmpty else { return nil }
    date = entry.dateText.value
    event = entry.event
    self.subjects = subjects.count == 1 ? subjects : Set(subjects).sorted()
  }

  var key: String { "\(date)|\(event.rawValue)|\(subjects.joined(separator: " "))" }
}

/// The lines of a log, by which it is told whether a row can go without changing what others say.
private struct LogLines {
  private let file: SourceFile
  private let table: LineTable
  /// Where rows end that are not as they should be: they may go on in what follows them.
  private var broken: Set<Int> = []
  /// By line, how many rows it belongs to.
  private var counts: [Int: Int] = [:]

  init(_ context: SprintContext) {
    file = context.file
    table = context.file.lines
    for irregularity in context.sprint.irregularities { broken.insert(lines(of: irregularity.range).upperBound) }
    for entry in context.sprint.log { for line in lines(of: entry.range) { counts[line, default: 0] += 1 } }
  }

  /// Whether no other row has a part of this one, or may go on in what follows it.
  func standsAlone(_ row: ByteRange) -> Bool {
    let lines = lines(of: row)
    return !broken.contains(lines.lowerBound - 1) && lines.allSatisfy { counts[$0] == 1 }
      && mayBecomeNeighbours(lines.lowerBound - 1, lines.upperBound + 1, of: row)
  }

  /// Whether the lines around a row stay what they are when it is gone: rows like it, or none at all.
  private func mayBecomeNeighbours(_ above: Int, _ below: Int, of row: ByteRange) -> Bool {
    func pipes(_ text: Bytes) -> Int { text.count { $0 == UInt8(ascii: "|") } }
    let count = pipes(file.slice(row))
    func line(_ number: Int) -> Bytes { table.range(ofLine: number).map { file.slice($0).trimmed } ?? [] }
    func isLike(_ line: Bytes) -> Bool { pipes(line) == count }
    let (above, below) = (line(above), line(below))
    let mayDelimit = below.allSatisfy { $0.isBlank || "|-:".utf8.contains($0) }
    return (above.isEmpty || isLike(above))
      && (below.isEmpty || below.first == UInt8(ascii: "#") || (isLike(below) && !mayDelimit))
  }

  /// Counted from 1.
  private func lines(of row: ByteRange) -> ClosedRange<Int> {
    let first = table.line(at: row.lower)
    return first...max(first, table.line(at: max(row.lower, row.upper - 1)))
  }
}

extension Range<Int> {
  /// By place, from 0 on, whether another has the same number.
  fileprivate func areShared(_ number: (Int) -> Int?) -> [Bool] {
    var areShared = [Bool](repeating: false, count: count)
    var numbers: [(number: Int, place: Int)] = []
    numbers.reserveCapacity(count)
    for place in self {
      if let number = number(place) { numbers.append((number, place)) }
    }
    numbers.sort { $0.number < $1.number }
    for (one, other) in zip(numbers, numbers.dropFirst()) where one.number == other.number {
      areShared[one.place] = true
      areShared[other.place] = true
    }
    return areShared
  }
}

extension CalendarDate? {
  /// A number far from those of other days.
  fileprivate var number: Int { map { (($0.year * 12 + $0.month) * 31 + $0.day) &* 1_000_003 } ?? 0 }
}

extension Bytes {
  /// A number for how the text begins and ends, by letters and digits of ASCII: white space makes no difference to it.
  /// Nil where there are none.
  fileprivate var edges: Int? {
    let bytes = span
    var (number, count) = (0, 0)
    for index in bytes.indices where bytes[index].isWord {
      (number, count) = (number &* 31 &+ Int(bytes[index]), count + 1)
      if count == 8 { break }
    }
    for index in bytes.indices.reversed() where bytes[index].isWord {
      (number, count) = (number &* 31 &+ Int(bytes[index]), count + 1)
      if count >= 16 { break }
    }
    return count > 0 ? number : nil
  }

  /// Whether a text in ASCII has one blank between words, and no other white space or control character.
  fileprivate var isSingleSpaced: Bool {
    let bytes = span
    var last: UInt8 = 0x20
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte > 0x20 ? byte < 0x80 : byte == 0x20 && last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }
}

extension Dictionary {
  /// Puts a value in where there is none yet; else returns the one that is there.
  fileprivate mutating func insert(_ value: Value, for key: Key) -> Value? {
    guard let first = updateValue(value, forKey: key) else { return nil }
    self[key] = first
    return first
  }
}

extension SprintContext {
  /// The first node of those that the event of a row of the log is about, any other number for what is no task; nil
  /// where the event is about nothing.
  fileprivate func firstSubject(ofEntry place: Int) -> Int? {
    var first: Int?
    for (mention, resolution) in workspace.mentions(sprint: index, entry: place).enumerated()
    where sprint.log[place].mentions[mention].isSubject {
      for node in resolution.nodes { first = min(node, first ?? node) }
      for name in resolution.names { first = min(workspace.symbols.node(name) ?? .max, first ?? .max) }
    }
    return first
  }

  /// The tasks that the event of a row of the log is about, as the row names them.
  fileprivate func subjects(ofEntry place: Int) -> [String] {
    zip(sprint.log[place].mentions, workspace.mentions(sprint: index, entry: place)).flatMap { mention, resolution in
      mention.isSubject ? workspace.targets(of: resolution) : []
    }
  }

  /// Takes out the line of a row, with its line end.
  func removal(of row: ByteRange) -> TextEdit {
    let line = file.lines.range(ofLine: file.lines.line(at: row.lower)) ?? row
    return TextEdit(line.union(row), "")
  }
}
