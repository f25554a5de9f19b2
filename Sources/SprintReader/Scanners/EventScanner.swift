package import SprintModel
package import SprintSource

/// Reads what a line of a log says has happened, and to which tasks.
package final class EventScanner: Sendable {
  private let ids: IDScanner
  private let phrases: PhraseScanner
  private let events: [LogEntry.Event]

  package init(_ vocabulary: Vocabulary) {
    ids = IDScanner(vocabulary)
    phrases = PhraseScanner(vocabulary.events.map(\.text))
    events = vocabulary.events.map(\.event)
  }

  /// Reads an update.
  ///
  /// It has an event only if its first clause says so plainly: `X completed: …`, `Completed X/002: …`,
  /// `Marked X BLOCKED pending …`. The tasks of that clause are its subjects. What says more than that
  /// (`X half completed`, `X completed, Y blocked`) is a note about them.
  package func read(_ update: Bytes) -> (mentions: [LogEntry.Mention], event: LogEntry.Event) {
    var tokens = ids.tokens(in: update)
    tokens.removeAll { $0.kind == .short }
    guard !tokens.isEmpty else { return ([], .note) }
    let head = Self.head(of: update)
    let told = event(in: head, tokens)
    Self.removeNumbers(from: &tokens, in: update)
    var mentions: [LogEntry.Mention] = []
    IDList.forEachReference(of: tokens, in: update) { reference in
      let isSubject = told.map { reference.text.range.upper <= $0.end } ?? false
      mentions.add(LogEntry.Mention(reference, isSubject: isSubject))
    }
    return (mentions, told?.event ?? .note)
  }

  /// Leaves the tokens that name tasks: a number does so only in a list with an id, or built like the end of the one
  /// before it.
  private static func removeNumbers(from tokens: inout [IDToken], in text: Bytes) {
    var last: IDToken?
    tokens.removeAll { token in
      let isNamed =
        token.kind != .partial || IDList.continues(token, after: last, in: text)
        || (token.isLong && last.map { token.isShaped(as: TaskID($0.text.bytes)) } ?? false)
      if isNamed { last = token }
      return !isNamed
    }
  }

  /// What has happened, and where the tasks end that it has happened to; nil where that is not said plainly.
  private func event(in head: Bytes, _ tokens: [IDToken]) -> (event: LogEntry.Event, end: Int)? {
    guard let phrase = onlyPhrase(in: head) else { return nil }
    let named = tokens.prefix { $0.range.upper <= head.endIndex }
    guard let first = named.first?.range else { return nil }
    // `X completed, Y follows` is about X.
    let isAfter = first.lower < phrase.range.lower
    let subjects = isAfter ? named.prefix { $0.range.upper <= phrase.range.lower } : named
    guard let last = subjects.last?.range else { return nil }
    guard Self.isGlue(head[..<phrase.range.lower], besides: subjects) else { return nil }
    // `X completed phase 1` and `Completed X except …` say less than `X completed`.
    let rest = head[(isAfter ? phrase.range.upper : last.upper)...].trimmed
    guard rest.isEmpty || (Self.startsAside(rest) && !Self.takesBack(rest)) else { return nil }
    guard isAfter || Self.isGlue(head[phrase.range.upper..<last.upper], besides: subjects) else { return nil }
    return (events[phrase.index], last.upper)
  }

  /// The first phrase of a text, where all say the same.
  private func onlyPhrase(in text: Bytes) -> PhraseScanner.Found? {
    var first: PhraseScanner.Found?
    var isPlain = true
    phrases.visit(text) { phrase in
      if let first { isPlain = events[phrase.index] == events[first.index] } else { first = phrase }
      return isPlain
    }
    return isPlain ? first : nil
  }

  /// The clause that an update begins with.
  private static func head(of update: Bytes) -> Bytes {
    let bytes = update.span
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ";") { break }
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "."), index + 1 == bytes.count || bytes[index + 1].isSpace {
        break
      }
      index += 1
    }
    return update.prefix(index)
  }

  /// Whether a text holds nothing but ids and words that bind them to an event.
  private static func isGlue(_ text: Bytes, besides tokens: ArraySlice<IDToken>) -> Bool {
    var index = text.startIndex
    var next = tokens.partitionPoint { $0.range.upper <= index }
    while index < text.endIndex {
      if next < tokens.endIndex, tokens[next].range.lower <= index {
        index = tokens[next].range.upper
        next += 1
      } else if text.letterLength(at: index) > 0 {
        var end = index
        while end < text.endIndex, case let length = text.letterLength(at: end), length > 0 { end += length }
        guard glue.contains(text[index..<end]) else { return false }
        index = end
      } else {
        index += 1
      }
    }
    return true
  }

  private static func startsAside(_ rest: Bytes) -> Bool {
    guard rest.firstLetter == rest.startIndex else { return rest.first != UInt8(ascii: "?") }
    return asides.contains(rest.prefix(while: \.isWord))
  }

  /// Whether what is said on the side leaves nothing of the event: `X completed, reopened the same day`, `X DONE → TODO`.
  private static func takesBack(_ rest: Bytes) -> Bool {
    turns.occurs(in: rest) || ["→", "->", "=>"].contains { rest.hasPrefix($0, at: rest.startIndex) }
  }

  private static let turns = PhraseScanner([
    "reopened", "re-opened", "reverted", "rolled back", "undone", "except", "but", "partially", "partly", "incomplete",
    "still open", "not yet",
  ])

  private static let glue = TermSet([
    "marked", "mark", "set", "moved", "move", "to", "is", "are", "was", "as", "now", "and", "status", "task", "tasks",
    "state", "changed", "transitioned", "flipped",
  ])
  private static let asides = TermSet([
    "pending", "by", "on", "due", "waiting", "awaiting", "until", "per", "because", "as",
  ])
}
