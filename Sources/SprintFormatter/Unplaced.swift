import SprintMarkdown
import SprintModel
import SprintSource

/// Makes sprints comparable whose files are laid out differently: without ranges, with one blank for all white space,
/// and without the words that are spelled anew.
///
/// Whatever else the model holds, or comes to hold, is compared: the result is a sprint.
struct Unplaced {
  private let file: SourceFile
  /// In the order of the text.
  private let respelled: [ByteRange]

  init(_ file: SourceFile, respelled: [ByteRange]) {
    self.file = file
    self.respelled = respelled
  }

  private static let nowhere = ByteRange.empty(at: 0)

  func sprint(_ sprint: Sprint) -> Sprint {
    var result = sprint
    result.file = 0
    result.number = text(sprint.number)
    result.code = text(sprint.code)
    result.title = text(sprint.title)
    result.startDate = sprint.startDate.map(place)
    result.endDate = sprint.endDate.map(place)
    result.impossibleDates = sprint.impossibleDates.map(text)
    result.workingDirectories = sprint.workingDirectories.map(text)
    result.sprintDependencies = sprint.sprintDependencies.map(reference)
    result.groups = sprint.groups.map(group)
    result.tasks = sprint.tasks.map(task)
    result.log = sprint.log.map(entry)
    result.statements = sprint.statements.mapValues { $0.map(text) }
    result.claims = sprint.claims.map {
      Claim(section: $0.section, subjects: $0.subjects.map(reference), state: $0.state, phrase: text($0.phrase))
    }
    result.links = sprint.links.map(text)
    result.sections = sprint.sections.mapValues { _ in Self.nowhere }
    result.frontMatter = sprint.frontMatter.map { _ in Self.nowhere }
    result.irregularities = sprint.irregularities.map(irregularity)
    result.readings = sprint.readings.map { Reading($0.subject, $0.verdict, at: Self.nowhere) }
    result.emptyTracker = sprint.emptyTracker.map { _ in Self.nowhere }
    result.suppressions = sprint.suppressions.map {
      SuppressionComment(
        word: text($0.word), rules: $0.rules.map(text), reason: text($0.reason), range: Self.nowhere)
    }
    result.invalidText = sprint.invalidText.map(place)
    return result
  }

  // MARK: Parts

  private func task(_ task: TrackerTask) -> TrackerTask {
    var result = task
    result.id = place(task.id)
    result.row = text(task.row)
    result.label = text(task.label)
    result.status = status(task.status)
    result.owners = task.owners.map { Owner(text($0.name)) }
    result.paths = task.paths.map(text)
    result.dependencyText = text(task.dependencyText)
    result.dependencies = task.dependencies.map(reference)
    result.definition = text(task.definition)
    result.acceptance = task.acceptance.map(criterion)
    result.estimate = text(task.estimate)
    result.priority = text(task.priority)
    result.notes = text(task.notes)
    result.range = Self.nowhere
    return result
  }

  private func group(_ group: TaskGroup) -> TaskGroup {
    var result = group
    result.name = text(group.name)
    result.sprint = text(group.sprint)
    result.status = group.status.map(status)
    result.acceptance = group.acceptance.map(criterion)
    return result
  }

  /// Of a status with a word or date that is spelled anew, the rest of its text stands for date and note.
  private func status(_ status: Status) -> Status {
    let isRespelled = isRespelled(status.text.range)
    return Status(
      state: status.state, date: isRespelled ? nil : status.date.map(place),
      impossibleDate: text(status.impossibleDate), note: isRespelled ? nil : text(status.note),
      text: text(status.text))
  }

  private func entry(_ entry: LogEntry) -> LogEntry {
    var result = entry
    result.date = isRespelled(entry.dateText.range) ? nil : entry.date
    result.dateText = text(entry.dateText)
    result.update = text(entry.update)
    result.owner = text(entry.owner)
    result.mentions = entry.mentions.map { LogEntry.Mention(reference($0.reference), isSubject: $0.isSubject) }
    result.range = Self.nowhere
    return result
  }

  private func reference(_ reference: Reference) -> Reference {
    Reference(reference.kind, text(reference.text), form: reference.form)
  }

  private func criterion(_ criterion: Criterion) -> Criterion {
    Criterion(text(criterion.text), isDone: criterion.isDone)
  }

  private func irregularity(_ irregularity: Irregularity) -> Irregularity {
    let kind: Irregularity.Kind =
      switch irregularity.kind {
      case .cellCount(let found, let expected, let dropped, let pipesInCode):
        .cellCount(found: found, expected: expected, dropped: text(dropped), pipesInCode: pipesInCode.map { _ in 0 })
      case .splitRow(let breaks): .splitRow(breaks: breaks.map { _ in Self.nowhere })
      case .misplacedLogRow(let section, let entry): .misplacedLogRow(section: section, entry: self.entry(entry))
      case .orphanRow: .orphanRow(below: Self.nowhere)
      case .unnamedTask(let cell): .unnamedTask(text(cell))
      case .frontMatter: irregularity.kind
      }
    return Irregularity(kind, at: Self.nowhere)
  }

  private func place<Value>(_ located: Located<Value>) -> Located<Value> { Located(located.value, at: Self.nowhere) }

  // MARK: Texts

  /// The text at a range; empty where there is none.
  func text(_ range: ByteRange?) -> [UInt8] { Self.folded(file.slice(range ?? Self.nowhere)) }

  private func text(_ located: LocatedText?) -> LocatedText? { located.map { text($0) } }

  private func text(_ located: LocatedText) -> LocatedText {
    guard isRespelled(located.range) else {
      return LocatedText(Bytes(Self.folded(located.bytes)).string, at: Self.nowhere)
    }
    var rest: [UInt8] = []
    var done = located.range.lower
    for word in respelled[firstRespelled(from: located.range.lower)...].prefix(while: { $0.overlaps(located.range) }) {
      rest += file.slice(ByteRange(done, word.lower)) + [0]
      done = word.upper
    }
    rest += file.slice(ByteRange(done, located.range.upper))
    return LocatedText(Bytes(Self.folded(Bytes(rest))).string, at: Self.nowhere)
  }

  private func isRespelled(_ range: ByteRange) -> Bool {
    let first = firstRespelled(from: range.lower)
    return first < respelled.count && respelled[first].overlaps(range)
  }

  /// The place of the first word that ends behind an offset.
  private func firstRespelled(from offset: Int) -> Int {
    respelled.partitionPoint { $0.upper <= offset }
  }

  /// One blank for each run of white space, `-` for each mark of a bullet, and rows of tables without what surrounds
  /// their cells.
  private static func folded(_ text: Bytes) -> [UInt8] {
    let isTable = text.contains(CellScanner.pipe) && text.contains { $0 == 0x0A || $0 == 0x0D }
    return isTable ? foldedLines(Bytes(Array(withoutPadding(text)))) : foldedLines(text)
  }

  /// The lines of a text that spans a table.
  private static func withoutPadding(_ text: Bytes) -> some Sequence<UInt8> {
    text.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }.map { line -> [UInt8] in
      guard line.contains(CellScanner.pipe) else { return Array(line) }
      let isDelimiter = line.allSatisfy { $0.isBlank || "|-:".utf8.contains($0) }
      let cells = CellScanner.parts(of: line).map { part -> [UInt8] in
        let cell = line.at(part)
        // However many dashes there are, they say the same.
        return isDelimiter ? cell.filter { $0 != UInt8(ascii: "-") } : Array(cell)
      }
      return Array(cells.joined(separator: [CellScanner.pipe]))
    }.joined(separator: [0x0A])
  }

  private static func foldedLines(_ text: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    var isLineStart = true
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte.isSpace {
        if byte == 0x0A || byte == 0x0D { isLineStart = true }
        if result.last != 0x20 { result.append(0x20) }
        index += 1
      } else if isLineStart, let marker = marker(in: text[index...]) {
        // What stands behind it may be another: `- * a`.
        result += marker.count == 1 && byte != UInt8(ascii: ">") ? [UInt8(ascii: "-")] : Array(marker)
        index = marker.endIndex
      } else {
        isLineStart = false
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// The marker of a quote, a bullet or a number of a list that a text begins with.
  private static func marker(in text: Bytes) -> Bytes? {
    if text.first == UInt8(ascii: ">") { return text.prefix(1) }
    let digits = text.prefix(while: \.isDigit).count
    let rest = text.dropFirst(digits)
    guard let mark = rest.first, (digits == 0 ? "-*+" : ".)").utf8.contains(mark),
      rest.dropFirst().first?.isSpace ?? true
    else { return nil }
    return text.prefix(digits + 1)
  }
}
