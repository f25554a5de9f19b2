import SprintLinker
import SprintModel
import SprintSource

extension Rule {
  static let unusedSuppression = Rule(
    "SM901", "unused-suppression", .warning,
    Documentation(
      "a comment that tells the linter to leave something alone, and there is nothing",
      why: """
        What was left alone is mended, or the comment never meant what its author thinks: the name of a rule or
        of the comment is not quite right, or it stands on another line. The next mistake there will not be seen.
        """,
      firing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | TODO | None | App Guild | Build. <!-- sprintmark-disable-line SM303: the vendor is known --> |
        """,
      passing: """
        ## Delivery Tracker
        | # | Task ID | Status | Key dependency / next step | Owners | Task Definition |
        | --- | --- | --- | --- | --- | --- |
        | 1 | APP-10-001 | BLOCKED | None | App Guild | Build. <!-- sprintmark-disable-line SM303: the vendor is known --> |
        """,
      remedy: """
        Delete the comment, or correct it; `--fix` deletes what is without effect. In a table the comment has to stand
        in a cell of the row, as `sprintmark-disable-line`: on a line of its own it would end the table.
        """, fix: .safe),
    options: [needsReason],
    .suppressions { context, suppressions, ranRules, report in
      let needsReason = context.options.isOn(needsReason)
      let unused = Dictionary(grouping: suppressions.entries.filter { !$0.isUsed }, by: \.comment)
      for (place, comment) in context.sprint.suppressions.enumerated() {
        reportMistakes(in: comment, needsReason: needsReason, context, to: &report)
        if comment.kind == .enable, !suppressions.endings.contains(place), comment.areRulesKnown {
          report.add(
            "this comment ends nothing", at: comment.range, in: context.index, key: comment.key(""),
            help: "delete it", fixes: context.removal(of: comment))
        }
        // What a rule that was not run would have found is not known.
        let names = (unused[place] ?? []).filter { ranRules.contains($0.code) }
        guard let first = names.first else { continue }
        let isWhole = names.count == comment.rules.count
        let fixes = isWhole ? context.removal(of: comment) : context.removal(of: names.map(\.name), from: comment)
        report.add(
          "\(Words.all(names.map { comment.rules[$0.name].value })) \(names.count == 1 ? "finds" : "find") nothing here that could be left alone",
          at: comment.rules[first.name].range, in: context.index,
          key: comment.key(names.map(\.code).joined(separator: " ")),
          help: isWhole ? "delete the comment" : "take the name out of the comment", fixes: fixes)
      }
    })

  private static let needsReason = RuleOption.flag(
    "require-reason", standard: false, "whether a comment has to say why, behind a colon")

  /// Reports what is not understood, or missing.
  private static func reportMistakes(
    in comment: SuppressionComment, needsReason: Bool, _ context: SprintContext, to report: inout Report
  ) {
    guard comment.kind != nil else {
      let known = SuppressionComment.Kind.allCases.map(\.rawValue)
      let nearest = Nearest.matches(for: comment.word.value, among: known, most: 1)
      return report.add(
        "`sprintmark-\(Words.excerpt(comment.word.value))` is no comment that the linter knows", at: comment.word.range,
        in: context.index, key: comment.key(""),
        help: "write `sprintmark-\(nearest.first ?? known[0])`"
          + (nearest.isEmpty ? ", or another of \(Words.all(known))" : ""))
    }
    for name in comment.rules where Rule.named(name.value) == nil {
      let names = catalogue.flatMap { [$0.code, $0.name] }
      let nearest = Nearest.matches(for: name.value, among: names, most: 1)
      report.add(
        "no rule is called \"\(Words.excerpt(name.value))\"", at: name.range, in: context.index,
        key: comment.key(name.value),
        help: nearest.first.map { "did you mean \($0)?" }
          ?? "name a rule by its code or name; a reason stands behind a colon")
    }
    if needsReason, comment.reason == nil, comment.kind != .enable {
      report.add(
        "this comment does not say why", at: comment.range, in: context.index, key: comment.key("reason"),
        help: "write the reason behind a colon: `sprintmark-\(comment.word.value) SM304: reason`")
    }
    if comment.rules.isEmpty, comment.kind != .enable {
      report.add(
        "this comment names no rule", at: comment.range, in: context.index, key: comment.key(""),
        help: "name the rules, by code or name: `sprintmark-\(comment.word.value) SM304: reason`")
    }
  }
}

extension SuppressionComment {
  /// Whether a rule is behind each name.
  fileprivate var areRulesKnown: Bool { rules.allSatisfy { Rule.named($0.value) != nil } }

  /// What tells a finding about the comment from others wherever it stands.
  fileprivate func key(_ detail: String) -> String {
    ([word.value] + rules.map(\.value) + [reason?.value ?? "", detail]).joined(separator: "|")
  }
}

extension Bytes {
  /// Whether `<!--` stands in it without a `-->` behind it.
  fileprivate var hasOpenComment: Bool {
    for index in indices.reversed() {
      if self[index] == UInt8(ascii: "<"), hasPrefix("<!--", at: index) { return true }
      if self[index] == UInt8(ascii: "-"), hasPrefix("-->", at: index) { return false }
    }
    return false
  }
}

extension SprintContext {
  /// Takes a comment out: with its line where it stands alone, else with the blanks before it.
  ///
  /// Within a text it stays: what stands around it would become one. So it does at the start of a line, of which it
  /// makes HTML (CommonMark 0.29 §4.6): without it, what follows could be anything.
  fileprivate func removal(of comment: SuppressionComment) -> [Fix] {
    let text = Bytes(file.text)
    let lines = file.lines
    let first = lines.range(ofLine: lines.line(at: comment.range.lower)) ?? comment.range
    let last = lines.range(ofLine: lines.line(at: comment.range.upper - 1)) ?? comment.range
    let before = text.at(ByteRange(first.lower, comment.range.lower))
    let after = text.at(ByteRange(comment.range.upper, last.upper))
    // Without the comment, a line of dashes would make a table of the lines around it.
    guard
      before.contains(where: \.isWord) || after.contains(where: \.isWord)
        || !(before.contains(pipe) || after.contains(pipe)),
      // What is open there would find another end.
      !text[..<comment.range.lower].hasOpenComment
    else { return [] }
    let edit: TextEdit
    // Elsewhere a pipe is a part of the text.
    let endsCell = isRow(around: comment.range)
    if before.trimmed.isEmpty, after.trimmed.isEmpty {
      edit = removal(ofLines: first.union(last))
    } else if first != last {
      // It may hold what ends a row.
      return []
    } else if after.trimmed.isEmpty || (endsCell && after.trimmed.first == pipe) {
      edit = TextEdit(
        ByteRange(before.endIndex - before.reversed().prefix(while: \.isBlank).count, after.startIndex), "")
    } else if endsCell, before.trimmed.last == pipe {
      edit = TextEdit(ByteRange(before.endIndex, after.startIndex + after.prefix(while: \.isBlank).count), "")
    } else {
      return []
    }
    guard !endsCell || keepsCells(comment) else { return [] }
    return [Fix("delete the comment", .safe, [edit])]
  }

  /// Whether a row has its cells without the comment too: no pipe and no line end is taken from it, nor a cell too many.
  private func keepsCells(_ comment: SuppressionComment) -> Bool {
    isPlain(comment.range) && !sprint.irregularities.contains { $0.range.contains(comment.range) }
  }

  private func isPlain(_ range: ByteRange) -> Bool {
    file.slice(range).allSatisfy { $0 != pipe && $0 != 0x0A && $0 != 0x0D }
  }

  private var pipe: UInt8 { UInt8(ascii: "|") }

  /// Whether a place lies in a row of a table that declares a task or an entry of the log.
  private func isRow(around place: ByteRange) -> Bool {
    let row = rows.partitionPoint { sprint.tasks[$0.tasks.lowerBound].range.upper <= place.lower }
    let entry = sprint.log.partitionPoint { $0.range.upper <= place.lower }
    let ranges = [
      row < rows.count ? task(rows[row]).range : nil, entry < sprint.log.count ? sprint.log[entry].range : nil,
    ]
    return ranges.contains { $0.map { $0.contains(place) && TaskTable.isRow(file.slice($0)) } ?? false }
  }

  private func removal(ofLines range: ByteRange) -> TextEdit {
    let lines = file.lines
    let next = lines.line(at: range.upper - 1) + 1
    let isBelowText = isText(line: lines.line(at: range.lower) - 1)
    if !isBelowText, !isText(line: next) {
      return TextEdit(range.union(lines.range(ofLine: next) ?? range), "")
    }
    // What stood above must not run into what stood below.
    let isBetween = isBelowText && isText(line: next)
    let end = self.file.slice(range).reversed().prefix { $0 == 0x0A || $0 == 0x0D }.reversed()
    return TextEdit(range, isBetween ? Array(end) : [])
  }

  /// Takes names out of a comment that has others.
  fileprivate func removal(of names: [Int], from comment: SuppressionComment) -> [Fix] {
    let kept = comment.rules.indices.filter { !names.contains($0) }.map { comment.rules[$0].value }
    let list = comment.rules.reduce(comment.rules[0].range) { $0.union($1.range) }
    guard isPlain(list) else { return [] }
    return [Fix("take out what is without effect", .safe, [TextEdit(list, kept.joined(separator: ", "))])]
  }

  private func isText(line number: Int) -> Bool {
    file.lines.range(ofLine: number).map { file.slice($0).contains { !$0.isSpace } } ?? false
  }
}
