package import SprintModel
import SprintMarkdown
package import SprintSource

/// Reads what a task waits for out of a cell, a field or running text.
package final class DependencyScanner: Sendable {
  /// What the text is read for.
  package struct Context: Sendable {
    /// The first id of the row, or bullet.
    let id: TaskID
    /// Its other ids: most have none, for which no array is made.
    let others: [TaskID]
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

    package init(
      id: TaskID, others: [TaskID] = [], shortIDs: Set<String>, isBlocked: Bool = false, field: FieldKind = .text
    ) {
      self.id = id
      self.others = others
      self.shortIDs = shortIDs
      self.isBlocked = isBlocked
      self.field = field
    }
  }

  private let ids: IDScanner
  private let phrases: PhraseScanner
  private let strong: [Bool]
  private let strongPhrases: PhraseScanner
  private let absence: PhraseScanner
  private let noDependency: TermSet
  /// What units of work are called, one or several.
  private let kindNouns: Set<String>

  package init(_ vocabulary: Vocabulary) {
    ids = IDScanner(vocabulary)
    phrases = PhraseScanner(vocabulary.phrases.map(\.text))
    strong = vocabulary.phrases.map(\.isStrong)
    strongPhrases = PhraseScanner(vocabulary.phrases.filter(\.isStrong).map(\.text))
    absence = PhraseScanner(vocabulary.absencePhrases)
    noDependency = TermSet(vocabulary.noDependency)
    let nouns = vocabulary.kindWords.compactMap { $0.split(separator: " ").last.map(String.init) }
    kindNouns = Set(nouns + nouns.map { $0.hasSuffix("y") ? $0.dropLast() + "ies" : $0 + "s" })
  }

  package func references(in text: Bytes, _ context: Context) -> [Reference] {
    let text = text.trimmed
    guard !text.isEmpty else { return [] }
    if context.field == .dependencies, isNoDependency(text) {
      return text.firstLetter != nil ? [Reference(.none, LocatedText(text))] : []
    }
    // Nothing without a number is a task or a sprint, and most descriptions say nothing of the kind.
    if !context.isBlocked, !text.hasDigit || (context.field == .text && !strongPhrases.occurs(in: text)) { return [] }
    var references: [Reference] = []
    if context.field == .dependencies {
      Self.forEachLine(of: text) { references.take(self.references(inLine: $0, context)) }
    } else {
      references = self.references(inLine: text, context)
    }
    return references.isEmpty && context.isBlocked ? blockers(in: text, context) : references
  }

  /// Whether a text says that there is none.
  private func isNoDependency(_ text: Bytes) -> Bool { noDependency.contains(text) }

  private func references(inLine text: Bytes, _ context: Context) -> [Reference] {
    let found = statedPhrases(in: text)
    guard context.field == .dependencies else {
      return self.references(after: found.filter { strong[$0.index] }, in: text, context)
    }
    let list = found.first.map { bareList(before: $0, in: text, context) } ?? bareList(in: text, context)
    var references = list ?? []
    references.take(self.references(after: found, in: text, context))
    references.take(listsApart(in: text, context))
    return references
  }

  /// A list that another phrase follows. What the phrase is said of is none: `OPS-1 depends on this`.
  private func bareList(before phrase: PhraseScanner.Found, in text: Bytes, _ context: Context) -> [Reference]? {
    let head = text[..<phrase.range.lower].trimmingSuffix { $0.isSpace || $0 == UInt8(ascii: "(") }
    guard let last = head.last, ",;:.-+/&|>".utf8.contains(last) || last >= 0x80 else { return nil }
    return bareList(in: head, context)
  }

  /// The parts of a field behind a semicolon that hold nothing but ids: `Depends on OPS-1; OPS-2`.
  private func listsApart(in text: Bytes, _ context: Context) -> [Reference] {
    guard text.firstIndex(of: UInt8(ascii: ";"), from: text.startIndex) != nil else { return [] }
    return text.split(separator: UInt8(ascii: ";")).dropFirst().flatMap { part -> [Reference] in
      let tokens = tokens(in: part, context)
      let isList =
        !tokens.isEmpty && Vocabulary.words(of: part, besides: tokens.map(\.range)).allSatisfy { $0 == "and" }
      return isList ? IDList.references(tokens, in: part) : []
    }
  }

  /// What a blocked task waits for, where nothing says so plainly.
  private func blockers(in text: Bytes, _ context: Context) -> [Reference] {
    let references = self.references(after: statedPhrases(in: text), in: text, context)
    guard references.isEmpty else { return references }
    if context.field == .dependencies {
      let clause = Self.clause(of: text, from: text.startIndex, to: text.endIndex)
      let hasEntry = Self.parts(of: clause, keeping: []).contains { part in
        tokens(in: part, context).contains { Inline.unwrapped(part).range == $0.range }
      }
      if hasEntry { return self.references(inClause: clause, context) }
    }
    return absence.all(in: text).first.map { external(Self.sentence(of: text, around: $0.range), context) } ?? []
  }

  private func statedPhrases(in text: Bytes) -> [PhraseScanner.Found] {
    var found = phrases.all(in: text)
    found.removeAll { Self.isDenied($0.range.lower, in: text) }
    return found
  }

  /// Goes through the parts of a field between line breaks (`<br>`), or its bullets: each can name something.
  private static func forEachLine(of text: Bytes, _ body: (Bytes) -> Void) {
    func add(_ line: Bytes) {
      let line = line.trimmed
      if !line.isEmpty { body(line) }
    }
    var start = text.startIndex + markerLength(in: text)
    var index = start
    while let place = nextBreak(in: text, from: index) {
      index = place
      var next: Int?
      if text.hasPrefix("<br", at: index) {
        next = text.firstIndex(of: UInt8(ascii: ">"), from: index).map { $0 + 1 }
      } else if text[index] == UInt8(ascii: "\n") {
        // A line break alone is a blank.
        let line = text[(index + 1)...].drop(while: \.isSpace)
        let length = markerLength(in: line)
        if length > 0 { next = line.startIndex + length }
      }
      guard let next else {
        index += 1
        continue
      }
      add(text[start..<index])
      (start, index) = (next, next)
    }
    add(text[start...])
  }

  /// Where a line may end.
  private static func nextBreak(in text: Bytes, from index: Int) -> Int? {
    text[index...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\n") }
  }

  /// The length of the marker that a bullet begins with, and of the blank after it: `- `, `2. `.
  private static func markerLength(in text: Bytes) -> Int {
    let digits = text.prefix(while: \.isDigit).count
    let rest = text.dropFirst(digits)
    guard let mark = rest.first, rest.dropFirst().first?.isBlank ?? false,
      (digits == 0 ? "-*+" : ".)").utf8.contains(mark)
    else { return 0 }
    return digits + 2
  }

  /// Whether the words right before a phrase deny it: `no longer depends on`, `not blocked by`.
  private static func isDenied(_ index: Int, in text: Bytes) -> Bool {
    let head = text[..<index]
    let end = head.lastIndex(where: \.isLetter).map { $0 + 1 } ?? text.startIndex
    // Most words deny nothing.
    guard denials.contains(where: { head[..<end].endsWith($0) }) else { return false }
    let words = Vocabulary.words(of: text[max(text.startIndex, index - 24)..<index]).suffix(2)
    guard let last = words.last, let first = words.first else { return false }
    if last == "longer" { return first == "no" }
    if last == "t" { return ["doesn", "don", "isn", "aren", "didn"].contains(first) }
    return last == "not" || last == "never"
  }

  private static let denials = ["longer", "t", "not", "never"].map { Array($0.utf8) }

  /// Whether a clause says that it names no dependency after all: `OPS-2 - related, but can be done independently`.
  private static func isIndependent(_ clause: Bytes) -> Bool { independence.occurs(in: clause) }

  private static let independence = PhraseScanner(["independently", "not a blocker", "not blocking", "non-blocking"])

  // MARK: Clauses

  private func references(after phrases: [PhraseScanner.Found], in text: Bytes, _ context: Context) -> [Reference] {
    var references: [Reference] = []
    for (place, phrase) in phrases.enumerated() {
      let next = place + 1 < phrases.count ? phrases[place + 1].range.lower : text.endIndex
      let clause = Self.clause(of: text, from: phrase.range.upper, to: next)
      guard !isNoDependency(clause) else { continue }
      let tokens = tokens(in: clause, context)
      if !context.isBlocked, Self.isList(clause, of: tokens) {
        references.take(IDList.references(tokens, in: clause))
      } else if !Self.isIndependent(clause) {
        let names = Names(tokens: tokens, sprints: SprintMentions.all(in: clause))
        references.take(self.references(inClause: clause, naming: names, context))
      }
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
    let isEdge: (UInt8) -> Bool = {
      $0.isSpace || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ",")
    }
    return text[start..<index].drop(while: isEdge).trimmingSuffix { isEdge($0) || $0 == UInt8(ascii: "(") }
  }

  /// A field that holds a list of ids, or of sprints, and nothing before it: `OPS-002, OPS-003`.
  private func bareList(in text: Bytes, _ context: Context) -> [Reference]? {
    let text = Inline.unwrapped(text)
    let names = Names(tokens: tokens(in: text, context), sprints: SprintMentions.all(in: text))
    let isList = names.tokens.first.map { isEntry($0, after: text[..<$0.range.lower], context) } ?? false
    let isSprint = {
      let lead = names.sprints.first.map { Vocabulary.normalized(text[..<$0.range.lower]) }
      return lead == "sprint" || lead == "sprints" || !SprintMentions.names(in: text, besides: []).isEmpty
    }
    guard isList || isSprint(), !Self.isIndependent(text) else { return nil }
    let clause = Self.clause(of: text, from: text.startIndex, to: text.endIndex)
    return references(inClause: clause, naming: clause.count == text.count ? names : nil, context)
  }

  /// Whether nothing but blanks and separators stands beside the ids of a clause: then all are waited for.
  private static func isList(_ clause: Bytes, of tokens: [IDToken]) -> Bool {
    // An id may hold the name of a sprint, too.
    guard !tokens.isEmpty, !clause.contains(UInt8(ascii: "_")), !SprintMentions.mayHaveNames(clause) else {
      return false
    }
    let bytes = clause.span
    var index = 0
    for place in tokens.indices {
      let range = tokens[place].range
      guard separates(bytes, index..<range.lower - clause.startIndex) else { return false }
      index = range.upper - clause.startIndex
    }
    return separates(bytes, index..<bytes.count)
  }

  private static func separates(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "&"),
        UInt8(ascii: "."), UInt8(ascii: "-"):
        continue
      default: return false
      }
    }
    return true
  }

  /// What a text names.
  private struct Names {
    let tokens: [IDToken]
    let sprints: [SprintMentions.Found]
  }

  private func references(inClause clause: Bytes, naming names: Names? = nil, _ context: Context) -> [Reference] {
    var tokens = names?.tokens ?? tokens(in: clause, context)
    var sprints = names?.sprints ?? SprintMentions.all(in: clause)
    let turned = Self.turned(clause, tokens)
    if !turned.isEmpty {
      tokens.removeAll { turned.overlap($0.range) }
      sprints.removeAll { turned.overlap($0.range) }
    }
    if !sprints.isEmpty { sprints = Self.standingAlone(sprints, besides: tokens, in: clause) }
    if SprintMentions.mayHaveNames(clause) {
      let entries = sprints.map(\.range) + tokens.lazy.filter { $0.kind != .partial }.map(\.range)
      sprints += SprintMentions.names(in: clause, besides: entries)
    }
    var references: [Reference]
    if sprints.isEmpty {
      references = IDList.references(tokens, in: clause)
    } else {
      let taken = sprints.map(\.range).sorted()
      tokens.removeAll { taken.overlap($0.range) }
      references = IDList.references(tokens, in: clause)
      references += sprints.map { Reference(.sprint, LocatedText($0.number, at: $0.range)) }
      references.sort { $0.text.range < $1.text.range }
    }
    if context.isBlocked {
      references += externals(in: clause, besides: (references.map(\.text.range) + turned).sorted(), context)
    }
    return references
  }

  /// Without the sprints in which the task beside them stands: `OPS-1 in Sprint 12`, `[OPS-1](SPRINT_12_ops.md)`.
  private static func standingAlone(
    _ sprints: [SprintMentions.Found], besides tokens: [IDToken], in clause: Bytes
  ) -> [SprintMentions.Found] {
    guard !tokens.isEmpty else { return sprints }
    // All stand in their order, and may be many.
    let ranges = tokens.filter { $0.kind != .partial }.map(\.range)
    let parts = parts(of: clause, keeping: []).map { $0.range }
    return sprints.filter { sprint in
      let place = parts.partitionPoint { $0.upper < sprint.range.upper }
      guard place < parts.endIndex, parts[place].contains(sprint.range) else { return true }
      let first = ranges.partitionPoint { $0.lower < parts[place].lower }
      return !ranges[first...].prefix { $0.upper <= parts[place].upper }.contains { !$0.overlaps(sprint.range) }
    }
  }

  /// The parts of a clause that speak of tasks which are not waited for: those that wait for this one, or stand beside it
  /// (`OPS-1, blocks OPS-2`), up to the end of the clause or of the bracket; those that were something once
  /// (`OPS-1 (was OPS-2)`); and what is struck out.
  private static func turned(_ clause: Bytes, _ tokens: [IDToken]) -> [ByteRange] {
    guard !tokens.isEmpty else { return [] }
    let struckOut = struckOut(in: clause)
    var ranges: [ByteRange] = []
    // How many brackets are open, up to where.
    var depth = 0
    var index = clause.startIndex
    for turn in turns.all(in: clause)
    where turn.range.lower >= ranges.last?.upper ?? 0 && !struckOut.overlap(turn.range) {
      let place = tokens.partitionPoint { $0.range.lower < turn.range.upper }
      guard place < tokens.count else { break }
      let between = clause[turn.range.upper..<tokens[place].range.lower]
      if turn.index >= firstFormer, between.contains(where: \.isWord) { continue }
      for byte in clause[index..<turn.range.lower] {
        if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      }
      index = turn.range.lower
      let close = depth > 0 ? clause.firstIndex(of: UInt8(ascii: ")"), from: index) : nil
      ranges.append(ByteRange(turn.range.lower, close ?? clause.endIndex))
    }
    return struckOut.isEmpty ? ranges : merged(ranges + struckOut)
  }

  /// Ranges in order, those that overlap made one.
  private static func merged(_ ranges: [ByteRange]) -> [ByteRange] {
    var merged: [ByteRange] = []
    for range in ranges.sorted() {
      if let last = merged.last, range.lower < last.upper {
        merged[merged.count - 1] = last.union(range)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private static let turns = PhraseScanner(relations + formers)
  private static let firstFormer = relations.count
  /// How the tasks behind stand to what is waited for, or to the task that waits.
  private static let relations = [
    "blocks", "blocking", "unblocks", "unblock", "unblocking", "enables", "enable", "feeds", "needed for", "needed by",
    "required by", "required for", "prerequisite for", "prerequisite of", "not on", "see", "see also", "cf",
    "related to", "relates to", "in parallel with", "in parallel to", "parallel to", "parallel with", "alongside",
    "before",
    "instead of", "rather than", "except", "supersedes", "replaces", "precedes", "followed by",
  ]
  /// What a task was called.
  private static let formers = ["was", "formerly", "previously", "ex", "replaced", "split from", "merged from"]

  private static func struckOut(in text: Bytes) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var index = text.startIndex
    let mark = Bytes("~~")
    while let start = text.firstRange(of: mark, from: index),
      let end = text.firstRange(of: mark, from: start.upperBound)
    {
      ranges.append(ByteRange(start.lowerBound, end.upperBound))
      index = end.upperBound
    }
    return ranges
  }

  /// The tokens of a text that can name a task here.
  private func tokens(in text: Bytes, _ context: Context) -> [IDToken] {
    var tokens = ids.tokens(in: text)
    let numbers = numbers(in: text, context)
    let taken = numbers.map(\.range)
    var last: IDToken?
    tokens.removeAll { token in
      let isNamed =
        (taken.isEmpty || !taken.overlap(token.range)) && names(token, after: last, in: text, context)
      if isNamed { last = token }
      return !isNamed
    }
    return numbers.isEmpty ? tokens : (tokens + numbers).sorted { $0.range < $1.range }
  }

  private func names(_ token: IDToken, after last: IDToken?, in text: Bytes, _ context: Context) -> Bool {
    switch token.kind {
    case .full: true
    case .short: context.shortIDs.contains(token.text.value)
    case .partial:
      IDList.continues(token, after: last, in: text) || (token.isLong && isShorthand(token, context))
    }
  }

  /// The numbers of a text that are ids of the sprint: after a word for work (`Tasks 1 and 2`), or alone in their field (`1)`).
  private func numbers(in text: Bytes, _ context: Context) -> [IDToken] {
    var numbers: [IDToken] = []
    guard !context.shortIDs.isEmpty else { return numbers }
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isWord else {
        index += 1
        continue
      }
      let start = index
      index = IDScanner.endOfRun(in: text, from: start)
      let word = text[start..<index]
      if word.allSatisfy(\.isDigit), context.shortIDs.contains(word.string), namesNumber(at: word, in: text, context) {
        numbers.append(IDToken(.short, LocatedText(word)))
      }
    }
    return numbers
  }

  private func namesNumber(at word: Bytes, in text: Bytes, _ context: Context) -> Bool {
    guard text[..<word.startIndex].last(where: { !$0.isBlank }) != UInt8(ascii: "(") else { return false }
    let isEntry: (Substring) -> Bool = { $0.utf8.allSatisfy(\.isDigit) || $0 == "and" || $0 == "through" }
    // What a number belongs to stands near it.
    let before = Vocabulary.words(of: text[..<word.startIndex].suffix(1_000))
    if let last = before.last(where: { !isEntry($0) }) { return kindNouns.contains(String(last)) }
    let after = Vocabulary.words(of: text[word.endIndex...].prefix(1_000))
    return context.field == .dependencies && after.allSatisfy(isEntry)
  }

  /// Whether nothing stands before the first id of a list, or the word for what it names: `Story 0.1`.
  private func isEntry(_ token: IDToken, after lead: Bytes, _ context: Context) -> Bool {
    guard lead.contains(where: \.isWord) else { return true }
    // `Story 4-1` of another file is no end of an id.
    let head = token.text.bytes.prefix { $0 != UInt8(ascii: "-") }
    guard token.kind != .partial || context.shortIDs.contains(head.string) else { return false }
    return Vocabulary.words(of: lead).allSatisfy { kindNouns.contains(String($0)) }
  }

  /// Whether a token such as `32-001` ends as the ids of the row do: `24-48` hours do not.
  private func isShorthand(_ token: IDToken, _ context: Context) -> Bool {
    token.isShaped(as: context.id) || context.others.contains { token.isShaped(as: $0) }
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
      let range = part.range
      if taken.overlap(range) {
        close()
      } else if !part.isEmpty {
        prose = prose.map { $0.union(range) } ?? range
      }
    }
    close()
    return references
  }

  private func external(_ text: Bytes, _ context: Context) -> [Reference] {
    let text = text.trimmed.trimmingSuffix { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    // One word says nothing about what is waited for, unless it is a name or a term.
    guard text.count > 2, text.contains(where: \.isLetter), DateScanner.date(in: text, at: text.startIndex) == nil
    else { return [] }
    return [Reference(.external, LocatedText(text))]
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
