import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unknownStatus = Rule(
    "SM301", "unknown-status", .error,
    Documentation(
      "a status is not in the vocabulary",
      why: "A task with a state that nobody defined is in no list: not ready, not blocked, not done.",
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
      for row in context.rows {
        let task = context.task(row)
        let status = task.status
        guard status.state == .unknown, status.isStated else { continue }
        let text = status.text.value
        // `✅ Parser and tests`: the symbol says it, though not plainly enough to be read.
        if text.unicodeScalars.contains(where: { context.all.vocabulary.symbols[$0] != nil }) { continue }
        let word = text.prefix { $0 != "(" }.trimmingBlanks()
        let nearest = Nearest.matches(for: word.lowercased(), among: context.all.vocabulary.states.keys, most: 1)
        let guess = nearest.first.map { "did you mean \($0.uppercased())? " } ?? ""
        report.add(
          "\(row.name) has the status \"\(Words.excerpt(text))\", which is none", at: status.text.range,
          in: context.index,
          task: task, key: text,
          help: guess + "known are TODO, DOING, REVIEW, BLOCKED, DONE and CANCELLED, with remarks in brackets",
          fixes: fix(of: status.text, context).map { [$0] } ?? [])
      }
    })

  private static func fix(of status: Located<String>, _ context: SprintContext) -> Fix? {
    let written = context.file.slice(status.range)
    guard written.string == status.value else { return nil }
    // From the first letter to the last before a remark in brackets.
    var word = written.prefix { $0 != UInt8(ascii: "(") }.drop { !$0.isLetter }
    while let last = word.last, !last.isLetter { word.removeLast() }
    // Anything else than words and signs between them may have a meaning of its own: `DONE 90 %`.
    let before = written[..<word.startIndex]
    let after = written[word.endIndex...].prefix { $0 != UInt8(ascii: "(") }
    guard !word.isEmpty, word.allSatisfy({ $0.isLetter || isSeparator($0) }),
      (before + after).allSatisfy({ isMark($0) })
    else { return nil }
    let states = context.all.vocabulary.states
    let normalized = Vocabulary.normalized(word)
    if states[normalized] != nil {
      let text = normalized.uppercased()
      return text == word.string ? nil : Fix("write \(text)", .safe, [TextEdit(ByteRange(of: word), text)])
    }
    let slips = Nearest.matches(for: normalized, among: states.keys, limit: 1, most: 2)
    guard let meant = slips.first?.uppercased(), slips.count == 1, normalized.utf8.count > 3 else { return nil }
    return Fix("write \(meant)", .unsafe, [TextEdit(ByteRange(of: word), meant)])
  }

  /// Of emphasis or code around a status, or the blank beside it.
  private static func isMark(_ byte: UInt8) -> Bool { byte.isBlank || "*_`".utf8.contains(byte) }

  /// What people put between the words of a status.
  private static func isSeparator(_ byte: UInt8) -> Bool { byte.isBlank || "-_./".utf8.contains(byte) }
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
