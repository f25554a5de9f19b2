package import SprintModel
import SprintMarkdown
package import SprintSource

/// Reads who works on a task, and where.
package final class OwnerScanner: Sendable {
  private let nouns: Set<String>
  private let aliases: [String: String]

  package init(_ vocabulary: Vocabulary) {
    nouns = vocabulary.ownerNouns
    aliases = vocabulary.ownerAliases
  }

  /// Reads a cell or the value of a field.
  ///
  /// Owners are parted by `·`, `,`, `;`, ` & `, ` / ` and line breaks. A path, in brackets or as the last
  /// part, is where the work lies. `A · B Guilds` are the guild A and the guild B.
  package func owners(in cell: Bytes) -> (owners: [Owner], paths: [LocatedText]) {
    var owners: [Owner] = []
    owners.reserveCapacity(2)
    var paths: [LocatedText] = []
    Self.forEachPart(of: cell) { part in
      var part = part
      if part.last == UInt8(ascii: ")"), let open = part.lastIndex(of: UInt8(ascii: "(")) {
        let inside = part[(open + 1)..<(part.endIndex - 1)]
        let found = inside.split(separator: UInt8(ascii: ",")).map { Inline.unwrapped($0) }
        if !found.isEmpty, found.allSatisfy(Self.isPath) {
          paths += found.map { LocatedText($0) }
          part = part[..<open].trimmed
        }
      }
      let name = Inline.unwrapped(part)
      if Self.isNobody(name) { return }
      if Self.isPath(name) { paths.add(LocatedText(name)) } else { owners.append(Owner(LocatedText(name))) }
    }
    sharePlural(&owners)
    resolveAliases(&owners)
    return (owners, paths)
  }

  /// Puts the names that owners go by, each once, at the places where the others stand.
  private func resolveAliases(_ owners: inout [Owner]) {
    guard !aliases.isEmpty else { return }
    var seen: Set<String> = []
    owners = owners.map { owner in
      aliases[Vocabulary.normalized(owner.name.bytes)].map { Owner(LocatedText($0, at: owner.name.range)) } ?? owner
    }
    owners.removeAll { !seen.insert($0.name.value).inserted }
  }

  private func sharePlural(_ owners: inout [Owner]) {
    guard owners.count > 1, let last = owners.last?.name, last.bytes.last == UInt8(ascii: "s"),
      case let noun = Self.lastWord(of: last).dropLast(), nouns.contains(noun.lowercased())
    else { return }
    for place in owners.indices {
      let name = owners[place].name
      if name == last {
        owners[place] = Owner(LocatedText(name.value.dropLast(1).description, at: name.range))
        continue
      }
      if !nouns.contains(Self.lastWord(of: name).lowercased()) {
        owners[place] = Owner(LocatedText("\(name.value) \(noun)", at: name.range))
      }
    }
  }

  private static func lastWord(of name: LocatedText) -> String {
    name.bytes.split(separator: UInt8(ascii: " ")).last?.string ?? ""
  }

  /// A word with a slash in it, or one in the form of a folder or file name.
  static func isPath(_ text: Bytes) -> Bool {
    guard let first = text.first, !text.contains(where: \.isSpace) else { return false }
    guard text.contains(UInt8(ascii: "/")) else { return false }
    // `DevEx/CLI` is the name of a team, `ops/devops` a folder.
    return !first.isUpper || text.contains(UInt8(ascii: ".")) || text.last == UInt8(ascii: "/")
  }

  /// No letter nor digit, or a word for nobody.
  package static func isNobody(_ name: Bytes) -> Bool {
    nobody.contains(name)
  }

  private static let nobody = TermSet(["", "tbd", "none", "unassigned", "n a", "nobody", "tba"])

  @inline(__always)
  private static func forEachPart(of cell: Bytes, _ body: (Bytes) -> Void) {
    let bytes = cell.span
    var start = cell.startIndex
    var index = 0
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard !byte.isWord else {
        while index < bytes.count, bytes[index].isWord { index += 1 }
        continue
      }
      let length = depth == 0 ? separatorLength(in: cell, bytes, at: index) : 0
      if length > 0 {
        body(cell[start..<(cell.startIndex + index)].trimmed)
        index += length
        start = cell.startIndex + index
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        index += 1
      }
    }
    body(cell[start...].trimmed)
  }

  /// Of ` & `, ` / ` and ` + `, what follows the first blank.
  private static func isBlankedSeparator(_ mark: UInt8, _ next: UInt8) -> Bool {
    next == UInt8(ascii: " ") && (mark == UInt8(ascii: "&") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "+"))
  }

  /// The length of the separator that stands in a cell of these bytes at an offset; 0 where there is none.
  @inline(__always)
  private static func separatorLength(in cell: Bytes, _ bytes: Span<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: " "):
      offset + 2 < bytes.count && isBlankedSeparator(bytes[offset + 1], bytes[offset + 2]) ? 3 : 0
    case UInt8(ascii: ","), UInt8(ascii: ";"): 1
    case 0xC2 where cell.hasPrefix("·", at: cell.startIndex + offset): 2
    case 0xE2 where cell.hasPrefix("•", at: cell.startIndex + offset): 3
    case UInt8(ascii: "<") where cell.hasPrefix("<br>", at: cell.startIndex + offset): 4
    case UInt8(ascii: "<") where cell.hasPrefix("<br/>", at: cell.startIndex + offset): 5
    default: 0
    }
  }
}
