import SprintMarkdown
import SprintModel
import SprintSource

/// Reads bullets that begin with an id as tasks.
struct BulletReader {
  let context: ReadingContext
  /// Only bullets with a box are tasks: inside a task, other bullets describe it.
  let needsBox: Bool

  /// The tasks of a list and of the lists inside it, in order; bullets without an id are none.
  func tasks(in list: MarkdownList) -> [TrackerTask] {
    var tasks: [TrackerTask] = []
    for item in list.items {
      let fields = BlockFields(item.blocks.dropFirst(), context)
      let own = self.tasks(in: item, fields)
      let inner = BulletReader(context: context, needsBox: needsBox || !own.isEmpty)
      if !own.isEmpty { tasks.take(own) }
      for list in fields.otherLists { tasks += inner.tasks(in: list) }
    }
    return tasks
  }

  private func tasks(in item: MarkdownList.Item, _ fields: BlockFields) -> [TrackerTask] {
    guard let lead = item.lead, let firstLine = lead.lines.first, let lastLine = lead.lines.last,
      let declaration = context.declarations.declaration(in: context.slice(firstLine.union(lastLine))),
      isTask(declaration, item),
      let task = TaskBlockReader(context: context).task(declaration, fields, group: nil, range: item.range)
    else { return [] }
    let ids = declaration.ids
    var tasks = ids.count > 1 ? ids.map { task.declared(as: $0, in: context.file.slug) } : [task]
    guard let mark = item.mark, let state = context.vocabulary.marks[mark.character] else { return tasks }
    // The nearer statement wins, but an empty box says less than a word.
    for place in tasks.indices where !(tasks[place].status.isStated && mark.character == UInt8(ascii: " ")) {
      tasks[place].status = Status(state: state, text: context.located(mark.range))
    }
    return tasks
  }

  private func isTask(_ declaration: Declaration, _ item: MarkdownList.Item) -> Bool {
    let hasBox = item.mark.map { context.vocabulary.marks[$0.character] != nil } ?? false
    guard hasBox || !needsBox else { return false }
    return switch declaration.form {
    // Inside a task, `- [ ] OPS-5 documented` and `- [ ] Item created (OPS-5)` are criteria about another one.
    case .global: (declaration.isSeparated && !(needsBox && declaration.isAtEnd)) || (hasBox && !needsBox)
    case .short: declaration.isSeparated || hasBox
    case .named: declaration.isSeparated
    case .decimal: hasBox
    case .word: false
    }
  }
}
