package import SprintModel
import SprintMarkdown
package import SprintSource

/// What a heading, a bullet or a cell declares, if it begins with an id: `### Task 2.1: Parser ✅ DONE`.
package struct Declaration: Sendable {
  /// How plainly the text says that it names a unit of work, the plainest first.
  package enum Form: Int, Sendable, Comparable {
    /// `HELM-101`, also after the name of a kind.
    case global
    /// `Task 3`, `Story 0.1`.
    case named
    /// `A1`, `T2.1`.
    case short
    /// `2.1`.
    case decimal
    /// `3`, `sprint-404`.
    case word

    package static func < (one: Form, other: Form) -> Bool { one.rawValue < other.rawValue }
  }

  package let ids: [Located<TaskID>]
  package let form: Form
  /// The ids as written.
  package let label: Bytes
  /// What follows, without the separator and without a state or an estimate at its end.
  package let title: Bytes
  /// Whether a colon, a point, a dash or a bracket parts the ids from what follows, or nothing follows.
  package let isSeparated: Bool
  /// The state that stands before or after the title.
  package let status: Status?
  package let estimate: LocatedText?

  /// Whether the ids stand behind the title: `Update the guide (T1)`.
  package var isAtEnd: Bool { title.startIndex < label.startIndex }
}

/// Reads declarations.
package final class DeclarationScanner: Sendable {
  private let ids: IDScanner
  private let kinds: PhraseScanner
  private let tails: TitleTailScanner
  private let symbols: [Unicode.Scalar: TaskState]
  private let hasASCIISymbols: Bool
  private let marks: [UInt8: TaskState]

  package init(_ vocabulary: Vocabulary) {
    ids = IDScanner(vocabulary)
    kinds = PhraseScanner(vocabulary.kindWords)
    tails = TitleTailScanner(vocabulary)
    symbols = vocabulary.symbols
    hasASCIISymbols = symbols.keys.contains { $0.isASCII }
    marks = vocabulary.marks
  }

  /// Reads a text from its beginning.
  package func declaration(in text: Bytes) -> Declaration? {
    // No id is without a digit.
    guard text.hasDigit else { return nil }
    let text = text.trimmed
    let (start, symbol) = afterDecoration(text)
    let kind = start < text.endIndex ? kinds.match(in: text, at: start) ?? kindBehindSprint(in: text, at: start) : nil
    var end = kind?.range.upper ?? start
    // `Task: OPS-1 - Title`
    if kind != nil, end < text.endIndex, text[end] == UInt8(ascii: ":") { end += 1 }
    let found = leading(in: text, from: end, isNamed: kind != nil, symbol)
    // `1. Update the guide (T1)`: a number alone names less than an id at the end.
    if let found, found.form < .word { return found }
    return trailing(in: text, symbol) ?? found
  }

  /// The name of a kind behind the number of a sprint: `Sprint 35 Feature 35.6: Title`.
  private func kindBehindSprint(in text: Bytes, at start: Int) -> PhraseScanner.Found? {
    guard text[start...].prefix(6).endsWith(Self.sprint), let sprint = SprintMentions.all(in: text).first,
      sprint.range.upper < text.endIndex,
      Vocabulary.normalized(text[start..<sprint.range.lower]) == "sprint"
    else { return nil }
    let rest = text[sprint.range.upper...].drop { $0.isBlank || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    return rest.isEmpty ? nil : kinds.match(in: text, at: rest.startIndex)
  }

  private static let sprint = Array("sprint".utf8)

  // MARK: Where the id stands

  private func leading(in text: Bytes, from start: Int, isNamed: Bool, _ symbol: Status?) -> Declaration? {
    let body = text[start...].drop {
      $0.isBlank || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "`")
    }
    guard let first = body.first, first.isWord, isNamed == (body.startIndex > start) || !isNamed else { return nil }
    let (found, end) = ids.declarations(in: body)
    guard let id = found.first, end > body.startIndex, let form = form(of: id.value, isNamed: isNamed) else {
      return nil
    }
    let rest = text[end...]
    guard !Self.startsRange(rest) else { return nil }
    let (title, isSeparated) = Self.afterSeparator(rest)
    // `Task 1: MON-001 - Title`: the number counts, the id names.
    if isNamed, form == .named, isSeparated,
      let inner = leading(in: text, from: title.startIndex, isNamed: false, symbol),
      inner.form == .global, inner.isSeparated
    {
      return inner
    }
    return declaration(found, form, label: body[..<end], title: title, isSeparated: isSeparated, symbol)
  }

  /// An id in brackets at the end: `1. Update the guide (T1)`.
  private func trailing(in text: Bytes, _ symbol: Status?) -> Declaration? {
    // Of `- **Boundary:** ready (OPS-5)` the id is part of a field's value.
    guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")), Field(text) == nil else {
      return nil
    }
    let inside = text[(open + 1)..<(text.endIndex - 1)]
    let (found, end) = ids.declarations(in: inside)
    guard let id = found.first, found.count == 1, end == inside.endIndex, let form = form(of: id.value, isNamed: false),
      form <= .short
    else { return nil }
    return declaration(found, form, label: inside, title: text[..<open].trimmed, isSeparated: true, symbol)
  }

  private func declaration(
    _ ids: [Located<TaskID>], _ form: Declaration.Form, label: Bytes, title: Bytes, isSeparated: Bool, _ symbol: Status?
  ) -> Declaration {
    let tail = tails.tail(of: title)
    return Declaration(
      ids: ids, form: form, label: label, title: tail.title, isSeparated: isSeparated, status: tail.status ?? symbol,
      estimate: tail.estimate)
  }

  private func form(of id: TaskID, isNamed: Bool) -> Declaration.Form? {
    guard !ids.isForeign(id.bytes) else { return nil }
    if id.isGlobal { return .global }
    if isNamed { return .named }
    if id.bytes.first?.isDigit ?? false { return id.bytes.contains(UInt8(ascii: ".")) ? .decimal : .word }
    if ids.isShort(id.bytes) { return .short }
    // `v1.0` is a version.
    let text = id.text
    return text.hasPrefix("v") && text.dropFirst().allSatisfy({ $0.isNumber || $0 == "." }) ? nil : .word
  }

  // MARK: Around the id

  /// Where the words begin, and the state that a symbol before them tells.
  private func afterDecoration(_ text: Bytes) -> (Int, Status?) {
    var index = text.startIndex
    var status: Status?
    while index < text.endIndex {
      let (scalar, length) = text.scalar(at: index)
      if scalar == "[", index + 3 < text.endIndex, text[index + 2] == UInt8(ascii: "]"),
        let state = marks[text[index + 1]]
      {
        // A box that Markdown does not see, as it stands in bold or in code.
        status = Status(state: state, text: LocatedText(text[index..<(index + 3)]))
        index += 2
      } else if hasASCIISymbols || !scalar.isASCII, let state = symbols[scalar] {
        status = Status(state: state, text: LocatedText(text[index..<(index + length)]))
      } else if scalar.isASCII ? text[index].isWord : scalar.properties.isAlphabetic {
        break
      }
      index += length
    }
    return (index, status)
  }

  /// Whether a range goes on here: `T005–T009` names many tasks and declares none.
  private static func startsRange(_ rest: Bytes) -> Bool {
    guard let first = rest.first, IDScanner.mayBeginRangeMark(first) else { return false }
    return IDScanner.rangeMarks.contains { mark in
      let end = rest.startIndex + mark.utf8.count
      return rest.hasPrefix(mark, at: rest.startIndex) && end < rest.endIndex && rest[end].isWord
    }
  }

  /// What follows a separator, and whether there is one.
  private static func afterSeparator(_ text: Bytes) -> (title: Bytes, isSeparated: Bool) {
    let isMark: (UInt8) -> Bool = {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~")
        || $0 == UInt8(ascii: "]") || $0.isBlank
    }
    var rest = text.drop(while: isMark)
    guard let first = rest.first else { return (rest, true) }
    switch first {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "-"): rest = rest.dropFirst()
    case UInt8(ascii: "("), UInt8(ascii: "["): return (rest, true)
    default:
      for dash in ["—", "–", "：", "）", "·"] where rest.hasPrefix(dash, at: rest.startIndex) {
        return (rest.dropFirst(dash.utf8.count).drop(while: isMark), true)
      }
      let isBracketed =
        text.contains { $0 == UInt8(ascii: "]") } && rest.startIndex > text.startIndex
        && text[..<rest.startIndex].contains(UInt8(ascii: "]"))
      return (rest, isBracketed)
    }
    return (rest.drop(while: isMark), true)
  }
}
