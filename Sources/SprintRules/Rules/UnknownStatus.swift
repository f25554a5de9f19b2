import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unknownStatus = Rule(
    "SM301", "unknown-status", .error,
    Documentation(
      "a status is not in the vocabulary",
      why: """
        A task with a state that nobody defined is in no list: not ready, not blocked, not done. A word that three rows
        or more have, or a whole sentence, is no slip: it is reported once a file, as information, until the configuration
        says what it stands for.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DNOE (2025-11-02) | None | App Guild | Build. |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | DONE (2025-11-02) | None | App Guild | Build. |
        """,
      remedy: """
        Write TODO, DOING, REVIEW, BLOCKED, DONE or CANCELLED, with a date or a remark in brackets after it. `--fix`
        does where a known status has other signs between its words, `--unsafe-fixes` where exactly one is a slip away.
        """, fix: .unsafe),
    .sprint { context, report in
      let unknown = context.rows.compactMap { context.state(of: $0) == .unknown ? UnknownWord($0, context) : nil }
      guard !unknown.isEmpty else { return }
      let stated = context.rows.count { context.task($0).status.isStated }
      // Where hardly a status is known, the tracker has a vocabulary of its own.
      let isForeign = unknown.count > 2 && unknown.count * 2 > stated
      var ownWords: [String: [UnknownWord]] = [:]
      for one in unknown {
        if !isSlip(one, context), isForeign || one.isPhrase || context.all.unknownStatuses[one.word, default: 0] > 2 {
          ownWords[one.word, default: []].append(one)
          continue
        }
        let nearest = Nearest.matches(for: one.word, among: context.all.vocabulary.states.keys, most: 1)
        let guess = nearest.first.map { "did you mean \($0.uppercased())? " } ?? ""
        report.add(
          "\(context.name(of: one.row)) has the status \"\(Words.excerpt(one.status.value))\", which is none",
          at: one.status.range,
          in: context.index, task: context.task(one.row), key: one.status.value,
          help: guess + "known are \(known), with remarks in brackets",
          fixes: fix(of: one.status, context).map { [$0] } ?? [])
      }
      for (word, uses) in ownWords.sorted(by: { $0.value[0].status.range < $1.value[0].status.range }) {
        report.add(
          "\(subject(of: uses, context)) the status \"\(Words.excerpt(uses[0].status.value))\", which the vocabulary does not know",
          at: uses[0].status.range, in: context.index, key: word, severity: .information,
          help: uses[0].isPhrase
            ? "begin with \(known), and say the rest in brackets"
            : "say in .sprintmark.yml what it stands for, under `vocabulary: states:`, or write \(known)")
      }
    })

  private static let known = "TODO, DOING, REVIEW, BLOCKED, DONE or CANCELLED"

  private static func subject(of uses: [UnknownWord], _ context: SprintContext) -> String {
    let name = context.name(of: uses[0].row)
    let others = uses.count - 1
    return others == 0 ? "\(name) has" : "\(name) and \(Words.counted(others, "other row")) have"
  }

  /// Whether a known word was meant, and a letter slipped.
  private static func isSlip(_ one: UnknownWord, _ context: SprintContext) -> Bool {
    one.word.utf8.count > 3
      && !Nearest.matches(for: one.word, among: context.all.vocabulary.states.keys, limit: 1, most: 1).isEmpty
  }

  private static func fix(of status: LocatedText, _ context: SprintContext) -> Fix? {
    let written = context.file.slice(status.range)
    guard written.string == status.value else { return nil }
    // From the first letter to the last before a remark in brackets.
    let word = written.prefix { $0 != UInt8(ascii: "(") }.drop { !$0.isLetter }.trimmingSuffix { !$0.isLetter }
    // Anything else than words and signs between them may have a meaning of its own: `DONE 90 %`.
    let before = written[..<word.startIndex]
    let after = written[word.endIndex...].prefix { $0 != UInt8(ascii: "(") }
    guard !word.isEmpty, word.allSatisfy({ $0.isLetter || isSeparator($0) }),
      before.allSatisfy(isMark), after.allSatisfy(isMark)
    else { return nil }
    let states = context.all.vocabulary.states
    let normalized = Vocabulary.normalized(word)
    if states[normalized] != nil {
      let text = normalized.uppercased()
      return text == word.string
        ? nil : Fix("write \(text)", .safe, [TextEdit(word.range, text)], changing: [.status, .dependency])
    }
    let slips = Nearest.matches(for: normalized, among: states.keys, limit: 1, most: 2)
    // `locked` is no slip of `blocked`: people begin a word with the right letter.
    guard let meant = slips.first?.uppercased(), slips.count == 1, normalized.utf8.count > 3,
      meant.lowercased().first == normalized.first
    else { return nil }
    return Fix("write \(meant)", .unsafe, [TextEdit(word.range, meant)], changing: [.status, .dependency])
  }

  /// Of emphasis or code around a status, or the blank beside it.
  private static func isMark(_ byte: UInt8) -> Bool { byte.isBlank || "*_`".utf8.contains(byte) }

  /// What people put between the words of a status.
  private static func isSeparator(_ byte: UInt8) -> Bool { byte.isBlank || "-_./".utf8.contains(byte) }
}

/// A status that is not in the vocabulary.
private struct UnknownWord {
  let row: TaskRow
  let status: LocatedText
  /// As the vocabulary would have it, without remarks in brackets.
  let word: String
  /// Whether it is a phrase rather than a word, and none that takes back the state that it begins with.
  let isPhrase: Bool

  /// Nil for a status that is known, or that a symbol states, though not plainly enough to be read: `✅ Parser and tests`.
  init?(_ row: TaskRow, _ context: SprintContext) {
    let status = context.task(row).status
    guard let word = status.unknownWord(context.all.vocabulary) else { return nil }
    self.row = row
    self.status = status.text
    self.word = word
    let first = word.split(separator: " ").first.map(String.init)
    isPhrase = word.utf8.count { $0 == 0x20 } > 1 && context.all.vocabulary.states[first ?? ""] == nil
  }
}

extension Status {
  /// What stands for the state and is not in the vocabulary.
  func unknownWord(_ vocabulary: Vocabulary) -> String? {
    guard state == .unknown, isStated, !text.value.unicodeScalars.contains(where: { vocabulary.symbols[$0] != nil })
    else { return nil }
    let words = text.bytes.prefix { $0 != UInt8(ascii: "(") }
    return Vocabulary.normalized(words)
  }
}
