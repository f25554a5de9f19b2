import SprintMarkdown
import SprintModel
import SprintSource

/// Reads bullets that begin with an id as tasks.
struct BulletReader {
  let context: ReadingContext
  /// Only bullets with a box are tasks: inside a task, other bullets describe it.
  let needsBox: Bool

  /// The tasks of a list and of the lists inside it, in order; bullets without an id are none.
  func tasks(in list: MarkdownList, group: Int?) -> [TrackerTask] {
    var tasks: [TrackerTask] = []
    for item in list.items {
      let fields = BlockFields(Array(item.blocks.dropFirst()), context)
      let own = self.tasks(in: item, fields, group: group)
      tasks += own
      let inner = BulletReader(context: context, needsBox: needsBox || !own.isEmpty)
      for list in fields.otherLists { tasks += inner.tasks(in: list, group: group) }
    }
    return tasks
  }

  private func tasks(in item: MarkdownList.Item, _ fields: BlockFields, group: Int?) -> [TrackerTask] {
    guard let lead = item.lead, let firstLine = lead.lines.first, let lastLine = lead.lines.last,
      let declaration = context.declarations.declaration(in: context.slice(firstLine.union(lastLine))),
      isTask(declaration, item)
    else { return [] }
    let reader = TaskBlockReader(context: context)
    return reader.tasks(declaration, fields, group: group, range: item.range).map { task in
      var task = task
      // The nearer statement wins, but an empty box says less than a word.
      if let mark = item.mark, let state = context.vocabulary.marks[mark.character],
        !(task.status.isStated && mark.character == UInt8(ascii: " "))
      {
        task.status = Status(state: state, text: context.located(mark.range))
      }
      return task
    }
  }

  private func isTask(_ declaration: Declaration, _ item: MarkdownList.Item) -> Bool {
    let hasBox = item.mark != nil
    guard hasBox || !needsBox else { return false }
    return switch declaration.form {
    case .global, .short: declaration.isSeparated || hasBox
    case .named: declaration.isSeparated
    case .decimal: hasBox
    case .word: false
    }
  }
}
