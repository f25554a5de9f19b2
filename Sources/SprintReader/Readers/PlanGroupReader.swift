import SprintModel
import SprintSource

/// Reads the list of a plan group: `SCANNER-QUEUE-09-401 (3 d), -402 (2 d)`.
struct PlanGroupReader {
  struct Entry {
    let id: Located<TaskID>
    /// As written.
    let label: LocatedText
    let estimate: LocatedText?
  }

  let context: ReadingContext

  func entries(in text: Bytes) -> [Entry] {
    var entries: [Entry] = []
    let tokens = context.ids.tokens(in: text)
    var end = text.startIndex
    for token in tokens where token.range.lower >= end {
      guard token.kind == .full || (token.kind == .partial && !entries.isEmpty) else { continue }
      let id = entries.last.map { token.continuing($0.id.value.text) } ?? token.text.value
      var estimate: LocatedText?
      let rest = text[token.range.upper...].drop { $0.isBlank || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "*") }
      // What stands in brackets is said of the task before them.
      if rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")"), from: rest.startIndex) {
        let inside = rest[(rest.startIndex + 1)..<close].trimmed
        if TitleTailScanner.isEstimate(inside) { estimate = LocatedText(inside) }
        end = close
      }
      entries.append(
        Entry(id: Located(TaskID(id), at: token.range), label: context.located(token.range), estimate: estimate))
    }
    return entries
  }
}
