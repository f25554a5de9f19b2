import SprintMarkdown
import SprintModel
import SprintSource

/// Reads a heading that names a task, with the fields below it.
struct TaskBlockReader {
  let context: ReadingContext

  /// The declaration that a heading makes, if the heading and what stands below it are those of a task.
  ///
  /// The less plainly the heading names one, the more must stand below it: `### 2) Name` is a task only
  /// where fields say who does it or how far it is, or it has a status and stands beside one that is (`hasSibling`).
  func declaration(
    _ declaration: Declaration, _ fields: BlockFields, announced: Bool, hasSibling: Bool
  ) -> Declaration? {
    let status = fields.value(of: .status).map { context.status(in: $0) }
    let hasStatus = declaration.status != nil || status != nil
    // A risk or a chapter of a report can have a status too: `Low priority`.
    let isStated = declaration.status != nil || status?.state ?? .unknown != .unknown
    let isTask =
      switch declaration.form {
      case .global: declaration.isSeparated && (hasStatus || announced || fields.describesTask)
      case .named: declaration.isSeparated || hasStatus
      case .short: declaration.isSeparated && (isStated || announced || fields.describesWork)
      case .decimal: announced || isStated
      case .word:
        declaration.isSeparated
          && (isStated || (hasStatus && hasSibling)
            || [.owners, .dependencies, .estimate].contains { fields.value(of: $0) != nil })
      }
    return isTask ? declaration : nil
  }

  /// The task of a declaration, with the first of its ids.
  func task(_ declaration: Declaration, _ fields: BlockFields, group: Int?, range: ByteRange) -> TrackerTask? {
    guard let first = declaration.ids.first else { return nil }
    var (owners, paths) = fields.value(of: .owners).map { context.owners.owners(in: context.slice($0)) } ?? ([], [])
    if let value = fields.value(of: .paths) { paths += PathScanner.paths(in: context.slice(value)) }
    let title = declaration.title.trimmed
    return TrackerTask(
      id: first, name: first.value.name(in: context.file.slug), label: LocatedText(declaration.label),
      group: group, status: status(declaration, fields, at: range), owners: owners, paths: paths,
      dependencyText: fields.value(of: .dependencies).map(context.located),
      definition: fields.value(of: .definition).map(context.located)
        ?? (title.isEmpty ? nil : LocatedText(titled: title)),
      acceptance: fields.criteria, estimate: fields.value(of: .estimate).map(context.located) ?? declaration.estimate,
      priority: fields.value(of: .priority).map(context.located), notes: fields.value(of: .notes).map(context.located),
      range: range)
  }

  private func status(_ declaration: Declaration, _ fields: BlockFields, at range: ByteRange) -> Status {
    if let field = fields.value(of: .status) {
      let status = context.status(in: field)
      if status.isStated { return status }
    }
    return declaration.status ?? Status(state: .unknown, text: LocatedText("", at: .empty(at: range.lower)))
  }
}

extension LocatedText {
  /// A title without the mark that ends what was opened before it: of `**JS-1: Name** and more`, `Name and more`.
  init(titled title: Bytes) {
    let mark = Bytes("**")
    var marks: [Range<Int>] = []
    while let found = title.firstRange(of: mark, from: marks.last?.upperBound ?? title.startIndex) {
      marks.append(found)
    }
    guard let first = marks.first, !marks.count.isMultiple(of: 2) else {
      self.init(title)
      return
    }
    self.init(title[..<first.lowerBound].string + title[first.upperBound...].string, at: title.range)
  }
}

extension TrackerTask {
  /// The same task with another id of its row.
  func declared(as id: Located<TaskID>, in slug: String) -> TrackerTask {
    var task = self
    task.id = id
    task.name = id.value.name(in: slug)
    return task
  }
}
