package import SprintModel
package import SprintSource

/// Reads what a statement says plainly of the state of tasks.
///
/// Only a clause of the form *tasks, verb, state* counts: `A-1-001 and A-1-002 remain blocked awaiting keys`,
/// `Release tasks (A-1-001/-002) are done`. A sentence with a condition, a denial, a wish or another
/// tense says something else, and so may one whose subject is not the tasks (`Consumers of A-1-001 are blocked`).
package final class ClaimScanner: Sendable {
  private let ids: IDScanner

  package init(_ vocabulary: Vocabulary) { ids = IDScanner(vocabulary) }

  package func claims(in statement: Bytes, of section: SectionKind) -> [Claim] {
    let tokens = ids.tokens(in: statement).filter { $0.kind != .short }
    guard !tokens.isEmpty else { return [] }
    // What was so on a day need not be so today; what stands among the next checkpoints with a day, or with a box that is
    // not ticked, has yet to come.
    let isDated = DateScanner.first(in: statement) != nil
    let isNext = section == .checkpoints
    if isNext, isDated || statement.hasPrefix("[ ]", at: statement.startIndex) { return [] }
    var claims: [Claim] = []
    var next = tokens.startIndex
    for sentence in Self.sentences(of: statement) {
      let own = Array(tokens[next...].prefix { $0.range.upper <= sentence.endIndex }).filter {
        sentence.startIndex <= $0.range.lower
      }
      while next < tokens.endIndex, tokens[next].range.upper <= sentence.endIndex { next += 1 }
      guard !own.isEmpty, Self.isPlain(sentence) else { continue }
      for list in Self.lists(own, in: sentence) {
        guard let (state, hasVerb, phrase) = Self.predicate(of: list, in: sentence), !isDated || state == .done,
          hasVerb || !isNext,
          let subjects = Self.references(list)
        else { continue }
        claims.append(Claim(section: section, subjects: subjects, state: state, phrase: LocatedText(phrase)))
      }
    }
    return claims
  }

  // MARK: Sentences

  /// The parts of a text that end in a full stop, a question mark or a semicolon; what asks says nothing.
  private static func sentences(of text: Bytes) -> [Bytes] {
    var sentences: [Bytes] = []
    var start = text.startIndex
    for index in text.indices {
      let byte = text[index]
      let isEnd = index + 1 == text.endIndex || text[index + 1].isSpace
      guard
        byte == UInt8(ascii: ";")
          || (isEnd && [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte))
      else { continue }
      if byte != UInt8(ascii: "?") { sentences.append(text[start..<index]) }
      start = index + 1
    }
    sentences.append(text[start...])
    return sentences
  }

  private static func isPlain(_ sentence: Bytes) -> Bool {
    words(of: sentence).allSatisfy { !reservations.contains($0) } && !sentence.contains(UInt8(ascii: "?"))
      && sentence.firstRange(of: [UInt8(ascii: "~"), UInt8(ascii: "~")], from: sentence.startIndex) == nil
  }

  // MARK: Subject

  /// Tokens with nothing between them but what binds a list.
  private static func lists(_ tokens: [IDToken], in sentence: Bytes) -> [[IDToken]] {
    var lists: [[IDToken]] = []
    for token in tokens {
      if let last = lists.last?.last, isBinding(sentence[last.range.upper..<token.range.lower]) {
        lists[lists.count - 1].append(token)
      } else {
        lists.append([token])
      }
    }
    return lists
  }

  private static func isBinding(_ text: Bytes) -> Bool {
    text.allSatisfy { !($0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ":") || $0 >= 0x80) }
      && words(of: text).allSatisfy { $0 == "and" }
  }

  /// The tasks of a list; nil where it begins with the end of an id.
  private static func references(_ list: [IDToken]) -> [Reference]? {
    var references: [Reference] = []
    var previous: IDList.Entry?
    for token in list {
      if token.kind == .partial {
        guard let id = previous?.id else { return nil }
        references.append(Reference(.task, token.text, form: .continuation(of: id)))
        previous = IDList.Entry(token: token, before: id)
      } else {
        references.append(Reference(.task, token.text))
        previous = IDList.Entry(token: token, before: nil)
      }
    }
    return references
  }

  /// Whether the tasks are what the sentence speaks of: nothing stands before them in their clause, or a
  /// noun for tasks that they are named after in brackets.
  private static func isSubject(_ head: Bytes, isBracketed: inout Bool) -> Bool {
    // What says no more than which tasks is short.
    let start = head.startIndex
    let reach = max(head.startIndex, head.endIndex - 160)
    var head = head[reach...].trimmingSuffix(while: isMark)
    isBracketed = head.last == UInt8(ascii: "(")
    if isBracketed { head = head.dropLast() }
    // A label or another clause before the subject.
    let clause = head.lastIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") || $0 >= 0x80 }
    guard clause != nil || reach == start else { return false }
    let words = words(of: clause.map { head[($0 + 1)...] } ?? head)
    if isBracketed {
      return words.last.map { nouns.contains($0) } ?? false && !words.contains { relations.contains($0) }
    }
    // `All but these` are the others.
    return words.allSatisfy { openers.contains($0) || nouns.contains($0) } && words.suffix(2) != ["all", "but"]
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "`")
      || byte == UInt8(ascii: "[")
  }

  // MARK: Predicate

  /// The state that a clause gives to the tasks of a list, and the words that do.
  private static func predicate(
    of list: [IDToken], in sentence: Bytes
  ) -> (state: TaskState, hasVerb: Bool, phrase: Bytes)? {
    guard let first = list.first, let last = list.last else { return nil }
    var isBracketed = false
    guard isSubject(sentence[..<first.range.lower], isBracketed: &isBracketed) else { return nil }
    var rest = sentence[last.range.upper...].drop { isMark($0) || $0 == UInt8(ascii: "]") }
    if isBracketed {
      guard rest.first == UInt8(ascii: ")") else { return nil }
      rest = rest.dropFirst().drop(while: isMark)
    }
    let start = rest.startIndex
    var verb: String?
    while let (word, end) = nextWord(of: rest), verbs.contains(word) || adverbs.contains(word) {
      if verbs.contains(word) || word == "still" { verb = verb ?? word }
      rest = rest[end...].drop(while: isMark)
    }
    guard let (state, end) = state(at: rest), verb != nil || state == .done else { return nil }
    let after = rest[end...].drop { isMark($0) && !$0.isSpace }
    return endsClause(after, state) ? (state, verb != nil, sentence[start..<end]) : nil
  }

  private static func state(at text: Bytes) -> (state: TaskState, end: Int)? {
    guard let (word, end) = nextWord(of: text) else { return nil }
    if let state = states[word] { return (state, end) }
    guard let (second, pairEnd) = nextWord(of: text[end...].drop(while: isMark)),
      let state = states["\(word) \(second)"]
    else {
      return nil
    }
    return (state, pairEnd)
  }

  /// Whether what follows leaves the state as it is: `done` needs an end, `blocked` may give its reason.
  private static func endsClause(_ rest: Bytes, _ state: TaskState) -> Bool {
    let rest = rest.trimmed
    guard let first = rest.first else { return true }
    if state == .blocked, let (word, _) = nextWord(of: rest) { return reasons.contains(word) }
    if first == UInt8(ascii: "(") {
      return DateScanner.date(in: rest, at: rest.startIndex + 1).map { rest.at($0.range).endIndex + 1 == rest.endIndex }
        ?? false
    }
    return first == UInt8(ascii: ",") || first == UInt8(ascii: ":")
  }

  // MARK: Words

  private static func words(of text: Bytes) -> [String] {
    Vocabulary.words(of: text).map(String.init)
  }

  /// The word that a text begins with, and where it ends.
  private static func nextWord(of text: Bytes) -> (word: String, end: Int)? {
    let word = text.prefix { $0.isWord || $0 == UInt8(ascii: "-") }
    return word.isEmpty ? nil : (word.string.lowercased(), word.endIndex)
  }

  private static let states: [String: TaskState] = [
    "blocked": .blocked, "done": .done, "complete": .done, "completed": .done, "finished": .done, "todo": .todo,
    "to do": .todo, "not started": .todo, "doing": .doing, "in progress": .doing, "in-progress": .doing,
    "underway": .doing,
    "under way": .doing,
  ]
  private static let verbs: Set<String> = ["is", "are", "remain", "remains", "stay", "stays"]
  private static let adverbs: Set<String> = ["still", "now", "currently", "both", "all", "also"]
  /// After `blocked`: the sentence goes on to say why.
  private static let reasons: Set<String> = [
    "pending", "by", "on", "due", "waiting", "awaiting", "because", "as", "since", "and",
  ]
  /// Words that may open a clause without being its subject.
  private static let openers: Set<String> = [
    "the", "both", "all", "but", "and", "so", "note", "also", "currently", "now",
  ]
  private static let nouns: Set<String> = [
    "task", "tasks", "ticket", "tickets", "item", "items", "row", "rows", "story", "stories", "id", "ids",
  ]
  /// Between a noun and what it hangs on: the noun may then be another's.
  private static let relations: Set<String> = [
    "of", "for", "on", "behind", "after", "before", "to", "from", "with", "without", "by", "under", "beyond", "than",
    "not",
    "depending", "dependent", "downstream", "waiting", "other", "some", "most", "half", "remaining",
  ]
  /// A sentence with one of these does not say plainly how things stand.
  private static let reservations: Set<String> = [
    "not", "no", "never", "neither", "nor", "cannot", "t", "none", "yet", "longer",
    "if", "when", "whenever", "once", "until", "till", "unless", "whether", "while", "after", "before", "assuming",
    "provided",
    "should", "would", "could", "may", "might", "must", "shall", "will", "can", "ll",
    "unblock", "unblocks", "unblocked", "unblocking", "landing", "lands",
    "except", "partially", "partly", "mostly", "nearly", "almost", "half", "largely", "only",
    "resolved", "mitigated", "obsolete", "outdated", "superseded",
    "was", "were", "been", "had", "previously", "formerly", "originally", "initially", "earlier", "then",
    "ensure", "verify", "confirm", "check", "mark", "assume", "expect", "expected", "claims", "says", "said",
  ]
}
