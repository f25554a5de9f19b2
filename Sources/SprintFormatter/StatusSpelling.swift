import SprintModel
import SprintSource

/// Gives the standard words for states their standard spelling: `Done` becomes `DONE`, `in-progress` `DOING`.
///
/// Other words for a state (`Complete`, `Planned`, `On hold`, a word of the house or of another language) say a little more
/// than the state, or are how a team speaks: they stay. So do symbols and boxes, and words beside them.
enum StatusSpelling {
  /// What is another spelling of a standard word, in the vocabulary's normal form, with that word.
  private static let words: [String: (word: String, state: TaskState)] = [
    "todo": ("TODO", .todo), "to do": ("TODO", .todo),
    "doing": ("DOING", .doing), "in progress": ("DOING", .doing),
    "review": ("REVIEW", .review), "in review": ("REVIEW", .review),
    "blocked": ("BLOCKED", .blocked), "done": ("DONE", .done),
    "cancelled": ("CANCELLED", .cancelled), "canceled": ("CANCELLED", .cancelled),
  ]

  /// The edit of a status, whose text is given; nil where the word is written so already, or is another one.
  static func edit(of status: Status, in text: Bytes, _ vocabulary: Vocabulary) -> TextEdit? {
    let start = text.drop { isMark($0) || $0.isBlank }
    let first = start.prefix(while: \.isLetter)
    let pair = start[first.endIndex...].drop { $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      .prefix(while: \.isLetter)
    guard !first.isEmpty else { return nil }
    for end in pair.isEmpty ? [first.endIndex] : [pair.endIndex, first.endIndex] {
      let written = start[..<end]
      let term = Vocabulary.normalized(written)
      guard let (word, state) = words[term] else { continue }
      // The team may have given the word another meaning.
      guard state == status.state, vocabulary.states[term] == state,
        vocabulary.states[Vocabulary.normalized(Bytes(word))] == state, isWhole(text[end...])
      else { return nil }
      return written.elementsEqual(word.utf8) ? nil : TextEdit(written.range, word)
    }
    return nil
  }

  /// Whether what follows the word is said beside it, and does not go on with it.
  private static func isWhole(_ rest: Bytes) -> Bool {
    let next = rest.drop { isMark($0) || $0.isBlank }
    guard let first = next.first else { return true }
    if first >= 0x80 { return ["–", "—", "·"].contains(next.scalar(at: next.startIndex).scalar) }
    if first == UInt8(ascii: "-") { return next.dropFirst().first?.isBlank ?? true }
    return first.isDigit ? rest.first?.isBlank ?? false : "([,;:.".utf8.contains(first)
  }

  /// Of emphasis or code around a status.
  static func isMark(_ byte: UInt8) -> Bool { "*_`".utf8.contains(byte) }
}
