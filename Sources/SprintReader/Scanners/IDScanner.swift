package import SprintModel
import SprintMarkdown
package import SprintSource

/// Finds ids in text.
package final class IDScanner: Sendable {
  private let foreignIDs: WordSet
  private let foreignKinds: WordSet

  package init(_ vocabulary: Vocabulary) {
    foreignIDs = WordSet(vocabulary.foreignIDs)
    foreignKinds = WordSet(vocabulary.foreignKinds)
  }

  /// The tokens of a text, in order. Numbers alone are tokens only right after a slash or with a hyphen
  /// before them, where they can continue an id.
  package func tokens(in text: Bytes) -> [IDToken] {
    var tokens: [IDToken] = []
    let bytes = text.span
    var index = text.startIndex
    // Most words are no ids: they have no digit.
    while let digit = text.firstDigit(from: index) {
      let offset = Self.startOfRun(in: bytes, around: digit - text.startIndex, from: index - text.startIndex)
      let (end, mayBeID) = Self.run(in: bytes, from: offset)
      let run = (text.startIndex + offset)..<(text.startIndex + end)
      index = run.upperBound
      guard mayBeID else { continue }
      // `OPS-57-{001,004}` means neither all of `OPS-57` nor one of them.
      if text.hasPrefix("-{", at: run.upperBound) { continue }
      if !Self.isPartOfWord(run, in: text), let token = token(in: text, run) {
        if tokens.isEmpty { tokens.reserveCapacity(2) }
        tokens.append(token)
      }
    }
    return tokens
  }

  /// The ids that a cell, a heading or a bullet declares at its beginning, and where they end.
  ///
  /// Several ids in a list (`X-57-001/002`, `X-51-001 / 54-001 / Y-57-001`) are several declarations.
  package func declarations(in text: Bytes) -> (ids: [Located<TaskID>], end: Int) {
    var ids: [Located<TaskID>] = []
    var index = text.firstIndex { !Self.isMark($0) } ?? text.endIndex
    while index < text.endIndex {
      var (end, mayBeID) = Self.run(in: text, from: index)
      if ids.isEmpty, let dashed = Self.endOfDashedID(in: text, from: index, end: end) {
        (end, mayBeID) = (dashed, true)
      }
      guard end > index, let token = declaration(in: text, index..<end, mayBeID: mayBeID, after: ids.last?.value) else {
        break
      }
      ids.add(Located(token.id(after: ids.last?.value.text), at: token.range))
      guard let next = Self.afterSeparator(in: text, from: end) else { return (ids, end) }
      index = next
    }
    return (ids, ids.last?.range.upper ?? text.startIndex)
  }

  private func declaration(in text: Bytes, _ run: Range<Int>, mayBeID: Bool, after previous: TaskID?) -> IDToken? {
    if mayBeID, let token = token(in: text, run), previous != nil || token.kind != .partial { return token }
    // What stands in the column for ids is one, if it is one word with a digit in it.
    guard previous == nil else { return nil }
    let text = Self.normalized(text[run])
    let word = text.bytes
    guard word.contains(where: \.isDigit), word.first?.isWord ?? false, !Self.isDate(word) else { return nil }
    return IDToken(.short, text)
  }

  /// The token that a run with a digit and no small letter is.
  private func token(in text: Bytes, _ run: Range<Int>) -> IDToken? {
    let name = Self.normalized(text[run])
    let word = name.bytes
    guard let first = word.first, !Self.isDate(word) else { return nil }
    if first.isDigit {
      let isNumber = word.allSatisfy(\.isDigit)
      if isNumber, !Self.continues(text, at: run.lowerBound) { return nil }
      if word.contains(UInt8(ascii: ".")) {
        return word.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
          ? IDToken(.short, name) : nil
      }
      return IDToken(.partial, name)
    }
    if word.contains(UInt8(ascii: "-")) {
      guard TaskID.isGlobal(word.span) else { return nil }
      guard isForeign(word) else { return IDToken(.full, name) }
      // A requirement or a change request may be a task, where the tracker declares it as one.
      return mayBeTask(word) ? IDToken(.short, name) : nil
    }
    let letters = word.prefix(while: \.isUpper).count
    let rest = word.dropFirst(letters)
    guard (1...4).contains(letters), rest.first?.isDigit ?? false,
      rest.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
    else { return nil }
    return IDToken(.short, name)
  }

  /// Whether a number at this place can continue a list of ids: `/010`, `/-002`, `, -402`.
  private static func continues(_ text: Bytes, at index: Int) -> Bool {
    guard index > text.startIndex else { return false }
    var before = index - 1
    if text[before] == UInt8(ascii: "-") {
      guard before > text.startIndex else { return true }
      before -= 1
      if text[before].isSpace || text[before] == UInt8(ascii: ",") { return true }
    }
    while before > text.startIndex, text[before].isBlank || isMark(text[before]) { before -= 1 }
    if text[before] == UInt8(ascii: "/") || isRange(text[...before]) { return true }
    // Nothing else that is counted begins with a nought: `OPS-57-001, 002`.
    let isPadded = text[index] == UInt8(ascii: "0") && index + 1 < text.endIndex && text[index + 1].isDigit
    return isPadded
      && (",+&".utf8.contains(text[before]) || text[...before].suffix(4).elementsEqual(" and".utf8)
        || text[...before].suffix(3).elementsEqual(" to".utf8))
  }

  /// Whether a text ends with the mark of a range: `..`, `…`, `–`, `~`, `through`.
  private static func isRange(_ text: Bytes) -> Bool {
    // Most words are none.
    guard let last = text.last, mayEndRangeMark(last) else { return false }
    return rangeMarks.contains { mark in
      text.count > mark.utf8.count && text.hasPrefix(mark, at: text.endIndex - mark.utf8.count)
    }
  }

  /// What stands between the first and the last of a range.
  static let rangeMarks = ["..", "...", "…", "–", "—", "~", "through", "thru"]
  static func mayBeginRangeMark(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "t")
  }
  private static func mayEndRangeMark(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "h")
      || byte == UInt8(ascii: "u")
  }

  // MARK: Runs

  /// Where the run of letters, digits, hyphens, underscores and inner points that begins at `start` ends.
  static func endOfRun(in text: Bytes, from start: Int) -> Int { run(in: text, from: start).end }

  /// The same, and whether the run has a digit and no small letter, as ids have.
  private static func run(in text: Bytes, from start: Int) -> (end: Int, mayBeID: Bool) {
    let (end, mayBeID) = run(in: text.span, from: start - text.startIndex)
    return (text.startIndex + end, mayBeID)
  }

  /// The same, with offsets into the text.
  @inline(__always)
  private static func run(in text: Span<UInt8>, from start: Int) -> (end: Int, mayBeID: Bool) {
    var index = start
    var hasDigit = false
    var hasLower = false
    while index < text.count {
      let byte = text[index]
      if byte.isLower {
        hasLower = true
        index += 1
      } else if byte.isDigit {
        hasDigit = true
        index += 1
      } else if byte.isUpper || byte == UInt8(ascii: "_") {
        index += 1
      } else {
        let length = joinLength(in: text, at: index)
        guard length > 0, index > start, index + length < text.count, text[index + length].isWord else { break }
        index += length
      }
    }
    return (index, hasDigit && !hasLower)
  }

  /// Where the run begins that has a digit at `place`, with offsets into the text; what stands before `lower` belongs to
  /// other runs.
  private static func startOfRun(in text: Span<UInt8>, around place: Int, from lower: Int) -> Int {
    var start = place
    while start > lower {
      let byte = text[start - 1]
      if byte.isWord || byte == UInt8(ascii: "_") {
        start -= 1
      } else {
        let length = byte >= 0x80 ? 3 : 1
        let join = start - length
        guard join > lower, joinLength(in: text, at: join) == length, text[start].isWord,
          text[join - 1].isWord || text[join - 1] == UInt8(ascii: "_")
        else { break }
        start = join
      }
    }
    while !text[start].isWord { start += 1 }
    return start
  }

  /// Whether a run is only a part of a word with other letters than ASCII's: of `RÜCK-11` no task is called `CK-11`.
  private static func isPartOfWord(_ run: Range<Int>, in text: Bytes) -> Bool {
    if run.lowerBound > text.startIndex, text[run.lowerBound - 1] >= 0x80,
      text.scalar(before: run.lowerBound)?.scalar.properties.isCased ?? false
    {
      return true
    }
    return run.upperBound < text.endIndex && text[run.upperBound] >= 0x80
      && text.scalar(at: run.upperBound).scalar.properties.isCased
  }

  /// Where an id ends that is written with dashes (U+2012 to U+2015) for hyphens: `APP–10–001`.
  ///
  /// - Returns: nil where it is not, or where a dash may stand between the ends of a range (`APP-10-001–003`).
  private static func endOfDashedID(in text: Bytes, from start: Int, end: Int) -> Int? {
    func dash(at index: Int) -> Bool {
      index + 3 < text.endIndex && text[index] == 0xE2 && text[index + 1] == 0x80
        && (0x92...0x95).contains(text[index + 2]) && text[index + 3].isWord
    }
    var end = end
    guard end > start, dash(at: end), !isGlobal(text[start..<end]) else { return nil }
    while dash(at: end) { end = endOfRun(in: text, from: end + 3) }
    return isGlobal(text[start..<end]) ? end : nil
  }

  private static func isGlobal(_ word: Bytes) -> Bool { TaskID.isGlobal(normalized(word).bytes.span) }

  /// Of emphasis or code around an id.
  private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") }

  /// The length of the point or hyphen at `index`: the plain hyphen, or U+2010 or U+2011, which look the same; 0 where
  /// there is none.
  @inline(__always)
  private static func joinLength(in text: Span<UInt8>, at index: Int) -> Int {
    if text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: ".") { return 1 }
    guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return 0 }
    return text[index + 2] == 0x90 || text[index + 2] == 0x91 ? 3 : 0
  }

  /// With plain hyphens for those from U+2010 to U+2015.
  private static func normalized(_ word: Bytes) -> LocatedText {
    guard word.contains(0xE2) else { return LocatedText(word) }
    let scalars = word.string.unicodeScalars.map { $0.value >= 0x2010 && $0.value <= 0x2015 ? "-" : $0 }
    return LocatedText(String(String.UnicodeScalarView(scalars)), at: word.range)
  }

  private static func isDate(_ word: Bytes) -> Bool {
    word.count == 10 && DateScanner.isDate(in: word, at: word.startIndex)
  }

  /// Where the next id of a list begins, if a separator stands at `index`: `/`, `,`, `+`, `&` or `and`.
  private static func afterSeparator(in text: Bytes, from index: Int) -> Int? {
    var next = index
    while next < text.endIndex, text[next].isSpace || isMark(text[next]) { next += 1 }
    guard next < text.endIndex else { return nil }
    if text.hasPrefix("and ", at: next) {
      next += 4
    } else {
      guard [UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "&")].contains(text[next]) else {
        return nil
      }
      next += 1
    }
    while next < text.endIndex, text[next].isSpace || isMark(text[next]) { next += 1 }
    if next < text.endIndex, text[next] == UInt8(ascii: "-") { next += 1 }
    return next < text.endIndex ? next : nil
  }
}

extension IDScanner {
  /// Whether an id that names something else may still be one of a task, below a header that says so: `REQ-12`, and not
  /// `SHA-256`.
  package func mayBeTask(_ id: Bytes) -> Bool {
    let text = id.string
    return foreignKinds.contains(text.prefix { $0.isASCII && $0.isLetter })
  }

  /// Whether an id names something else than a unit of work: `AC-1`, `FR12`, `SHA-256`.
  package func isForeign(_ id: Bytes) -> Bool {
    guard mayBeForeign(id.span) else { return false }
    let text = id.string
    let letters = text.utf8.prefix(while: \.isLetter)
    let isASCII = letters.endIndex == text.endIndex || text.utf8[letters.endIndex] < 0x80
    let stem = isASCII ? Substring(letters) : text.prefix { $0.isLetter }
    return foreignKinds.contains(stem) || (foreignIDs.contains(stem) && text.utf8.contains(UInt8(ascii: "-")))
  }

  /// Most ids begin with other letters; a letter outside ASCII may go on with them.
  private func mayBeForeign(_ bytes: Span<UInt8>) -> Bool {
    let first = bytes.isEmpty ? nil : bytes[0]
    let second = bytes.count > 1 && bytes[1].isLetter ? bytes[1] : nil
    return foreignKinds.mayContain(first, second) || foreignIDs.mayContain(first, second)
      || (second == nil && bytes.count > 1 && bytes[1] >= 0x80)
  }

  /// Whether a text is built as short ids are: one to four letters and a number, or numbers with points.
  package func isShort(_ text: Bytes) -> Bool {
    tokens(in: text).first.map {
      $0.kind == .short && $0.text.bytes == text && !text.contains(UInt8(ascii: "-"))
    }
      ?? false
  }
}
