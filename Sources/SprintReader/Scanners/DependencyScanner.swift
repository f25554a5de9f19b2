package import SprintModel
import SprintMarkdown
package import SprintSource

/// Reads what a task waits for out of a cell, a field or running text.
package struct DependencyScanner: Sendable {
  /// What the text is read for.
  package struct Context: Sendable {
    /// The ids of the row, or bullet.
    package var ids: [TaskID]
    /// The short ids that the sprint declares; others are words like any other.
    package var shortIDs: Set<String>
    package var isBlocked: Bool
    package var field: FieldKind

    package enum FieldKind: Sendable {
      /// A cell or field for dependencies: a bare id is one.
      case dependencies
      /// Any other text: only a phrase that can mean nothing else counts.
      case text
    }
  }

  private let ids: IDScanner
  private let phrases: PhraseScanner
  private let strong: [Bool]
  private let absence: PhraseScanner
  private let noDependency: Set<String>

  package init(_ vocabulary: Vocabulary) {
    ids = IDScanner(vocabulary)
    phrases = PhraseScanner(vocabulary.phrases.map(\.text))
    strong = vocabulary.phrases.map(\.isStrong)
    absence = PhraseScanner(vocabulary.absencePhrases)
    noDependency = vocabulary.noDependency
  }

  package func references(in text: Bytes, _ context: Context) -> [Reference] {
    let text = text.trimmed
    guard !text.isEmpty else { return [] }
    if context.field == .dependencies, noDependency.contains(Vocabulary.normalized(text)) {
      return text.firstLetter != nil ? [Reference(.none, Located(text))] : []
    }
    let found = phrases.all(in: text).filter { !Self.isDenied($0.range.lower, in: text) }
    var references = self.references(after: found.filter { strong[$0.index] || context.field == .dependencies }, in: text, context)
    if !references.isEmpty, context.field == .dependencies, let first = found.first,
      let lead = bareList(in: text[..<first.range.lower], context)
    {
      references = lead + references
    }
    if references.isEmpty, context.field == .dependencies, let bare = bareList(in: text, context) {
      references = bare
    }
    if references.isEmpty, context.isBlocked {
      references = self.references(after: found, in: text, context)
      if references.isEmpty, let missing = absence.all(in: text).first {
        references = external(Self.sentence(of: text, around: missing.range), context)
      }
    }
    return references
  }

  /// Whether the words right before a phrase deny it: `no longer depends on`, `not blocked by`.
  private static func isDenied(_ index: Int, in text: Bytes) -> Bool {
    let words = Vocabulary.normalized(text[max(text.startIndex, index - 24)..<index]).split(separator: " ").suffix(2)
    guard let last = words.last, let first = words.first else { return false }
    if last == "longer" { return first == "no" }
    if last == "t" { return ["doesn", "don", "isn", "aren", "didn"].contains(first) }
    return last == "not" || last == "never"
  }

  // MARK: Clauses

  private func references(after phrases: [PhraseScanner.Found], in text: Bytes, _ context: Context) -> [Reference] {
    var references: [Reference] = []
    for (place, phrase) in phrases.enumerated() {
      let next = place + 1 < phrases.count ? phrases[place + 1].range.lower : text.endIndex
      let clause = Self.clause(of: text, from: phrase.range.upper, to: next)
      guard !noDependency.contains(Vocabulary.normalized(clause)) else { continue }
      references += self.references(inClause: clause, context)
    }
    return references
  }

  /// A clause ends with its sentence, at a semicolon, at the bracket that it stands in, or at a line break.
  static func clause(of text: Bytes, from start: Int, to limit: Int) -> Bytes {
    var index = start
    var depth = 0
    scan: while index < limit {
      switch text[index] {
      case UInt8(ascii: ";"), UInt8(ascii: "\n"): break scan
      // A pipe inside a word, an escape or code is text.
      case UInt8(ascii: "|"): if index > text.startIndex, text[index - 1].isSpace { break scan }
      case UInt8(ascii: "."):
        if index + 1 >= text.endIndex || text[index + 1].isSpace || text[index + 1] == UInt8(ascii: ")") { break scan }
      case UInt8(ascii: "<"): if text.hasPrefix("<br", at: index) { break scan }
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      index += 1
    }
    let isEdge: (UInt8) -> Bool = { $0.isSpace || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ",") }
    var clause = text[start..<index].drop(while: isEdge)
    while let last = clause.last, isEdge(last) || last == UInt8(ascii: "(") { clause.removeLast() }
    return clause
  }

  /// A field that holds a list of ids, or of sprints, and nothing before it: `OPS-002, OPS-003`.
  private func bareList(in text: Bytes, _ context: Context) -> [Reference]? {
    let text = Inline.unwrapped(text)
    let token = tokens(in: text, context).first
    let isList = token.map { !text[..<$0.range.lower].contains(where: \.isWord) } ?? false
    let sprint = SprintMentions.all(in: text).first
    let lead = sprint.map { Vocabulary.normalized(text[..<$0.range.lower]) }
    let isSprint = lead == "sprint" || lead == "sprints"
    guard isList || isSprint else { return nil }
    return references(inClause: Self.clause(of: text, from: text.startIndex, to: text.endIndex), context)
  }

  private func references(inClause clause: Bytes, _ context: Context) -> [Reference] {
    let sprints = SprintMentions.all(in: clause)
    let tokens = tokens(in: clause, context).filter { token in !sprints.contains { $0.range.overlaps(token.range) } }
    var references = IDList.references(tokens, in: clause)
    references += sprints.map { Reference(.sprint, Located($0.number, at: $0.range)) }
    references.sort { $0.text.range < $1.text.range }
    if context.isBlocked {
      references += externals(in: clause, besides: references.map(\.text.range), context)
    }
    return references
  }

  /// The tokens of a text that can name a task here.
  private func tokens(in text: Bytes, _ context: Context) -> [IDToken] {
    var tokens: [IDToken] = []
    for token in ids.tokens(in: text) {
      switch token.kind {
      case .full: tokens.append(token)
      case .short: if context.shortIDs.contains(token.text) { tokens.append(token) }
      case .partial:
        let isContinuation = IDList.continues(token, after: tokens.last, in: text)
        if isContinuation || (token.segments.count > 1 && isShorthand(token, context)) { tokens.append(token) }
      }
    }
    return tokens
  }

  /// Whether a token such as `32-001` ends as the ids of the row do: `24-48` hours do not.
  private func isShorthand(_ token: IDToken, _ context: Context) -> Bool {
    context.ids.contains { token.isShaped(as: $0) }
  }

  // MARK: External blockers

  /// The parts of a clause that are prose: what stands between its separators without an id in it.
  private func externals(in clause: Bytes, besides taken: [ByteRange], _ context: Context) -> [Reference] {
    guard !taken.isEmpty else { return external(clause, context) }
    var references: [Reference] = []
    var prose: ByteRange?
    func close() {
      if let range = prose { references += external(clause.at(range), context) }
      prose = nil
    }
    for part in Self.parts(of: clause, keeping: taken) {
      let range = ByteRange(of: part)
      if taken.contains(where: { $0.overlaps(range) }) {
        close()
      } else if !part.isEmpty {
        prose = prose.map { $0.union(range) } ?? range
      }
    }
    close()
    return references
  }

  private func external(_ text: Bytes, _ context: Context) -> [Reference] {
    var text = text.trimmed
    while let last = text.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ",") { text.removeLast() }
    // One word says nothing about what is waited for, unless it is a name or a term.
    guard text.count > 2, text.contains(where: \.isLetter), DateScanner.date(in: text, at: text.startIndex) == nil else { return [] }
    return [Reference(.external, Located(text))]
  }

  /// Splits a clause at `,`, `+`, `&` and `and`; slashes part ids, not words.
  private static func parts(of clause: Bytes, keeping taken: [ByteRange]) -> [Bytes] {
    var parts: [Bytes] = []
    var start = clause.startIndex
    var index = start
    while index < clause.endIndex {
      let length: Int
      switch clause[index] {
      case UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "&"): length = 1
      case UInt8(ascii: " ") where clause.hasPrefix(" and ", at: index): length = 5
      default: length = 0
      }
      if length > 0 {
        parts.append(clause[start..<index].trimmed)
        index += length
        start = index
      } else {
        index += 1
      }
    }
    return parts + [clause[start...].trimmed]
  }

  private static func sentence(of text: Bytes, around range: ByteRange) -> Bytes {
    var start = range.lower
    while start > text.startIndex, text[start - 1] != UInt8(ascii: ";"),
      !(text[start - 1].isSpace && start - 2 >= text.startIndex && text[start - 2] == UInt8(ascii: "."))
    { start -= 1 }
    return clause(of: text, from: start, to: text.endIndex)
  }
}
