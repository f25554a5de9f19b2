import SprintModel
import SprintSource
import SprintYAML

/// Reads the fields of a front matter that the model has: when a sprint starts and ends and where it
/// works, or, where the document is one task, the task.
struct FrontMatterReader {
  private(set) var startDate: Located<CalendarDate>?
  private(set) var endDate: Located<CalendarDate>?
  /// What is written for one of the two, and is no day of the calendar.
  private(set) var impossibleDates: [LocatedText] = []
  private(set) var workingDirectories: [LocatedText] = []
  /// What is wrong with the YAML, if it is none.
  private(set) var error: YAMLError?
  private var fields: [Vocabulary.Column: YAMLNode] = [:]
  private let context: ReadingContext

  init(_ range: ByteRange, _ context: ReadingContext) {
    self.context = context
    do {
      guard let root = try YAMLReader.read(context.slice(range)) else { return }
      for entry in root.entries ?? [] { add(entry) }
    } catch {
      self.error = error
    }
  }

  private mutating func add(_ entry: YAMLEntry) {
    let name = Vocabulary.normalized(Bytes(entry.key.value))
    switch name {
    case "start date", "start", "starts": startDate = date(entry.value)
    case "end date", "end", "ends": endDate = date(entry.value)
    case "working directory", "working directories":
      workingDirectories = (entry.value.items ?? [entry.value]).compactMap(\.locatedText)
    default:
      if let column = context.columns[normalized: name], fields[column] == nil { fields[column] = entry.value }
    }
  }

  private mutating func date(_ node: YAMLNode) -> Located<CalendarDate>? {
    guard let text = node.text, let found = DateScanner.first(in: context.slice(text.range)) else { return nil }
    if let impossible = found.impossible(in: context.slice(text.range)) { impossibleDates.append(impossible) }
    return found.located
  }

  /// The task that the front matter describes; nil where it has not both an id and a status.
  func task(title: LocatedText?) -> TrackerTask? {
    guard let id = fields[.id]?.text, fields[.status]?.text != nil,
      let declaration = context.declarations.declaration(in: text(id.range)), declaration.form <= .short,
      let first = declaration.ids.first
    else { return nil }
    var task = TrackerTask(
      id: first, name: first.value.name(in: context.file.slug), label: LocatedText(declaration.label), status: status,
      range: id.range)
    task.definition = fields[.definition]?.locatedText ?? title
    task.owners = names(.owners)
    task.dependencyText = fields[.dependencies].flatMap { $0.range.isEmpty ? nil : context.located($0.range) }
    task.priority = fields[.priority]?.locatedText
    task.estimate = fields[.estimate]?.locatedText
    return task
  }

  private var status: Status {
    guard let text = fields[.status]?.text else {
      return Status(state: .unknown, text: LocatedText("", at: .empty(at: 0)))
    }
    return context.status(in: self.text(text.range))
  }

  private func names(_ column: Vocabulary.Column) -> [Owner] {
    guard let node = fields[column] else { return [] }
    return (node.items ?? [node]).compactMap(\.locatedText).filter { !$0.isEmpty }.map(Owner.init)
  }

  /// The text of a scalar without its quotes, where it stands.
  private func text(_ scalar: ByteRange) -> Bytes {
    let slice = context.slice(scalar)
    guard let first = slice.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), slice.count >= 2 else {
      return slice
    }
    return slice.dropFirst().dropLast()
  }
}

extension YAMLNode {
  /// The text of a scalar; nil for a sequence and a mapping.
  fileprivate var locatedText: LocatedText? { text.map { LocatedText($0.value, at: $0.range) } }
}
