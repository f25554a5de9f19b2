import SprintMarkdown
import SprintModel
import SprintSource

/// Reads a section whose heading names a task and whose lines are its fields.
struct TaskBlockReader {
  let context: ReadingContext
  let shape: Dialect.Blocks

  /// The ids at the beginning of a heading; none where the heading names no task.
  func ids(in heading: Heading) -> [Located<TaskID>] {
    let text = context.slice(heading.text)
    let (ids, end) = context.ids.declarations(in: text)
    // `Phase2 plan` begins with a word with a digit and names no task.
    guard let first = ids.first, first.value.isGlobal || Self.isSeparated(text[end...]) else { return [] }
    return ids
  }

  static func isSeparated(_ rest: Bytes) -> Bool {
    let rest = rest.drop { $0.isSpace || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "`") }
    guard let first = rest.first else { return true }
    return [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")")].contains(first) || first == 0xE2 || first == 0xC2
  }

  /// The tasks that a section declares; nil where it has not the fields of a task.
  func tasks(_ heading: Heading, _ blocks: [Block], group: Int?) -> [TrackerTask]? {
    let ids = ids(in: heading)
    guard let first = ids.first else { return nil }
    let fields = Fields(blocks, context)
    guard shape.required.allSatisfy({ fields.value(of: $0) != nil }) else { return nil }
    let range = blocks.last.map { heading.range.union($0.range) } ?? heading.range
    let text = context.slice(heading.text)
    let status = fields.value(of: .status).map { context.statuses.status(in: context.slice($0)) }
    var task = TrackerTask(
      id: first, uid: first.value.uid(in: context.file.slug), label: Located(text[..<(ids.last?.range.upper ?? text.endIndex)]),
      status: status ?? Status(state: .unknown, text: Located("", at: .empty(at: heading.range.upper))), range: range)
    task.group = group
    if let owners = fields.value(of: .owners) {
      (task.owners, task.paths) = context.owners.owners(in: context.slice(owners))
    }
    if let paths = fields.value(of: .paths) { task.paths += PathScanner.paths(in: context.slice(paths)) }
    task.dependencyText = fields.value(of: .dependencies).map(context.located)
    task.estimate = fields.value(of: .estimate).map(context.located)
    task.priority = fields.value(of: .priority).map(context.located)
    task.notes = fields.value(of: .notes).map(context.located)
    task.definition = fields.value(of: .definition).map(context.located) ?? Self.title(text[(ids.last?.range.upper ?? text.endIndex)...])
    task.acceptance = fields.criteria
    return ids.map { id in
      var one = task
      one.id = id
      one.uid = id.value.uid(in: context.file.slug)
      return one
    }
  }

  private static func title(_ rest: Bytes) -> Located<String>? {
    let start = rest.firstIndex { $0.isWord || $0 == UInt8(ascii: "`") || $0 >= 0xC3 && $0 < 0xE2 }
    return start.map { Located(rest[$0...].trimmed) }
  }

  /// The fields of a block: lines with a value, or lines that announce the blocks below them.
  private struct Fields {
    private var values: [Vocabulary.Column: ByteRange] = [:]
    private(set) var criteria: [Criterion] = []

    init(_ blocks: [Block], _ context: ReadingContext) {
      var open: Vocabulary.Column?
      for block in blocks {
        switch block {
        case .paragraph(let paragraph):
          for line in paragraph.lines {
            if let field = Field(context.slice(line)), let column = context.vocabulary.columns[field.name] {
              open = field.value.isEmpty ? column : nil
              if column == .criteria { criteria += CriteriaScanner.criteria(in: field.value) }
              if !field.value.isEmpty { add(ByteRange(of: field.value), to: column) }
            } else if let column = open {
              add(line, to: column)
            }
          }
        case .list(let list):
          guard let column = open else { continue }
          if column == .criteria {
            criteria += Self.criteria(of: list, context)
          } else {
            add(list.range, to: column)
          }
        case .heading: open = nil
        default: if let column = open { add(block.range, to: column) }
        }
      }
    }

    func value(of column: Vocabulary.Column) -> ByteRange? { values[column] }

    private mutating func add(_ range: ByteRange, to column: Vocabulary.Column) {
      // Of a field that is stated twice the first counts; what follows below it belongs to it.
      if let value = values[column] {
        if column == .definition { values[column] = value.union(range) }
      } else {
        values[column] = range
      }
    }

    private static func criteria(of list: MarkdownList, _ context: ReadingContext) -> [Criterion] {
      list.items.compactMap { item in
        guard let lead = item.lead, let first = lead.lines.first, let last = lead.lines.last else { return nil }
        let isDone = item.mark.map { $0.character.lowercased == UInt8(ascii: "x") } ?? false
        return Criterion(context.located(first.union(last)), isDone: isDone)
      }
    }
  }
}
