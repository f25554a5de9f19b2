import SprintSource

// What can begin a block in a flattened line. `index` is always the start of a word.
extension Bytes {
  /// The offsets of all heading marks in the text.
  var flatHeadings: [Int] {
    var headings: [Int] = []
    var index = startIndex
    while let place = firstIndex(of: UInt8(ascii: "#"), from: index) {
      index = place + 1
      while index < endIndex, self[index] == UInt8(ascii: "#") { index += 1 }
      if place == startIndex || self[place - 1] == UInt8(ascii: " "), isFlatHeading(at: place) {
        headings.append(place)
      }
    }
    return headings
  }

  /// Where blocks and rows seem to begin, in order.
  var flatBlockStarts: [Int] { (flatHeadings + rowBoundaries).sorted() }

  /// The offsets of the pipes that begin a row: another pipe and blanks stand before them.
  private var rowBoundaries: [Int] {
    var boundaries: [Int] = []
    var last: Int?
    for index in indices {
      if self[index] == UInt8(ascii: "|") {
        if let last, index > last + 1 { boundaries.append(index) }
        last = index
      } else if !self[index].isBlank {
        last = nil
      }
    }
    return boundaries
  }

  /// What may begin at `index`, but for a gap or a row.
  func flatMark(at index: Int, words: TrackerWords) -> FlatMark.Kind? {
    switch self[index] {
    case UInt8(ascii: "#"): isFlatHeading(at: index) ? .heading : nil
    case UInt8(ascii: ">"): isBlankOrEnd(index + 1) ? .quote : nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"):
      if isFlatRule(at: index) {
        .rule
      } else if isBlankOrEnd(index + 1) {
        isStrongBullet(at: index) || !isParenthesised(index) ? .bullet : nil
      } else {
        isBoldLabel(at: index) ? .boldLabel : nil
      }
    case 0x30...0x39: flatNumber(at: index) == nil || isParenthesised(index) ? nil : .number
    case UInt8(ascii: "["): isFlatArea(at: index) ? .area : nil
    case 0x41...0x5A: words.labelEnd(in: self, at: index) == nil ? nil : .label
    default: nil
    }
  }

  func isBlankOrEnd(_ index: Int) -> Bool { index >= endIndex || self[index].isSpace }

  /// The number of hash signs at `index`.
  func flatHeadingLevel(at index: Int) -> Int { self[index...].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count }

  /// The value of a list number, with its dot or parenthesis, at `index`.
  func flatNumber(at index: Int) -> Int? {
    let digits = self[index...].prefix(4).prefix(while: \.isDigit)
    let end = digits.endIndex
    guard (1...3).contains(digits.count), digits.first != UInt8(ascii: "0"), end < endIndex, isBlankOrEnd(end + 1),
      self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")")
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// Whether the text of a bullet at `index` is a checkbox or begins in bold: dashes in prose never do.
  func isStrongBullet(at index: Int) -> Bool {
    ["[ ] ", "[x] ", "[X] ", "[-] ", "[~] ", "**"].contains { hasPrefix($0, at: index + 2) }
  }

  /// Whether the text of a quote at `index` begins in bold or with a label: ">" in prose never does.
  func isStrongQuote(at index: Int, words: TrackerWords) -> Bool {
    hasPrefix("**", at: index + 2) || (index + 2 < endIndex && words.labelEnd(in: self, at: index + 2) != nil)
  }

  /// The end of the text in bold that begins at `index`; nothing inside it begins a block.
  func flatBoldEnd(at index: Int) -> Int? {
    guard hasPrefix("**", at: index), !isBlankOrEnd(index + 2) else { return nil }
    var end = index + 3
    let limit = Swift.min(index + 120, endIndex - 1)
    while end < limit {
      if self[end] == UInt8(ascii: "*"), self[end + 1] == UInt8(ascii: "*"), !self[end - 1].isSpace { return end + 2 }
      end += 1
    }
    return nil
  }

  private func isFlatHeading(at index: Int) -> Bool {
    let level = flatHeadingLevel(at: index)
    var start = index + level
    guard level <= 6, start < endIndex, self[start].isBlank else { return false }
    while start < endIndex, self[start].isBlank { start += 1 }
    // `| # |` is the header of a column.
    guard start < endIndex, self[start] != UInt8(ascii: "|") else { return false }
    guard index > startIndex else { return true }
    var end = index
    while end > startIndex, self[end - 1].isSpace { end -= 1 }
    let before = self[..<end]
    // A title stands at the top or below the front matter; `#` elsewhere is a number sign.
    if level == 1 { return before.suffix(3).equals("---") || before.suffix(3).equals("-->") }
    // "use ## for sections" is prose; "## v1.2" is not.
    let word = self[start...].prefix(16).prefix { !$0.isSpace }
    let isPlain = self[start].isLower && !word.contains(where: \.isDigit)
    return !(isPlain && before.last.map { $0.isWord || $0 == UInt8(ascii: ",") } == true)
  }

  /// Whether a parenthesis is open at `index`, as in "(phase 1)" and "(done - see below)".
  private func isParenthesised(_ index: Int) -> Bool {
    self[..<index].suffix(60).last { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") } == UInt8(ascii: "(")
  }

  private func isFlatRule(at index: Int) -> Bool {
    let rule = self[index...].prefix(80).prefix { $0 == self[index] }
    return rule.count >= 3 && isBlankOrEnd(rule.endIndex)
  }

  /// `**Label:** ` or `**Label**: `, or a line in bold above a checklist.
  private func isBoldLabel(at index: Int) -> Bool {
    guard hasPrefix("**", at: index) else { return false }
    let label = self[(index + 2)...].prefix(48).prefix { $0 != UInt8(ascii: "*") }
    guard let first = label.first, !first.isSpace, hasPrefix("**", at: label.endIndex) else { return false }
    let end = label.endIndex + 2
    return label.last == UInt8(ascii: ":") || hasPrefix(":", at: end) || hasPrefix(" - [ ] ", at: end)
  }

  /// `[Area] `, and neither a link nor a checkbox.
  private func isFlatArea(at index: Int) -> Bool {
    guard let end = self[index...].prefix(64).firstIndex(of: UInt8(ascii: "]")) else { return false }
    return end > index + 2 && end + 1 < endIndex && self[end + 1].isBlank
  }
}
