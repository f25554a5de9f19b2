import SprintSource

/// Finds the blocks of a section of a flattened line: paragraphs, fields, lists, quotes.
struct FlatBlockReader {
  private let line: FlatLine
  private let start: Int
  private let end: Int
  /// Below the heading of a task, labels begin lines wherever they stand.
  private let isTaskBlock: Bool

  /// What the text at hand belongs to.
  private enum Block {
    case paragraph
    /// Lines that begin with a label.
    case fields
    case bullets
    case numbers
    case quote
    case row
  }

  private var block = Block.paragraph
  /// Of the bullets of the section, once there is one.
  private var style: FlatListStyle?
  /// The number of the next item, where a numbered list is at hand; else 1.
  private var number = 1
  /// The last bullet.
  private var item = 0
  private(set) var items = 0

  init(_ line: FlatLine, from start: Int, to end: Int, isTaskBlock: Bool) {
    self.line = line
    self.start = start
    self.end = end
    self.isTaskBlock = isTaskBlock
  }

  mutating func read(_ marks: ArraySlice<FlatMark>, into breaks: inout LineBreaks) {
    for (mark, next) in zip(marks, marks.dropFirst().map(Optional.some) + [nil]) {
      guard let found = blockBegun(by: mark, next: next) else { continue }
      let isItem = mark.kind == .bullet || mark.kind == .number
      if isItem { items += 1 }
      if mark.kind == .bullet, style == nil {
        style = FlatListStyle(marks.filter { $0.kind == .bullet && $0.offset >= mark.offset }, in: line, upTo: end)
      }
      if mark.kind == .bullet { item = mark.offset }
      // Bullets may stand below a numbered item; anything else ends the list.
      if found != .bullets { number = found == .numbers ? number + 1 : 1 }
      breaks.add(separation(before: found), before: mark.offset, isIndented: isItem)
      block = found
    }
  }

  /// The block that a mark begins; nil where it is part of the text.
  private func blockBegun(by mark: FlatMark, next: FlatMark?) -> Block? {
    let isFirst = mark.offset == start
    let isClosed = isFirst || line.endsSentence(before: mark.offset) || line.isAfterGap(mark.offset)
    switch (mark.kind, block) {
    case (.heading, _): return nil
    case (.row, _): return .row
    case (.gap, _), (.code, _): return .paragraph
    case (.rule, _): return isRule(mark) ? .paragraph : nil

    case (.bullet, .bullets): return style?.isItem(mark.offset, after: item, in: line) == true ? .bullets : nil
    case (.bullet, .quote): return nil
    case (.bullet, _): return isClosed || line.text.isStrongBullet(at: mark.offset) ? .bullets : nil

    case (.number, .quote): return nil
    case (.number, _):
      guard line.text.flatNumber(at: mark.offset) == number, line.beginsCapital(behind: mark.offset) else { return nil }
      return isClosed || block == .numbers ? .numbers : nil

    case (.quote, .quote): return .quote
    case (.quote, _): return isClosed || line.text.isStrongQuote(at: mark.offset, words: line.words) ? .quote : nil

    case (.label, .paragraph), (.label, .fields): return .fields
    case (.label, .bullets), (.label, .numbers): return isTaskBlock || introducesList(mark, next: next) ? .fields : nil
    case (.boldLabel, .paragraph), (.boldLabel, .fields): return isInline(mark) ? nil : .fields
    case (.boldLabel, .bullets), (.boldLabel, .numbers):
      return isClosed || introducesList(mark, next: next) ? .fields : nil
    case (.boldLabel, _): return introducesList(mark, next: next) ? .fields : nil
    case (.label, _): return nil

    // "[Area] Title", above the fields of a tracker.
    case (.area, .paragraph): return next?.kind == .label ? .paragraph : nil
    case (.area, _): return nil
    }
  }

  private func separation(before next: Block) -> LineBreaks.Kind {
    switch (block, next) {
    case (.paragraph, .fields), (.fields, .fields), (.numbers, .numbers), (.bullets, .numbers), (.quote, .quote): .line
    case (_, .row), (_, .bullets): .line
    default: .paragraph
    }
  }

  /// A rule of dashes stands above a heading or at the end; elsewhere three dashes are prose.
  private func isRule(_ mark: FlatMark) -> Bool {
    let below = line.contentStart(from: line.text[mark.offset...].firstIndex { $0.isSpace } ?? line.text.endIndex)
    guard below < line.text.endIndex else { return true }
    return line.text[below] == UInt8(ascii: "#") || (line.keepsBlankLines && line.isAfterGap(mark.offset))
  }

  /// Whether a list follows a label at once: `Completion criteria: - [ ] …`.
  private func introducesList(_ mark: FlatMark, next: FlatMark?) -> Bool {
    guard let next, next.kind == .bullet || next.kind == .number else { return false }
    let end = line.contentEnd(before: next.offset)
    if mark.kind == .label { return line.words.labelEnd(in: line.text, at: mark.offset) == end }
    // No longer than a bold label can be.
    return end - mark.offset < 56
      && (line.text[end - 1] == UInt8(ascii: "*") || line.text[end - 1] == UInt8(ascii: ":"))
  }

  /// `**Estimate**: 2 h | **Status**: Done`, where fields share a line, or a label behind another sign.
  private func isInline(_ mark: FlatMark) -> Bool {
    guard let last = line.text.scalar(before: line.contentEnd(before: mark.offset))?.scalar else { return false }
    return last == "|" || (!last.isASCII && !last.properties.isAlphabetic && !"…”’»".unicodeScalars.contains(last))
  }
}
