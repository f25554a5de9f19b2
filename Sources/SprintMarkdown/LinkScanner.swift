package import SprintSource

/// Finds inline links and images (CommonMark 0.29 §6.6): `[text](destination "title")`.
package enum LinkScanner {
  /// The destinations in a paragraph or a cell, as written, without the pointed brackets that may enclose them.
  ///
  /// Code spans and comments hold no links. A link inside the text of another is found too.
  package static func destinations(in text: Bytes) -> [LocatedText] {
    // The first place from here on that may end the text of a link.
    guard var next = opening(in: text, from: text.startIndex) else { return [] }
    var found: [LocatedText] = []
    let spans = CodeSpans(in: text).ranges
    var span = 0
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      // No letter begins anything.
      if byte.isLetter || byte == UInt8(ascii: " ") {
        index += 1
        continue
      }
      if next < index {
        guard let place = opening(in: text, from: index) else { break }
        next = place
      }
      while span < spans.count, spans[span].upper <= index { span += 1 }
      if span < spans.count, spans[span].lower == index {
        index = spans[span].upper
        continue
      }
      switch byte {
      case CellScanner.backslash: index += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "<") where text.hasPrefix("<!--", at: index):
        guard let end = text.firstRange(of: commentEnd, from: index + 4) else { return found }
        index = end.upperBound - 1
      case UInt8(ascii: "]") where depth > 0:
        depth -= 1
        guard next == index, let destination = destination(in: text, after: index + 2) else { break }
        if !destination.isEmpty { found.append(LocatedText(destination)) }
      default: break
      }
      index += 1
    }
    return found
  }

  private static func opening(in text: Bytes, from index: Int) -> Int? {
    text.firstRange(of: opening, from: index)?.lowerBound
  }

  /// The destination of a link whose bracket opens right before `start`; nil where the bracket closes no link.
  private static func destination(in text: Bytes, after start: Int) -> Bytes? {
    var index = skippingSpace(in: text, from: start)
    guard index < text.endIndex else { return nil }
    let destination: Bytes
    if text[index] == UInt8(ascii: "<") {
      let end = text[(index + 1)...].prefix(longest).firstIndex {
        $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") || $0 == 0x0A
      }
      guard let end, text[end] == UInt8(ascii: ">") else { return nil }
      destination = text[(index + 1)..<end]
      index = end + 1
    } else {
      let end = endOfDestination(in: text, from: index)
      destination = text[index..<end]
      index = end
    }
    let next = skippingSpace(in: text, from: index)
    guard next < text.endIndex else { return nil }
    if text[next] == UInt8(ascii: ")") { return destination }
    return next > index && closesAfterTitle(text[next...].prefix(longest)) ? destination : nil
  }

  /// Up to a blank, or a bracket that nothing opened.
  private static func endOfDestination(in text: Bytes, from start: Int) -> Int {
    var index = start
    var depth = 0
    while index < text.endIndex, index - start < longest {
      let byte = text[index]
      if byte.isSpace || byte < 0x20 { break }
      if byte == CellScanner.backslash, index + 1 < text.endIndex, !text[index + 1].isSpace { index += 1 }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      // So many brackets end a link for every reader; it also bounds how often a text is gone through.
      if depth > 32 { break }
      index += 1
    }
    return index
  }

  /// Whether a text is a title in quotes or brackets, followed by the bracket that closes the link.
  private static func closesAfterTitle(_ text: Bytes) -> Bool {
    guard let quote = text.first else { return false }
    let closing: UInt8
    switch quote {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = quote
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return false
    }
    guard let end = text.firstIndex(of: closing, from: text.startIndex + 1) else { return false }
    let next = skippingSpace(in: text, from: end + 1)
    return next < text.endIndex && text[next] == UInt8(ascii: ")")
  }

  private static func skippingSpace(in text: Bytes, from start: Int) -> Int {
    var index = start
    while index < text.endIndex, text[index].isSpace { index += 1 }
    return index
  }

  /// What each link has between its text and its destination.
  package static let opening = Bytes("](")
  private static let commentEnd = Bytes("-->")
  /// No destination or title is longer.
  private static let longest = 2048
}
