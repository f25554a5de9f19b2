import SprintModel
import SprintSource

/// Reads the number and the code of a sprint out of its title: `# Sprint 506 · Ops IV (Offline 190.B)`.
enum TitleReader {
  /// The number after the word `Sprint`.
  static func number(in title: Bytes) -> LocatedText? {
    SprintMentions.all(in: title).first.map { LocatedText($0.number, at: $0.range) }
  }

  /// A number with a letter after a point.
  static func code(in title: Bytes) -> LocatedText? {
    var index = title.startIndex
    while index < title.endIndex {
      guard title[index].isWord else {
        index += 1
        continue
      }
      let start = index
      while index < title.endIndex, title[index].isDigit { index += 1 }
      let point = index
      if point > start, point + 1 < title.endIndex, title[point] == UInt8(ascii: "."), title[point + 1].isUpper,
        point + 2 == title.endIndex || !title[point + 2].isWord
      {
        return LocatedText(title[start..<(point + 2)])
      }
      while index < title.endIndex, title[index].isWord || title[index] == UInt8(ascii: ".") { index += 1 }
    }
    return nil
  }

  /// The number in a file's name: the groups of digits after `SPRINT_`.
  static func number(inName name: String) -> String? {
    let parts = name.utf8.split(separator: UInt8(ascii: "_"))
    guard let word = parts.first, Substring(word).lowercased() == "sprint" else { return nil }
    let number = parts.dropFirst().prefix { $0.allSatisfy(\.isDigit) }.map { String(Substring($0)) }
    return number.isEmpty ? nil : number.joined(separator: "_")
  }
}
