import SprintModel
import SprintSource

/// Reads tokens that stand in a row as references: lists (`X-57-001/002`), ranges (`X-57-001..004`) and single ids.
enum IDList {
  static func references(_ tokens: [IDToken], in text: Bytes) -> [Reference] {
    var references: [Reference] = []
    forEachReference(of: tokens, in: text) { references.add($0) }
    return references
  }

  /// Goes through the references that tokens in a row are.
  @inline(__always)
  static func forEachReference(of tokens: [IDToken], in text: Bytes, _ body: (Reference) -> Void) {
    // The one before, until it is known to be no beginning of a range.
    var last: Reference?
    // The token before; nil after a range, which nothing continues.
    var previous: Entry?
    for token in tokens {
      let between = previous.map { text[$0.token.range.upper..<token.range.lower] } ?? []
      if isRange(between, isShort: token.kind == .partial), let first = last, let id = previous?.id {
        last = Reference(
          .task, LocatedText(text.at(first.text.range.union(token.range))),
          form: .range(from: id, to: token.continuing(id)))
        previous = nil
        continue
      }
      if let last { body(last) }
      if token.kind == .partial, isList(between), let id = previous?.id {
        last = Reference(.task, token.text, form: .continuation(of: id))
        previous = Entry(token: token, before: id)
      } else {
        last = Reference(.task, token.text)
        previous = Entry(token: token, before: nil)
      }
    }
    if let last { body(last) }
  }

  /// An entry of a list, and the id that it continues.
  struct Entry {
    let token: IDToken
    let before: String?

    /// The id that it stands for.
    var id: String { before.map(token.continuing) ?? token.text.value }
  }

  /// Whether a token goes on with a list or a range that the one before it began.
  static func continues(_ token: IDToken, after previous: IDToken?, in text: Bytes) -> Bool {
    guard let previous else { return false }
    let between = text[previous.range.upper..<token.range.lower]
    return isList(between) || isRange(between, isShort: token.kind == .partial)
  }

  /// Whether two tokens with this between them are entries of one list.
  private static func isList(_ between: Bytes) -> Bool { separators.contains { consists(between, of: $0) } }

  private static let separators = ["/", ",", "+", "&", "and", ",and", "/-", ",-"].map { Array($0.utf8) }

  /// Whether a text has these letters, and blanks and marks besides.
  private static func consists(_ text: Bytes, of letters: [UInt8]) -> Bool {
    var next = 0
    for byte in text where !byte.isBlank && !isMark(byte) {
      guard next < letters.count, letters[next] == byte else { return false }
      next += 1
    }
    return next == letters.count
  }

  /// Whether two tokens with this between them are the first and the last of a range. Between whole ids `to` says
  /// something else (`moved from OPS-1 to OPS-2`); `isShort` says that the last is none.
  private static func isRange(_ between: Bytes, isShort: Bool) -> Bool {
    let isEdge: (UInt8) -> Bool = { $0.isBlank || isMark($0) }
    let between = between.drop(while: isEdge).trimmingSuffix(while: isEdge)
    // Most lists have commas and slashes.
    guard let first = between.first, IDScanner.mayBeginRangeMark(first) else { return false }
    return IDScanner.rangeMarks.contains { between.elementsEqual($0.utf8) }
      || (isShort && between.elementsEqual("to".utf8))
  }

  /// Of emphasis or code around an id.
  private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") }
}
