import SprintSource

/// A heading in a flattened line, whose text nothing ends but what follows it.
struct FlatHeading {
  private let line: FlatLine
  let level: Int
  /// The first byte of its text.
  let start: Int
  /// Where the known name of a section ends that its text begins with.
  private let nameEnd: Int?

  /// In bytes; what is longer is not searched for a repetition.
  private static let longestTitle = 400

  init(at offset: Int, in line: FlatLine) {
    self.line = line
    level = line.text.flatHeadingLevel(at: offset)
    start = line.contentStart(from: offset + level)
    var name = start
    // "3) Backlog"
    if line.text.flatNumber(at: start) != nil {
      name = line.contentStart(from: line.text[start...].prefix { !$0.isSpace }.endIndex)
    }
    nameEnd = line.words.sectionEnd(in: line.text, at: name)
  }

  var hasKnownName: Bool { nameEnd != nil }

  /// Whether the text so far is the id of a task, the heading of a task block.
  var beginsWithTaskID: Bool { RowLead(line.text[start...].prefix(64)) == .taskID }

  /// Whether a mark begins the first block below the heading; otherwise it belongs to its text.
  ///
  /// What the mark begins reaches to `end` at the most.
  func isEnded(by mark: FlatMark, reachingTo end: Int) -> Bool {
    let text = line.text
    guard mark.offset > start else { return false }
    let isBehindName = nameEnd == line.contentEnd(before: mark.offset)
    switch mark.kind {
    case .heading, .gap, .row, .area, .label, .boldLabel, .rule, .code: return true
    case .quote:
      if isBehindName || line.isAfterGap(mark.offset) { return true }
      if text.isStrongQuote(at: mark.offset, words: line.words) { return true }
      return line.beginsCapital(behind: mark.offset) && line.endsSentence(before: end)
    case .number: return text.flatNumber(at: mark.offset) == 1 && !endsInLabel(before: mark.offset)
    case .bullet:
      if isBehindName || line.isAfterGap(mark.offset) { return true }
      if text.isStrongBullet(at: mark.offset), line.endsSentence(before: mark.offset) { return true }
      guard level > 1, !endsInLabel(before: mark.offset) else { return false }
      if text.isStrongBullet(at: mark.offset) { return true }
      return line.beginsCapital(behind: mark.offset)
    }
  }

  /// Whether the text so far is but a label that a dash joins to the title proper: "Phase 2", "Workstream A",
  /// "OPS-001".
  private func endsInLabel(before offset: Int) -> Bool {
    let label = line.text[start..<line.contentEnd(before: offset)]
    guard label.count < 48 else { return false }
    let words = label.split { $0.isSpace }
    guard let last = words.last, words.count <= 3 else { return false }
    return last.contains(where: \.isDigit) || (words.count > 1 && last.count == 1 && last.first?.isUpper == true)
  }

  /// Where its text ends, given the first block below it.
  ///
  /// A sentence may stand between the two. It is told from the heading by the name of a section, or
  /// by the line that repeats a title: "[Area] Title", further down.
  func end(before block: FlatMark?, followedBy next: FlatMark?, upTo limit: Int) -> Int {
    let text = line.text
    let end = line.contentEnd(before: block?.offset ?? limit)
    if let nameEnd, nameEnd < end {
      let rest = text[nameEnd..<end].trimmed
      let isSentence = line.endsSentence(before: end) && rest.first?.isUpper == true
      if isSentence, rest.split(separator: UInt8(ascii: " ")).count > 3 { return nameEnd }
    }
    if let block, block.kind == .area, let next, next.kind == .label,
      let bracket = text[block.offset..<next.offset].firstIndex(of: UInt8(ascii: "]"))
    {
      let repeated = text[(bracket + 1)..<next.offset].trimmed
      let title = text[start..<end].prefix(Self.longestTitle)
      if !repeated.isEmpty, repeated.count < title.count, let found = title.firstRange(of: repeated, from: start) {
        return found.upperBound
      }
    }
    return end
  }
}
