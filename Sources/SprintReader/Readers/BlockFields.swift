import SprintMarkdown
import SprintModel
import SprintSource

/// The fields of a task that is written as a block: lines such as `Status: DONE`, alone or several on
/// one line, as paragraphs, bullets or headings, and what stands below a line that only announces.
struct BlockFields {
  private let context: ReadingContext
  private var values = PerColumn<ByteRange>()
  private(set) var criteria: [Criterion] = []
  /// The ids of a line `Tasks: …`.
  private(set) var tasks: ByteRange?
  /// Lists that are no part of a field: tasks of their own may stand in them.
  private(set) var otherLists: [MarkdownList] = []
  /// What the last line announced.
  private var open: Vocabulary.Column? {
    didSet { isBegun = false }
  }
  /// Whether the value of that has begun below the line.
  private var isBegun = false

  /// Whether the fields may stand in quotes, as at the head of a document; elsewhere somebody else is quoted.
  private let readsQuotes: Bool

  init(_ context: ReadingContext, readsQuotes: Bool = false) {
    self.context = context
    self.readsQuotes = readsQuotes
  }

  init(_ blocks: some Sequence<Block>, _ context: ReadingContext, readsQuotes: Bool = false) {
    self.init(context, readsQuotes: readsQuotes)
    for block in blocks { add(block) }
  }

  func value(of column: Vocabulary.Column) -> ByteRange? { values[column] }

  /// Takes the first field about the status that states a known state, wherever it stands in a section.
  mutating func addStatus(from section: Outline.Section) {
    guard values[.status] == nil else { return }
    let found = BlockFields(section.blocks, context).values[.status]
    if let found, context.status(in: found).state != .unknown { values[.status] = found }
  }

  /// Whether there is any field that only tasks have.
  var describesTask: Bool { values[.status] != nil || describesWork }

  /// Whether there is one beside the status.
  var describesWork: Bool {
    !criteria.isEmpty || [.dependencies, .owners, .estimate, .criteria].contains { values[$0] != nil }
  }

  // MARK: Adding

  /// Adds what stands below a heading, which announces it if it names a field.
  mutating func add(_ section: Outline.Section) {
    open = nil
    if let heading = section.heading { addLine(context.slice(heading.text)) }
    open = context.columns[normalized: section.name]
    for block in section.blocks { add(block) }
    open = nil
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let paragraph): for line in paragraph.lines { addLine(context.slice(line)) }
    case .list(let list): add(list)
    case .table: open = nil
    case .quote(let quote): if readsQuotes { for block in quote.blocks { add(block) } }
    default:
      if let column = open, column != .status { add(block.range, to: column) }
    }
  }

  private mutating func add(_ list: MarkdownList) {
    if let column = open {
      if column == .criteria {
        criteria += criteria(of: list)
      } else if column == .status {
        // `## Status`, and below it one bullet: `- [x] Ready for Review`.
        if list.items.count == 1, let line = list.items.first?.lead?.lines.first { add(line, to: column) }
      } else {
        add(list.range, to: column)
      }
    } else if !addFields(of: list) {
      otherLists.append(list)
    }
    // A list belongs to one line at most.
    open = nil
  }

  /// Bullets such as `- **Assignee**: Ada`; false where no bullet is a field.
  private mutating func addFields(of list: MarkdownList) -> Bool {
    var isFields = false
    for item in list.items where item.mark == nil {
      guard let lead = item.lead, let line = lead.lines.first else { continue }
      guard let last = addFields(on: context.slice(line)) else { continue }
      isFields = true
      open = last.value.isEmpty ? last.column : nil
      for block in item.blocks.dropFirst() where open != nil { add(block) }
      open = nil
    }
    // A line of fields right below a list is, for Markdown, the last bullet's.
    for line in list.items.last?.lead?.lines.dropFirst() ?? [] { addFields(on: context.slice(line)) }
    return isFields
  }

  /// - Returns: the last field on the line.
  @discardableResult
  private mutating func addFields(on line: Bytes) -> (column: Vocabulary.Column, value: Bytes)? {
    Field.forEach(in: line, context.columns) { add($1, to: $0) }
  }

  private mutating func addLine(_ line: Bytes) {
    if let last = addFields(on: line) {
      open = last.value.isEmpty ? last.column : nil
    } else if let column = open, column != .criteria {
      add(line.range, to: column)
      if column != .definition { open = nil }
    } else if Field(line) != nil {
      // Another field, which is not the model's: what follows belongs to it.
      open = nil
    }
  }

  private mutating func add(_ value: Bytes, to column: Vocabulary.Column) {
    guard !value.isEmpty else { return }
    switch column {
    case .criteria: criteria += CriteriaScanner.criteria(in: value)
    case .tasks: if tasks == nil { tasks = value.range }
    default: add(value.range, to: column)
    }
  }

  /// Of a field that is stated twice the first counts; a description goes on in the blocks below it. A comment states
  /// nothing.
  private mutating func add(_ range: ByteRange, to column: Vocabulary.Column) {
    let range = context.slice(range).trimmedOfComments.range
    guard !range.isEmpty else { return }
    if let value = values[column] {
      if column == .definition, open == column, isBegun { values[column] = value.union(range) }
    } else {
      values[column] = range
      isBegun = open == column
    }
  }

  private func criteria(of list: MarkdownList) -> [Criterion] {
    list.items.compactMap { item in
      guard let lead = item.lead, let first = lead.lines.first, let last = lead.lines.last else { return nil }
      let isDone = item.mark.map { $0.character.lowercased == UInt8(ascii: "x") } ?? false
      return Criterion(context.located(first.union(last)), isDone: isDone)
    }
  }
}
