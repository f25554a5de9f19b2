package import SprintSource

/// What surrounds a text in Markdown: emphasis, code, strike-out, links.
package enum Inline {
  /// The text inside the marks that enclose all of it: `**DONE**`, `` `A-1` `` and `[A-1](a.md)` give
  /// `DONE`, `A-1` and `A-1`. What is left is a slice of the same text.
  @inlinable package static func unwrapped(_ text: Bytes) -> Bytes {
    let text = text.trimmed
    guard let first = text.first, mayEnclose(first) else { return text }
    return unwrappedFully(text)
  }

  @usableFromInline
  static func unwrappedFully(_ text: Bytes) -> Bytes {
    var text = text
    while let inner = unwrappedOnce(text) { text = inner.trimmed }
    return text
  }

  /// Most texts begin with no mark.
  @inlinable static func mayEnclose(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "["): true
    default: false
    }
  }

  private static func unwrappedOnce(_ text: Bytes) -> Bytes? {
    guard let first = text.first, let last = text.last, text.count > 2 else { return nil }
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      guard last == first else { return nil }
      let inner = text.dropFirst().dropLast()
      // `**a** b **c**` is not one emphasis: inside, the mark must stand at both ends or nowhere.
      let marks = inner.prefix { $0 == first }.count
      let body = inner.dropFirst(marks)
      guard body.count > marks, body.suffix(marks).allSatisfy({ $0 == first }) else { return nil }
      let core = body.dropLast(marks)
      return core.contains(first) && first != UInt8(ascii: "_") ? nil : core
    case UInt8(ascii: "~"):
      guard text.hasPrefix("~~", at: text.startIndex), text.count > 4, text[text.endIndex - 2] == last, last == first
      else { return nil }
      return text.dropFirst(2).dropLast(2)
    case UInt8(ascii: "["):
      guard last == UInt8(ascii: ")"), let close = text.firstIndex(of: UInt8(ascii: "]"), from: text.startIndex),
        text.hasPrefix("](", at: close), text.firstIndex(of: UInt8(ascii: ")"), from: close) == text.endIndex - 1
      else { return nil }
      return text[(text.startIndex + 1)..<close]
    default:
      return nil
    }
  }
}
