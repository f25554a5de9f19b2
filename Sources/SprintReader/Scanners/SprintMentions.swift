package import SprintSource

/// Names of sprints in text: `Sprint 190.B`, `Sprints 120.A / 130.B`, `SPRINT_0131_scanner`.
package enum SprintMentions {
  package struct Found: Sendable {
    /// `190.B`, `0131_scanner`.
    package let number: String
    package let range: ByteRange
  }

  private static let sprint = Array("sprint".utf8)

  package static func all(in text: Bytes) -> [Found] {
    var found: [Found] = []
    guard text.hasDigit else { return found }
    var index = text.startIndex
    while index < text.endIndex {
      let first = text[index]
      guard first.isWord else {
        index += 1
        continue
      }
      let end = endOfWord(in: text, from: index)
      guard first.lowercased == UInt8(ascii: "s"), end - index >= sprint.count,
        text[index..<(index + sprint.count)].endsWith(sprint)
      else {
        index = end
        continue
      }
      let rest = text[(index + sprint.count)..<end]
      index = end
      if rest.first == UInt8(ascii: "_"), rest.dropFirst().first?.isDigit ?? false {
        var number = rest.dropFirst()
        if number.suffix(3).elementsEqual(".md".utf8) { number.removeLast(3) }
        found.append(Found(number: number.string, range: number.range))
      } else if rest.isEmpty || rest.elementsEqual("s".utf8) {
        index = numbers(in: text, from: end, into: &found)
      }
    }
    return found
  }

  /// Reads the numbers of a list after the word; returns where the list ends.
  private static func numbers(in text: Bytes, from start: Int, into found: inout [Found]) -> Int {
    var index = start
    var end = start
    while index < text.endIndex {
      while index < text.endIndex, text[index].isBlank { index += 1 }
      guard index < text.endIndex, text[index].isDigit else { break }
      end = endOfWord(in: text, from: index)
      found.append(Found(number: text[index..<end].string, range: ByteRange(index, end)))
      index = end
      while index < text.endIndex, text[index].isBlank { index += 1 }
      guard index < text.endIndex, [UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "&")].contains(text[index])
      else { break }
      index += 1
    }
    return max(end, start)
  }

  /// The sprints that a statement says are waited for: `Upstream: Sprint 140.A`, not `runs beside Sprint 311`.
  ///
  /// What stands nearest before the name says which; with nothing before it, what follows may. Of the value of a field
  /// `Depends on` (`isField`) all are.
  package static func dependencies(in statement: Bytes, isField: Bool = false) -> [Found] {
    let mentions = all(in: statement)
    guard !mentions.isEmpty else { return [] }
    let all = relations.all(in: statement)
    // Mentions stand in order, and many in one clause.
    var clause = ByteRange.empty(at: statement.startIndex)
    var runsBeside = false
    return mentions.filter { mention in
      if !clause.contains(mention.range) {
        clause = Self.clause(of: statement, around: mention.range)
        let own = all[all.partitionPoint { $0.range.lower < clause.lower }...].prefix { clause.contains($0.range) }
        runsBeside = own.contains { phrases[$0.index].relation == .runsBeside }
      }
      let next = all.partitionPoint { $0.range.upper <= mention.range.lower }
      if next > 0, clause.contains(all[next - 1].range) { return phrases[all[next - 1].index].relation == .waits }
      return isField || !runsBeside
    }
  }

  /// How a sprint stands to the one that is named after it.
  private enum Relation {
    case waits, precedes, runsBeside
  }

  /// The part of a statement around a place, up to a semicolon or the end of a sentence.
  private static func clause(of text: Bytes, around range: ByteRange) -> ByteRange {
    func isEnd(_ index: Int) -> Bool {
      let isLast = index + 1 == text.endIndex || text[index + 1].isSpace
      return text[index] == UInt8(ascii: ";") || (text[index] == UInt8(ascii: ".") && isLast)
    }
    var start = range.lower
    while start > text.startIndex, !isEnd(start - 1) { start -= 1 }
    var end = range.upper
    while end < text.endIndex, !isEnd(end) { end += 1 }
    return ByteRange(start, end)
  }

  private static let relations = PhraseScanner(phrases.map(\.text))
  private static let phrases: [(text: String, relation: Relation)] =
    ["upstream", "depends on", "depend on", "after", "requires", "needs", "waits for", "blocked by", "blocked on"]
    .map { ($0, .waits) }
    + [
      "downstream", "unblocks", "enables", "feeds", "before", "no dependency", "no dependencies", "not depend on",
      "not wait for", "not need", "not require",
    ]
    .map { ($0, .precedes) }
    + [
      "beside", "alongside", "parallel", "concurrent", "concurrently", "concurrency", "simultaneously", "independent",
      "independently", "at the same time", "coordinate", "coordinates", "coordinated",
    ]
    .map { ($0, .runsBeside) }

  /// Whether a text can hold a name without the word: none is without a digit before a point or an underscore.
  static func mayHaveNames(_ text: Bytes) -> Bool {
    let bytes = text.span
    var isDigit = false
    for index in bytes.indices {
      let byte = bytes[index]
      if isDigit, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") { return true }
      isDigit = byte.isDigit
    }
    return false
  }

  /// Names of sprints without the word: `190.B`, `0131_scanner`, in the list that a text begins with and whose other
  /// entries are `taken`.
  package static func names(in text: Bytes, besides taken: [ByteRange]) -> [Found] {
    var found: [Found] = []
    var index = text.startIndex
    let taken = taken.count > 1 ? taken.sorted() : taken
    while index < text.endIndex {
      let next = taken.partitionPoint { $0.upper <= index }
      if next < taken.count, taken[next].lower <= index {
        index = taken[next].upper
      } else if text[index].isWord {
        let end = endOfWord(in: text, from: index)
        let word = text[index..<end]
        if let name = name(word) {
          found.append(Found(number: name.string, range: name.range))
        } else if !bindings.contains(where: { $0.count == word.count && word.endsWith($0) }) {
          break
        }
        index = end
      } else if text[index].isBlank || "`*,/+&".utf8.contains(text[index]) {
        index += 1
      } else {
        break
      }
    }
    return found
  }

  private static let bindings = ["and", "sprint", "sprints"].map { Array($0.utf8) }

  /// A number with a letter after a point, or with an underscore after at least three digits.
  private static func name(_ word: Bytes) -> Bytes? {
    let digits = word.prefix(while: \.isDigit)
    let rest = word.dropFirst(digits.count)
    guard !digits.isEmpty, rest.count > 1 else { return nil }
    if rest.first == UInt8(ascii: ".") { return rest.count == 2 && rest.dropFirst().allSatisfy(\.isUpper) ? word : nil }
    guard digits.count > 2, rest.first == UInt8(ascii: "_") else { return nil }
    if word.suffix(3).elementsEqual(".md".utf8) { return word.dropLast(3) }
    // `20260312_rename.sql` is a file of another kind.
    return word.contains(UInt8(ascii: ".")) ? nil : word
  }

  /// Letters, digits, underscores and points inside.
  private static func endOfWord(in text: Bytes, from start: Int) -> Int {
    var index = start
    while index < text.endIndex {
      guard text[index].isWord || text[index] == UInt8(ascii: "_") || isInnerPoint(index, in: text) else { break }
      index += 1
    }
    return index
  }

  private static func isInnerPoint(_ index: Int, in text: Bytes) -> Bool {
    text[index] == UInt8(ascii: ".") && index + 1 < text.endIndex && text[index + 1].isWord
  }

  /// The sprint that a cell names: `Sprint 506`, `SPRINT_0131_scanner.md`, or the number alone.
  package static func only(in cell: Bytes) -> LocatedText? {
    if let found = all(in: cell).first {
      let name = found.number.hasSuffix(".md") ? String(found.number.dropLast(3)) : found.number
      return LocatedText(name, at: found.range)
    }
    let isNumber =
      cell.first?.isDigit ?? false
      && cell.allSatisfy { $0.isWord || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
    return isNumber ? LocatedText(cell) : nil
  }
}
