import SprintModel
import SprintSource

/// Reads the list of a plan group: `SCANNER-QUEUE-09-401 (3 d), -402 (2 d)`.
struct PlanGroupReader {
  struct Entry {
    let id: Located<TaskID>
    /// As written.
    let label: Located<String>
    let estimate: Located<String>?
  }

  let context: ReadingContext

  func entries(in text: Bytes) -> [Entry] {
    var entries: [Entry] = []
    let tokens = context.ids.tokens(in: text)
    for (place, token) in tokens.enumerated() {
      guard token.kind == .full || (token.kind == .partial && !entries.isEmpty) else { continue }
      let id = entries.last.map { token.continuing($0.id.value.text) } ?? token.text
      let next = place + 1 < tokens.count ? tokens[place + 1].range.lower : text.endIndex
      let rest = text[token.range.upper..<next].trimmed
      var estimate: Located<String>?
      if rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")"), from: rest.startIndex) {
        let inside = rest[(rest.startIndex + 1)..<close].trimmed
        if TitleTailScanner.isEstimate(inside) { estimate = Located(inside) }
      }
      entries.append(Entry(id: Located(TaskID(id), at: token.range), label: context.located(token.range), estimate: estimate))
    }
    return entries
  }
}
