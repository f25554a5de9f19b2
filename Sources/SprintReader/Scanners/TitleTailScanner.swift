package import SprintModel
import SprintMarkdown
package import SprintSource

/// Reads what stands behind a title: `RAGAS fixes (5 SP) ✅ COMPLETE`, `Search page (Not Started)`.
package struct TitleTailScanner: Sendable {
  package struct Tail: Sendable {
    /// The title without what follows.
    package var title: Bytes
    package var status: Status?
    package var estimate: LocatedText?
  }

  private let statuses: StatusScanner
  private let symbols: [Unicode.Scalar: TaskState]
  private let hasASCIISymbols: Bool

  package init(_ vocabulary: Vocabulary) {
    statuses = StatusScanner(vocabulary)
    symbols = vocabulary.symbols
    hasASCIISymbols = symbols.keys.contains { $0.isASCII }
  }

  package func tail(of title: Bytes) -> Tail {
    var tail = Tail(title: Self.withoutMarks(title))
    // At most a state, an estimate and a remark stand there, in any order.
    for _ in 0..<3 {
      // The estimate first: behind a state it would be read as a remark on it.
      if tail.estimate == nil, let (rest, estimate) = Self.estimate(at: tail.title) {
        tail.estimate = estimate
        tail.title = Self.withoutMarks(rest)
      } else if tail.status == nil, let (rest, status) = state(at: tail.title) {
        tail.status = status
        tail.title = Self.withoutMarks(rest)
      } else {
        break
      }
    }
    if tail.estimate == nil { addLeadingEstimate(to: &tail) }
    return tail
  }

  // MARK: States

  /// The state at the end: after a symbol, in brackets, or after a dash.
  private func state(at title: Bytes) -> (Bytes, Status)? {
    for start in starts(of: title).suffix(4).reversed() {
      var text = title[start...]
      if let first = text.first, first == UInt8(ascii: "(") || first == UInt8(ascii: "[") {
        guard let last = text.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else { continue }
        text = text.dropFirst().dropLast()
      } else {
        text = text.drop { $0 == UInt8(ascii: "-") || $0.isBlank }
        for dash in ["—", "–"] where text.hasPrefix(dash, at: text.startIndex) {
          text = text.dropFirst(dash.utf8.count)
        }
      }
      let status = statuses.status(in: text)
      if status.state != .unknown { return (title[..<start], status) }
    }
    return nil
  }

  private func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return hasASCIISymbols && symbols[scalar] != nil }
    return symbols[scalar] != nil || scalar.properties.isEmojiPresentation
  }

  /// The places where a state at the end can begin.
  private func starts(of title: Bytes) -> [Int] {
    var starts: [Int] = []
    let bytes = title.span
    var index = title.startIndex
    while index < title.endIndex {
      let byte = bytes[index - title.startIndex]
      if byte < 0x80, byte != UInt8(ascii: "("), byte != UInt8(ascii: "["), byte != UInt8(ascii: "-"), !hasASCIISymbols
      {
        index += 1
        continue
      }
      let (scalar, length) = title.scalar(at: index)
      let isDash =
        (scalar == "-" || scalar == "–" || scalar == "—") && index > title.startIndex && title[index - 1].isBlank
      if scalar == "(" || scalar == "[" || isDash || isSymbol(scalar) { starts.append(index) }
      index += length
    }
    return starts
  }

  // MARK: Estimates

  /// An estimate in brackets at the end: `(5 SP)`, `(3 d)`, `(2-4 hours)`.
  private static func estimate(at title: Bytes) -> (Bytes, LocatedText)? {
    guard title.last == UInt8(ascii: ")"), let open = title.lastIndex(of: UInt8(ascii: "(")) else { return nil }
    let inside = title[(open + 1)..<(title.endIndex - 1)].trimmed
    return isEstimate(inside) ? (title[..<open], LocatedText(inside)) : nil
  }

  /// `(2 SP) - Title`.
  private func addLeadingEstimate(to tail: inout Tail) {
    guard tail.title.first == UInt8(ascii: "("),
      let close = tail.title.firstIndex(of: UInt8(ascii: ")"), from: tail.title.startIndex)
    else { return }
    let inside = tail.title[(tail.title.startIndex + 1)..<close].trimmed
    guard Self.isEstimate(inside) else { return }
    tail.estimate = LocatedText(inside)
    tail.title = Self.withoutMarks(Self.afterSeparators(tail.title[(close + 1)...]))
  }

  /// Without the marks and dashes that part a title from what stands before it.
  private static func afterSeparators(_ text: Bytes) -> Bytes {
    let text = text.drop { !$0.isWord && $0 < 0x80 && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "[") }
    for dash in ["—", "–", "·"] where text.hasPrefix(dash, at: text.startIndex) {
      return afterSeparators(text.dropFirst(dash.utf8.count))
    }
    return text
  }

  static func isEstimate(_ text: Bytes) -> Bool {
    guard let first = text.first else { return false }
    // `½ day` is one too.
    let isNumber =
      first.isDigit || first == UInt8(ascii: "~")
      || text.scalar(at: text.startIndex).scalar.properties.numericType != nil
    guard isNumber else { return false }
    let words = Vocabulary.words(of: text)
    return words.contains { units.contains(String($0.drop { $0.isNumber })) }
  }

  private static let units: Set<String> = [
    "sp", "pt", "pts", "point", "points", "h", "hr", "hrs", "hour", "hours", "d", "day", "days", "min", "mins",
    "minutes", "w",
    "week", "weeks",
  ]

  /// Without emphasis and strike-out marks at the end that were opened before the title.
  private static func withoutMarks(_ text: Bytes) -> Bytes {
    var text = text.trimmed
    while let mark = ["**", "~~", "__"].first(where: { isDangling($0, in: text) }) {
      text = text.dropLast(mark.utf8.count).trimmed
    }
    return text
  }

  private static func isDangling(_ mark: String, in text: Bytes) -> Bool {
    guard text.count >= 2, text.hasPrefix(mark, at: text.endIndex - 2) else { return false }
    var count = 0
    var index = text.startIndex
    while let found = text.firstRange(of: Bytes(mark), from: index) {
      count += 1
      index = found.upperBound
    }
    return count % 2 == 1
  }
}
