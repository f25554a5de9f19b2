import SprintMarkdown
import SprintModel
import SprintSource

/// Reads bullets that begin with an id as tasks.
struct BulletReader {
  let context: ReadingContext

  /// The tasks of a list, in order; bullets without an id are none.
  func tasks(in list: MarkdownList, group: Int?) -> [TrackerTask] {
    list.items.flatMap { item in tasks(in: item, group: group) }
  }

  private func tasks(in item: MarkdownList.Item, group: Int?) -> [TrackerTask] {
    guard let lead = item.lead, let firstLine = lead.lines.first, let lastLine = lead.lines.last else { return [] }
    let text = context.slice(firstLine.union(lastLine))
    guard let (ids, label, rest) = declaration(in: text), let first = ids.first else { return [] }
    var task = TrackerTask(
      id: first, uid: first.value.uid(in: context.file.slug), label: label, status: status(of: item), range: item.range)
    task.group = group
    task.definition = rest.isEmpty ? nil : Located(rest)
    return ids.map { id in
      var one = task
      one.id = id
      one.uid = id.value.uid(in: context.file.slug)
      return one
    }
  }

  /// The ids that a bullet begins with, parted from its text by a colon, a point, a dash or a bracket.
  private func declaration(in text: Bytes) -> (ids: [Located<TaskID>], label: Located<String>, rest: Bytes)? {
    let start = text.drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") }
    let (ids, end) = context.ids.declarations(in: start)
    guard !ids.isEmpty, TaskBlockReader.isSeparated(text[end...]), end < text.endIndex else { return nil }
    // A short id may be any word with a digit; a bullet wants the form of one.
    guard ids.allSatisfy({ $0.value.isGlobal || context.ids.isShort($0.value.text) }) else { return nil }
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") }
    var rest = text[end...].drop(while: isMark)
    if rest.first == UInt8(ascii: ":") || rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") { rest = rest.dropFirst() }
    rest = rest.drop(while: isMark).trimmed
    // Emphasis that was opened before the id and ends with the text.
    let marks = text[..<start.startIndex]
    if !marks.isEmpty, rest.count > marks.count, rest.suffix(marks.count).elementsEqual(marks),
      rest.dropLast(marks.count).firstRange(of: marks, from: rest.startIndex) == nil
    {
      rest = rest.dropLast(marks.count).trimmed
    }
    for dash in ["- ", "– ", "— "] where rest.hasPrefix(dash, at: rest.startIndex) {
      rest = rest.dropFirst(dash.utf8.count).trimmed
      break
    }
    return (ids, Located(start[start.startIndex..<end]), rest)
  }

  private func status(of item: MarkdownList.Item) -> Status {
    guard let mark = item.mark else { return Status(state: .unknown, text: Located("", at: .empty(at: item.range.lower))) }
    return Status(state: context.vocabulary.marks[mark.character] ?? .unknown, text: context.located(mark.range))
  }
}
