package import SprintSource

/// Names of sprints in text: `Sprint 190.B`, `Sprints 120.A / 130.B`, `SPRINT_0131_scanner`.
package enum SprintMentions {
  package struct Found: Sendable {
    /// `190.B`, `0131_scanner`.
    package let number: String
    package let range: ByteRange
  }

  package static func all(in text: Bytes) -> [Found] {
    var found: [Found] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isWord else {
        index += 1
        continue
      }
      let end = endOfWord(in: text, from: index)
      let word = text[index..<end]
      if word.count >= 6, word.prefix(6).map(\.lowercased).elementsEqual("sprint".utf8) {
        let rest = word.dropFirst(6)
        if rest.first == UInt8(ascii: "_"), rest.dropFirst().first?.isDigit ?? false {
          var number = rest.dropFirst()
          if number.suffix(3).elementsEqual(".md".utf8) { number.removeLast(3) }
          found.append(Found(number: number.string, range: ByteRange(of: number)))
        } else if rest.isEmpty || rest.elementsEqual("s".utf8) {
          index = numbers(in: text, from: end, into: &found)
          continue
        }
      }
      index = end
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
      guard index < text.endIndex, [UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "&")].contains(text[index]) else { break }
      index += 1
    }
    return max(end, start)
  }

  /// Letters, digits, underscores and points inside.
  private static func endOfWord(in text: Bytes, from start: Int) -> Int {
    var index = start
    while index < text.endIndex {
      let byte = text[index]
      let isInnerPoint = byte == UInt8(ascii: ".") && index + 1 < text.endIndex && text[index + 1].isWord
      guard byte.isWord || byte == UInt8(ascii: "_") || isInnerPoint else { break }
      index += 1
    }
    return index
  }
}
